import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { travellingClock } from '../../../platform/clock.ts'
import { workerTransactions } from '../../../platform/db/worker-transactions.ts'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import { purgeExpired } from './purge-expired.ts'

let app: TestApp
let pool: pg.Pool
beforeAll(async () => {
  app = await testApp()
  pool = new pg.Pool({ connectionString: app.urls.worker, max: 1 })
})
afterAll(async () => {
  await pool?.end()
  await app?.close()
})

const count = async (table: string): Promise<number> => (await app.build.run(`select count(*)::int as n from ${table}`)).rows[0].n

it('keeps what lives and removes what expired long ago', async () => {
  const { userId } = app.world.personas.clientAdministrator
  await app.build.run(
    `insert into password_links (token_hash, user_id, kind, created_at, expires_at) values ('\\x01', $1, 'forgotten', '2026-01-01', '2026-01-02')`,
    [userId],
  )
  await app.build.run(
    `insert into sign_in_failures (key, failures, last_at, delayed_until) values ('old', 3, '2026-11-01', '2026-11-01'), ('new', 1, '2026-11-21', '2026-11-21')`,
  )
  const sessions = await count('sessions')
  const clock = travellingClock('2026-11-21T09:00:00Z')
  const inTransaction = workerTransactions(pool, clock)
  expect(await inTransaction(purgeExpired)).toBe(2)
  expect(await count('sessions')).toBe(sessions)
  expect(await count('sign_in_failures')).toBe(1)
  clock.advance({ years: 4 })
  await inTransaction(purgeExpired)
  expect(await count('sessions')).toBe(0)
})
