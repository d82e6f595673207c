import { sql } from 'kysely'
import { importFiles } from '#api/import-kinds'
import { listFaultGroups, mapImportColumns, mendImport, rereadImport } from '#api/imports/imports'
import type { ScopedTransaction } from '../../platform/context.ts'
import { db, type RowsOf, raw } from '../../platform/db/query.ts'
import { found } from '../../platform/db/questions.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { isByteEncoding } from '../../platform/imports/encoding.ts'
import { fieldProblem, Problem } from '../../platform/problem.ts'
import { recordActivity } from '../activity/record-activity.ts'
import { headerOf } from './faulty-lines.ts'
import { faultyFields, matchHeaders } from './match-headers.ts'
import { runImportJob } from './run-import.ts'
import { lineReader, mapOf } from './staged-lines.ts'

const imports = db.selectFrom('imports as i').selectAll('i')
type Row = RowsOf<typeof imports>[number]

/** An import that nothing of is applied yet: its file may be read otherwise, and its lines mended. */
const correctable = async (tx: ScopedTransaction, reference: string): Promise<Row> => {
  const row = await tx.first(imports.where('i.reference', '=', reference).forUpdate())
  if (!row) throw new Problem('not_found')
  if (row.state !== 'mapping' && row.state !== 'checked') throw new Problem('conflict')
  return row
}

const tell = (tx: ScopedTransaction, row: Row) =>
  recordActivity(tx, {
    companyId: tx.scope.companyId,
    action: 'import.corrected',
    objectKind: 'import',
    objectReference: row.reference,
    objectLabel: row.file_name,
  })

/** Every line is judged anew, unless columns are still to be matched. */
const checkAgain = async (
  tx: ScopedTransaction,
  row: Row,
  change: { readonly fields?: string[]; readonly encoding?: string },
): Promise<void> => {
  const as = { ...row, ...change }
  const { missing, twice } = faultyFields(row.kind, mapOf(as))
  const isReady = missing.length + twice.length === 0
  await tx.run(
    db
      .updateTable('imports')
      .set({ ...change, state: isReady ? 'checking' : 'mapping', examined: 0, valid: 0, faulty: 0, readings: '[]' })
      .where('id', '=', row.id),
  )
  await tx.run(db.updateTable('import_rows').set({ state: 'pending', errors: null, key: null }).where('import_id', '=', row.id))
  if (isReady) await runImportJob.enqueue(tx, { importId: row.id }, { key: `import ${row.id}` })
}

const map = route(mapImportColumns, (ctx, { params, body }) =>
  ctx.write(async (tx) => {
    const row = await correctable(tx, params.import)
    const fields = row.headers.map((_, index) => body.fields[index] ?? '')
    const known = importFiles[row.kind].columns as Readonly<Record<string, unknown>>
    if (fields.some((field) => field !== '' && !Object.hasOwn(known, field))) throw fieldProblem('fields', 'invalid')
    const { missing, twice } = faultyFields(row.kind, matchHeaders(row.kind, row.headers, fields))
    const [none] = missing
    const [both] = twice
    if (both) throw fieldProblem('fields', 'header_twice', { header: headerOf(row.kind, both) ?? both })
    if (none)
      throw fieldProblem('fields', 'header_missing', { header: missing.map((field) => headerOf(row.kind, field) ?? field).join(' », « ') })
    await checkAgain(tx, row, { fields })
    await tell(tx, row)
  }),
)

const reread = route(rereadImport, (ctx, { params, body }) =>
  ctx.write(async (tx) => {
    const row = await correctable(tx, params.import)
    // Other encodings are certain.
    if (!isByteEncoding(row.staged_encoding)) throw new Problem('conflict')
    await checkAgain(tx, row, { encoding: body.encoding })
    await tell(tx, row)
  }),
)

const faultyRows = (id: string, line: number | undefined) => {
  const rows = db.selectFrom('import_rows').select(['line', 'cells', 'mended']).where('import_id', '=', id).where('state', '=', 'faulty')
  return line === undefined ? rows : rows.where('line', '=', line)
}

const mend = route(mendImport, (ctx, { params, body }) =>
  ctx.write(async (tx) => {
    const row = await correctable(tx, params.import)
    if (!mapOf(row).includes(body.field) && !Object.hasOwn(importFiles[row.kind].columns, body.field))
      throw fieldProblem('field', 'invalid')
    const read = lineReader(row)
    const lines = (await tx.all(faultyRows(row.id, body.line)))
      .filter((staged) => (read(staged).values[body.field] ?? '').slice(0, 200).trim() === body.from.trim())
      .map(({ line }) => line)
    if (lines.length === 0) return { lines: 0 }
    await tx.run(
      raw(sql`
        update import_rows set state = 'pending', errors = null, mended = coalesce(mended, '{}'::jsonb) || jsonb_build_object(${body.field}::text, ${body.to.trim()}::text)
        where import_id = ${row.id} and line = any (${lines}::int[])`),
    )
    await tx.run(
      db
        .updateTable('imports')
        .set({ state: 'checking', examined: row.examined - lines.length, faulty: row.faulty - lines.length })
        .where('id', '=', row.id),
    )
    await tell(tx, row)
    await runImportJob.enqueue(tx, { importId: row.id }, { key: `import ${row.id}` })
    return { lines: lines.length }
  }),
)

interface Group {
  readonly column: string | null
  readonly code: string
  readonly count: number
  readonly values: readonly { readonly value: string; readonly count: number }[]
  readonly lines: readonly number[]
  readonly params: Readonly<Record<string, number>> | null
}

/** Faults of an import by column and code, with the values met most. */
const groupsOf = (reference: string) =>
  raw<Group>(sql`
    with faults as (
      select r.line, e ->> 'column' as field, e ->> 'code' as code, e -> 'params' as params, case when e ->> 'code' = 'duplicate_line' then '' else coalesce(e ->> 'value', '') end as value
      from import_rows r join imports i on i.id = r.import_id cross join jsonb_array_elements(r.errors) e
      where i.reference = ${reference} and r.state = 'faulty'),
    met as (select field, code, value, count(*)::int as count, row_number() over (partition by field, code order by count(*) desc, value) as place
      from faults group by field, code, value)
    select f.field as "column", f.code, count(*)::int as count,
      (select coalesce(jsonb_agg(jsonb_build_object('value', m.value, 'count', m.count) order by m.place), '[]'::jsonb) from met m
        where m.field is not distinct from f.field and m.code = f.code and m.place <= 5) as values,
      (array_agg(f.line order by f.line))[1:5] as lines,
      (array_agg(f.params) filter (where f.params is not null))[1] as params
    from faults f group by f.field, f.code order by count(*) desc, f.field, f.code limit 100`)

const groups = route(listFaultGroups, async (ctx, { params }) => {
  const { row, groups: all } = await ctx.read({
    row: found(imports.where('i.reference', '=', params.import)),
    groups: groupsOf(params.import),
  })
  return {
    items: all.map(
      ({ column, params: told, ...group }) =>
        ({ ...group, ...(told ? { params: told } : {}), column: headerOf(row.kind, column), field: column }) as never,
    ),
  }
})

/** How an administrator has a file read otherwise, and mends what is wrong with it, before anything is applied. */
export const correctionRoutes: Route[] = [map, reread, mend, groups]
