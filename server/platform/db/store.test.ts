import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../testing/test-database.ts'
import { inTransaction } from './store.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let pool: pg.Pool
beforeAll(async () => {
  database = await testDatabase()
  pool = new pg.Pool({ connectionString: database.urls.owner, max: 2 })
  await pool.query('create table pairs (id int primary key, touched int not null default 0)')
  await pool.query('insert into pairs values (1), (2)')
})
afterAll(async () => {
  await pool?.end()
  await database?.drop()
})

it('runs again what PostgreSQL undid because two transactions waited for each other', async () => {
  let waiting = 0
  let bothHoldOne: () => void = () => undefined
  const met = new Promise<void>((resolve) => {
    bothHoldOne = resolve
  })
  const touch = (first: number, second: number) =>
    inTransaction(pool, async (client) => {
      await client.query('update pairs set touched = touched + 1 where id = $1', [first])
      if (++waiting === 2) bothHoldOne()
      await met
      await client.query('update pairs set touched = touched + 1 where id = $1', [second])
    })
  await Promise.all([touch(1, 2), touch(2, 1)])
  expect((await pool.query('select touched from pairs order by id')).rows).toEqual([{ touched: 2 }, { touched: 2 }])
  expect(waiting).toBe(3)
})

it('rolls everything back on an error, and says it', async () => {
  const fail = inTransaction(pool, async (client) => {
    await client.query('update pairs set touched = 100')
    throw new Error('no')
  })
  await expect(fail).rejects.toThrow('no')
  expect((await pool.query('select max(touched) as most from pairs')).rows[0].most).toBe(2)
})
