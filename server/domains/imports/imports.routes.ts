import { sql } from 'kysely'
import { importFiles } from '#api/import-kinds'
import {
  applyImport,
  cancelImport,
  downloadFaultyLines,
  downloadImportTemplate,
  type Import,
  listImportErrors,
  listImports,
  readImport,
  retryImport,
  startImport,
} from '#api/imports/imports'
import { importStateWords, importWords } from '#api/imports/words'
import type { Scope, ScopedTransaction } from '../../platform/context.ts'
import { keyset } from '../../platform/db/keyset.ts'
import { db, type RowsOf } from '../../platform/db/query.ts'
import { found } from '../../platform/db/questions.ts'
import { readAll } from '../../platform/http/read-all.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { looksMisread } from '../../platform/imports/encoding.ts'
import { instantColumn, numberColumn, textColumn } from '../../platform/lists/export-columns.ts'
import { listRoutes } from '../../platform/lists/list-routes.ts'
import { fieldProblem, Problem } from '../../platform/problem.ts'
import { recordActivity } from '../activity/record-activity.ts'
import { mayAdministerCompanies } from '../companies/portfolio/list/portfolio.policy.ts'
import { correctionRoutes } from './correct-import.ts'
import { faultyCsv, headerOf, templateCsv } from './faulty-lines.ts'
import { runImportJob } from './run-import.ts'
import { stageImport } from './stage-import.ts'
import { asRead, cellReader, mapOf } from './staged-lines.ts'

const imports = db.selectFrom('imports as i').selectAll('i')
type Row = RowsOf<typeof imports>[number]

/** Its lines may be read otherwise, and mended: nothing of it is applied yet. */
const isCorrectable = ({ state }: Pick<Row, 'state'>): boolean => state === 'mapping' || state === 'checked'

const present =
  (scope: Scope) =>
  (row: Row): Import => {
    const map = mapOf(row)
    const read = asRead(row)
    return {
      reference: row.reference,
      kind: row.kind,
      state: row.state,
      fileName: row.file_name,
      encoding: row.encoding,
      delimiter: row.delimiter,
      total: row.total,
      examined: row.examined,
      valid: row.valid,
      faulty: row.faulty,
      created: row.created,
      updated: row.updated,
      unchanged: row.unchanged,
      startedBy: row.started_by,
      createdAt: row.created_at.toISOString(),
      finishedAt: row.finished_at?.toISOString() ?? null,
      failure: row.failure,
      // A column without a title and without a value is what a spreadsheet leaves at the end of its lines.
      ignoredColumns: row.headers.map(read).filter((title, index) => map[index] === null && title.trim() !== ''),
      abilities: {
        apply: row.state === 'checked' && row.valid > 0 && mayAdministerCompanies(scope),
        cancel: ['mapping', 'checking', 'checked', 'applying', 'failed'].includes(row.state) && mayAdministerCompanies(scope),
        retry: row.state === 'failed' && mayAdministerCompanies(scope),
        correct: isCorrectable(row) && mayAdministerCompanies(scope),
      },
    }
  }

const locked = async (tx: ScopedTransaction, reference: string): Promise<Row> => {
  const row = await tx.first(imports.where('i.reference', '=', reference).forUpdate())
  if (!row) throw new Problem('not_found')
  return row
}

const list = listRoutes(listImports, {
  page: (_, order) => keyset(imports, { sorts: { createdAt: sql`i.created_at` }, tie: sql`i.id`, ...order }),
  present,
  file: {
    name: { fr: 'imports', en: 'imports' },
    columns: () => [
      textColumn(importWords.reference, ({ reference }) => reference),
      textColumn(importWords.fileName, ({ fileName }) => fileName),
      textColumn(importWords.kind, ({ kind }) => importFiles[kind].name),
      textColumn(importWords.state, ({ state }) => importStateWords[state]),
      numberColumn(importWords.total, ({ total }) => total),
      numberColumn(importWords.faulty, ({ faulty: count }) => count),
      textColumn(importWords.startedBy, ({ startedBy }) => startedBy),
      instantColumn(importWords.createdAt, ({ createdAt }) => createdAt),
    ],
  },
})

const start = route(startImport, async (ctx, { query, stream }) => {
  // Nobody's megabytes are taken before it is known that they may send them.
  await ctx.enter()
  const bytes = await readAll(stream, startImport.bodyLimit ?? 0)
  return ctx.write(async (tx) => {
    if (bytes.length === 0) throw fieldProblem('file', 'file_empty')
    const { scope } = tx
    const actor = { userId: scope.userId, name: scope.actorName, companyId: scope.companyId, companyName: scope.companyName }
    const { id, reference, missing, twice } = await stageImport(
      tx,
      { kind: query.kind, fileName: query.fileName, bytes, again: query.again === '1' },
      actor,
    )
    await recordActivity(tx, {
      companyId: scope.companyId,
      action: 'import.started',
      objectKind: 'import',
      objectReference: reference,
      objectLabel: query.fileName,
    })
    // Without its columns it waits for somebody to match them.
    if (missing.length + twice.length === 0) await runImportJob.enqueue(tx, { importId: id }, { key: `import ${id}` })
    return present(scope)(await locked(tx, reference))
  })
})

const shownValues = 3
const read = route(readImport, async (ctx, { params }) => {
  const { scope, row, head } = await ctx.read({
    row: found(imports.where('i.reference', '=', params.import)),
    head: db
      .selectFrom('import_rows as r')
      .innerJoin('imports as i', 'i.id', 'r.import_id')
      .where('i.reference', '=', params.import)
      .orderBy('r.line')
      .limit(20)
      .select(['r.line', 'r.cells', 'r.mended']),
  })
  const cellsOf = cellReader(row)
  const lines = head.map(cellsOf)
  const map = mapOf(row)
  const sample = row.sample.map(asRead(row))
  return {
    ...present(scope)(row),
    columns: row.headers.map((title, index) => ({
      title: asRead(row)(title),
      field: map[index] ?? null,
      values: lines
        .map((cells) => (cells[index] ?? '').slice(0, 60))
        .filter(Boolean)
        .slice(0, shownValues),
    })),
    fields: Object.entries(importFiles[row.kind].columns).map(([key, { header, required }]) => ({
      key,
      header,
      required: required ?? false,
    })),
    readings: row.readings.map(({ column, ...reading }) => ({ ...reading, column: headerOf(row.kind, column) ?? column })),
    sample,
    isDoubtful: sample.some((text) => looksMisread(text, row.encoding)),
  }
})

const faultyRows = (reference: string) =>
  db
    .selectFrom('import_rows as r')
    .innerJoin('imports as i', 'i.id', 'r.import_id')
    .where('i.reference', '=', reference)
    .where('r.state', '=', 'faulty')
    .orderBy('r.line')
    .select(['r.line', 'r.cells', 'r.mended', 'r.errors'])

const errorsAtOnce = 200
const errors = route(listImportErrors, async (ctx, { params, query }) => {
  const { row, lines } = await ctx.read({
    row: found(imports.where('i.reference', '=', params.import)),
    lines: faultyRows(params.import)
      .where('r.line', '>', query.after ?? 0)
      .limit(errorsAtOnce + 1),
  })
  const kept = lines.slice(0, errorsAtOnce)
  return {
    items: kept.flatMap(({ line, errors: faults }) =>
      (faults ?? []).map(({ column, code, value, params: told }) => ({
        line,
        column: headerOf(row.kind, column),
        code,
        value,
        ...(told ? { params: told } : {}),
      })),
    ),
    next: lines.length > errorsAtOnce ? (kept.at(-1)?.line ?? null) : null,
  }
})

const faulty = route(downloadFaultyLines, async (ctx, { params }, reply) => {
  const { row, lines } = await ctx.read({
    row: found(imports.where('i.reference', '=', params.import)),
    lines: faultyRows(params.import),
  })
  const cellsOf = cellReader(row)
  const shown = lines.map(({ errors: faults, ...line }) => ({ line: line.line, cells: cellsOf(line), errors: faults }))
  reply.file(faultyCsv(row.kind, row.headers.map(asRead(row)), shown), `rejets-${row.reference}.csv`)
})

const template = route(downloadImportTemplate, async (ctx, { params }, reply) => {
  await ctx.enter()
  reply.file(templateCsv(params.kind), `modele-${params.kind}.csv`)
})

const apply = route(applyImport, (ctx, { params }) =>
  ctx.write(async (tx) => {
    const row = await locked(tx, params.import)
    if (row.state !== 'checked' || row.valid === 0) throw new Problem('conflict')
    await tx.run(db.updateTable('imports').set({ state: 'applying' }).where('id', '=', row.id))
    await runImportJob.enqueue(tx, { importId: row.id }, { key: `import ${row.id}` })
  }),
)

const retry = route(retryImport, (ctx, { params }) =>
  ctx.write(async (tx) => {
    const row = await locked(tx, params.import)
    if (row.failed_while === null) throw new Problem('conflict')
    await tx.run(db.updateTable('imports').set({ state: row.failed_while, failure: null, failed_while: null }).where('id', '=', row.id))
    await runImportJob.enqueue(tx, { importId: row.id }, { key: `import ${row.id}` })
  }),
)

const cancel = route(cancelImport, (ctx, { params }) =>
  ctx.write(async (tx) => {
    const row = await locked(tx, params.import)
    if (row.state === 'done' || row.state === 'cancelled') throw new Problem('conflict')
    await tx.run(
      db
        .updateTable('imports')
        .set({ state: 'cancelled', failure: null, failed_while: null, finished_at: tx.now })
        .where('id', '=', row.id),
    )
    await recordActivity(tx, {
      companyId: tx.scope.companyId,
      action: 'import.cancelled',
      objectKind: 'import',
      objectReference: row.reference,
      objectLabel: row.file_name,
    })
  }),
)

export const importRoutes: Route[] = [...list, start, read, errors, faulty, template, apply, retry, cancel, ...correctionRoutes]
