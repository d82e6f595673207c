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
import { instantColumn, numberColumn, textColumn } from '../../platform/lists/export-columns.ts'
import { listRoutes } from '../../platform/lists/list-routes.ts'
import { fieldProblem, Problem } from '../../platform/problem.ts'
import { recordActivity } from '../activity/record-activity.ts'
import { mayAdministerCompanies } from '../companies/portfolio/list/portfolio.policy.ts'
import { faultyCsv, headerOf, templateCsv } from './faulty-lines.ts'
import { matchHeaders } from './match-headers.ts'
import { type ImportKinds, runImportJob } from './run-import.ts'
import { stageImport } from './stage-import.ts'

const imports = db.selectFrom('imports as i').selectAll('i')
type Row = RowsOf<typeof imports>[number]

const present =
  (scope: Scope) =>
  (row: Row): Import => {
    const map = matchHeaders(row.kind, row.headers)
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
      ignoredColumns: row.headers.filter((_, index) => map[index] === null),
      abilities: {
        apply: row.state === 'checked' && row.valid > 0 && mayAdministerCompanies(scope),
        cancel: ['checking', 'checked', 'applying', 'failed'].includes(row.state) && mayAdministerCompanies(scope),
        retry: row.state === 'failed' && mayAdministerCompanies(scope),
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

const start = (kinds: ImportKinds) =>
  route(startImport, async (ctx, { query, stream }) => {
    // Nobody's megabytes are taken before it is known that they may send them.
    await ctx.enter()
    const bytes = await readAll(stream, startImport.bodyLimit ?? 0)
    return ctx.write(async (tx) => {
      if (bytes.length === 0) throw fieldProblem('file', 'file_empty')
      const { scope } = tx
      const actor = { userId: scope.userId, name: scope.actorName, companyId: scope.companyId, companyName: scope.companyName }
      const { id, reference } = await stageImport(
        tx,
        kinds,
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
      await runImportJob.enqueue(tx, { importId: id }, { key: `import ${id}` })
      return present(scope)(await locked(tx, reference))
    })
  })

const read = route(readImport, async (ctx, { params }) => {
  const { scope, row } = await ctx.read({ row: found(imports.where('i.reference', '=', params.import)) })
  return present(scope)(row)
})

const faultyRows = (reference: string) =>
  db
    .selectFrom('import_rows as r')
    .innerJoin('imports as i', 'i.id', 'r.import_id')
    .where('i.reference', '=', reference)
    .where('r.state', '=', 'faulty')
    .orderBy('r.line')
    .select(['r.line', 'r.cells', 'r.errors'])

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
  reply.file(faultyCsv(row.kind, row.headers, lines), `rejets-${row.reference}.csv`)
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

export const importRoutes = (kinds: ImportKinds): Route[] => [...list, start(kinds), read, errors, faulty, template, apply, retry, cancel]
