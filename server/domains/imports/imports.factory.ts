import pg from 'pg'
import { applyImport, type Import, type ImportKind, readImport, startImport } from '#api/imports/imports'
import type { ProblemBody } from '#api/problems'
import { portalImportKinds } from '../../import-kinds.ts'
import { workerTransactions } from '../../platform/db/worker-transactions.ts'
import { type TestApp, urlOf } from '../../testing/test-app.ts'
import { runImport } from './run-import.ts'

/** Imports as the carrier's administrator sends them and the worker works them through. */
export const importsOf = (app: TestApp) => {
  const worker = new pg.Pool({ connectionString: app.urls.worker, max: 2 })
  const administrator = app.world.personas.carrierAdministrator
  const at = (reference: string) => ({ universe: 'carrier' as const, params: { import: reference } })
  const idOf = async (reference: string): Promise<string> =>
    (await app.build.run('select id from imports where reference = $1', [reference])).rows[0].id
  const dependencies = (over: object = {}) => ({ inTransaction: workerTransactions(worker, app.clock), kinds: portalImportKinds, ...over })
  return {
    worker,
    administrator,
    at,
    send: async (kind: ImportKind, content: string | Buffer, query: object = {}, who = administrator) => {
      const answer = await app.inject({
        method: 'POST',
        url: urlOf(startImport, 'carrier', {}, { kind, fileName: `${kind}.csv`, ...query }),
        headers: { cookie: `session=${who.token}`, 'content-type': 'text/csv' },
        payload: content,
      })
      return { status: answer.statusCode, body: answer.json() as Import, problem: answer.json() as ProblemBody }
    },
    look: async (reference: string) => (await app.call(administrator, readImport, at(reference))).body,
    work: async (reference: string, over: object = {}) => runImport(await idOf(reference), dependencies(over)),
    apply: (reference: string) => app.call(administrator, applyImport, at(reference)),
    close: () => worker.end(),
  }
}
