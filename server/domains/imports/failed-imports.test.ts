import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyImport, cancelImport, type Import, retryImport } from '#api/imports/imports'
import { portalImportKinds } from '../../import-kinds.ts'
import { workerTransactions } from '../../platform/db/worker-transactions.ts'
import type { JobRun } from '../../platform/jobs/define-job.ts'
import { silentLogger } from '../../platform/logger.ts'
import { type TestApp, testApp } from '../../testing/test-app.ts'
import { isLasting } from './fail-import.ts'
import { importsOf } from './imports.factory.ts'
import { importJobs } from './imports.jobs.ts'

let app: TestApp
let imports: ReturnType<typeof importsOf>
beforeAll(async () => {
  app = await testApp()
  imports = importsOf(app)
})
afterAll(async () => {
  await imports.close()
  await app.close()
})

const administrator = () => app.world.personas.carrierAdministrator
const at = (reference: string) => imports.at(reference)
const look = (reference: string) => imports.look(reference)
const send = async (kind: 'sites' | 'contacts', content: string): Promise<string> => {
  const { status, body } = await imports.send(kind, content)
  expect(status).toBe(201)
  return body.reference
}

const run = (attempt: number, isLastAttempt = false): JobRun => ({
  jobId: '1',
  worker: 'test',
  attempt,
  isLastAttempt,
  signal: new AbortController().signal,
  logger: silentLogger(),
})

/** One run of the import's job, as the worker makes it. */
const work = async (reference: string, attempt = 1, kinds = portalImportKinds): Promise<void> => {
  const [job] = importJobs({ inTransaction: workerTransactions(imports.worker, app.clock), kinds })
  const { rows } = await app.build.run('select id from imports where reference = $1', [reference])
  await job?.run({ importId: rows[0].id }, run(attempt))
}

const applied = async (kind: 'sites' | 'contacts', content: string): Promise<Import> => {
  const reference = await send(kind, content)
  await work(reference)
  await app.call(administrator(), applyImport, at(reference))
  await work(reference)
  return look(reference)
}

describe('an external key', () => {
  it('is given by a file to the site and the contact that exist already', async () => {
    const { reference } = app.world.companies.client
    const sites = `Société;Clé externe;Nom du site;Adresse;Code postal;Ville\n${reference};SX-9;Agence de Bordeaux;12 cours Sud;33000;Bordeaux\n`
    expect(await applied('sites', sites)).toMatchObject({ state: 'done', updated: 1, faulty: 0, failure: null })
    const contact = (key: string) => `Société;Clé externe;Nom;E-mail\n${reference};${key};Clavier;clavier@exemple.fr\n`
    expect(await applied('contacts', contact(''))).toMatchObject({ state: 'done', created: 1 })
    expect(await applied('contacts', contact('KX-9'))).toMatchObject({ state: 'done', updated: 1 })
    const { rows } = await app.build.run(
      `select external_key from sites where external_key = 'SX-9' union select external_key from contacts where external_key = 'KX-9' order by 1`,
    )
    expect(rows.map(({ external_key }) => external_key)).toEqual(['KX-9', 'SX-9'])
  })
})

describe('an import that cannot go on', () => {
  const file = () =>
    `Société;Nom du site;Adresse;Code postal;Ville\n${app.world.companies.client.reference};Dépôt ${Math.random()};2 quai Nord;69002;Lyon\n`
  const failing = (error: Error) => ({ ...portalImportKinds, sites: { ...portalImportKinds.sites, apply: () => Promise.reject(error) } })
  const checked = async () => {
    const reference = await send('sites', file())
    await work(reference)
    await app.call(administrator(), applyImport, at(reference))
    return reference
  }

  it('says what it met, and goes on where it stopped when it is tried again', async () => {
    const reference = await checked()
    await work(reference, 1, failing(Object.assign(new Error('permission denied for table sites'), { code: '42501' })))
    expect(await look(reference)).toMatchObject({
      state: 'failed',
      failure: 'permission denied for table sites',
      abilities: { apply: false, cancel: true, retry: true },
    })
    expect((await app.call(app.world.personas.carrierPilot, retryImport, at(reference))).status).toBe(403)
    expect((await app.call(administrator(), retryImport, at(reference))).status).toBe(204)
    expect(await look(reference)).toMatchObject({ state: 'applying', failure: null })
    await work(reference)
    expect(await look(reference)).toMatchObject({ state: 'done', created: 1 })
    expect((await app.call(administrator(), retryImport, at(reference))).status).toBe(409)
  })

  it('is given up as well', async () => {
    const reference = await checked()
    await work(reference, 3, failing(new TypeError('cells is undefined')))
    expect((await app.call(administrator(), cancelImport, at(reference))).status).toBe(204)
    expect(await look(reference)).toMatchObject({ state: 'cancelled', failure: null })
  })

  it('tries by itself what may pass', async () => {
    const reference = await checked()
    const cut = Object.assign(new Error('terminating connection'), { code: '57P01' })
    await expect(work(reference, 4, failing(cut))).rejects.toThrow('terminating connection')
    expect(await look(reference)).toMatchObject({ state: 'applying', failure: null })
  })

  it.each([
    ['42501', 1, true],
    ['23505', 1, true],
    ['57P01', 20, false],
    ['08006', 20, false],
    ['40001', 20, false],
    ['53300', 20, false],
    ['ECONNREFUSED', 20, false],
    ['', 1, false],
    ['', 3, true],
    ['XX000', 2, false],
    ['XX000', 3, true],
  ])('%s at attempt %s lasts: %s', (code, attempt, lasts) => {
    expect(isLasting(Object.assign(new Error(), { code }), { attempt, isLastAttempt: false })).toBe(lasts)
    expect(isLasting(Object.assign(new Error(), { code }), { attempt, isLastAttempt: true })).toBe(true)
  })
})
