import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimAttempt } from '../domains/identity/sign-in/attempts.ts'
import type { RequestInfo } from '../platform/context.ts'
import { workerTransactions } from '../platform/db/worker-transactions.ts'
import { runPortalCommand } from '../portal.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { createAdministrator } from './create-administrator.ts'
import { giveAccessBack } from './give-access-back.ts'
import { importFile } from './import-file.ts'

let app: TestApp
let pool: pg.Pool
let inTransaction: ReturnType<typeof workerTransactions>
beforeAll(async () => {
  app = await testApp()
  pool = new pg.Pool({ connectionString: app.urls.worker, max: 2 })
  inTransaction = workerTransactions(pool, app.clock)
})
afterAll(async () => {
  await pool.end()
  await app.close()
})

const appUrl = 'http://localhost:3000'

describe('the command line', () => {
  it('names its exit codes', async () => {
    expect(await runPortalCommand(['help'])).toBe(0)
    expect(await runPortalCommand([])).toBe(2)
    expect(await runPortalCommand(['inconnue'])).toBe(2)
    expect(await runPortalCommand(['give-access-back'])).toBe(2)
    expect(await runPortalCommand(['import', 'factures', 'x.csv'])).toBe(2)
    expect(await runPortalCommand(['import', 'companies', '/nowhere.csv'])).toBe(1)
    expect(await runPortalCommand(['create-administrator', '--email', 'x'])).toBe(1)
    expect(await runPortalCommand(['demo', '--unknown'])).toBe(2)
  })

  it('creates an administrator of the carrier with a link', async () => {
    const wished = { company: 'Autre', siren: null, firstName: 'Anne', lastName: 'Petit', email: 'anne@test.example' }
    const made = await inTransaction((tx) => createAdministrator(tx, wished, appUrl))
    expect(made.login).toBe('E-000000001')
    expect(made.link).toMatch(/^http:\/\/localhost:3000\/\S+/)
    const { rows } = await app.build.run(
      `select is_administrator, company_id, (select count(*)::int from password_links l where l.user_id = u.id) as links from users u where login = $1`,
      [made.login],
    )
    expect(rows).toEqual([{ is_administrator: true, company_id: app.world.companies.carrier.id, links: 1 }])
    expect((await inTransaction((tx) => createAdministrator(tx, wished, appUrl))).login).not.toBe('E-000000001')
  })

  it('gives access back: sessions end, factors go on request, the company reads it', async () => {
    const who = app.world.personas.accountant
    await app.build.run(
      `insert into factors (id, user_id, kind, name, created_at) values (gen_random_uuid(), $1, 'totp', 'Téléphone', now())`,
      [who.userId],
    )
    const request = { ip: '203.0.113.1', deviceHash: null, now: app.clock.now() } as RequestInfo
    const subject = `login:${who.login}`
    await claimAttempt(app.store.identityAt(app.clock.now()), request, { subject, place: 'unknown' })
    const counted = async () =>
      (await app.build.run(`select key from sign_in_failures where key like 'pair:%' or key like 'subject:%'`)).rows.length
    expect(await counted()).toBe(2)
    expect(await inTransaction((tx) => giveAccessBack(tx, 'E-999999999', false, appUrl))).toBeNull()
    expect(await counted()).toBe(2)
    await inTransaction((tx) => giveAccessBack(tx, who.login, false, appUrl))
    await inTransaction((tx) => giveAccessBack(tx, who.login, true, appUrl))
    const { rows } = await app.build.run(
      `select (select count(*)::int from factors where user_id = $1) as factors, (select count(*)::int from sessions where user_id = $1 and revoked_at is null) as sessions,
        (select count(*)::int from password_links where user_id = $1 and used_at is null) as links,
        (select count(*)::int from activity where company_id = $2 and action = 'user.access_given_back') as lines`,
      [who.userId, who.company.id],
    )
    expect(rows).toEqual([{ factors: 0, sessions: 0, links: 1, lines: 2 }])
    expect(await counted()).toBe(0)
  })

  it('imports a file, to see or for good', async () => {
    const bytes = Buffer.from('Raison sociale;SIREN\nVerger;732829320\nFaux;1\n')
    const request = { kind: 'companies' as const, fileName: 'verger.csv', bytes, again: false }
    const seen = await importFile({ inTransaction }, { ...request, dryRun: true })
    expect(seen).toMatchObject({ state: 'cancelled', valid: 1, faulty: 1, created: 0 })
    const done = await importFile({ inTransaction }, { ...request, dryRun: false })
    expect(done).toMatchObject({ state: 'done', created: 1, faulty: 1 })
    expect(done.faultyCsv?.toString()).toContain('SIREN faux')
    await expect(importFile({ inTransaction }, { ...request, dryRun: false })).rejects.toThrow('--again')
  })
})
