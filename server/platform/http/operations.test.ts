import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../testing/test-database.ts'
import { isAnyWorkerAlive, startLifeSign } from '../jobs/life-sign.ts'
import { silentLogger } from '../logger.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let pool: pg.Pool
beforeAll(async () => {
  database = await testDatabase()
  pool = new pg.Pool({ connectionString: database.urls.identity, max: 1 })
})
afterAll(async () => {
  await pool?.end()
  await database?.drop()
})

it('knows whether a worker lives, and notices at once that it left', async () => {
  expect(await isAnyWorkerAlive(pool)).toBe(false)
  const sign = await startLifeSign(database.urls.worker, silentLogger())
  expect(await isAnyWorkerAlive(pool)).toBe(true)
  await sign.stop()
  await expect.poll(() => isAnyWorkerAlive(pool)).toBe(false)
})
