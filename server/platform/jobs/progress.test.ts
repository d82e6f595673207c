import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../testing/test-database.ts'
import type { TestDatabase } from '../../testing/test-server.ts'
import { transactionOn } from '../db/query.ts'
import { inTransaction } from '../db/store.ts'
import { newId } from '../ids.ts'
import { silentLogger } from '../logger.ts'
import { startHub } from '../realtime/hub.ts'
import { JobCancelled, openProgress, progressWriter, requestCancel } from './progress.ts'

const now = new Date('2026-11-21T09:00:00Z')

describe('progress of a long job', () => {
  let database: TestDatabase
  let pool: pg.Pool
  const [companyId, contactId, userId] = [newId(), newId(), newId()]
  beforeAll(async () => {
    database = await testDatabase()
    pool = new pg.Pool({ connectionString: database.urls.worker, max: 2 })
    const owner = new pg.Client({ connectionString: database.urls.owner })
    await owner.connect()
    await owner.query(`set app.now = '${now.toISOString()}'`)
    await owner.query(`insert into companies (id, universes, name) values ($1, '{client}', 'Ma Société')`, [companyId])
    await owner.query(`insert into contacts (id, company_id, last_name) values ($1, $2, 'Martin')`, [contactId, companyId])
    await owner.query(`insert into users (id, company_id, contact_id, display_name) values ($1, $2, $3, 'Alice Martin')`, [
      userId,
      companyId,
      contactId,
    ])
    await owner.end()
  })
  afterAll(async () => {
    await pool.end()
    await database.drop()
  })
  const write = <T>(work: (tx: ReturnType<typeof transactionOn>) => Promise<T>) =>
    inTransaction(pool, (client) => work(transactionOn(client, now)))

  it('is told to its starter as it moves, and ends with its result', async () => {
    const hub = await startHub(database.urls.identity, silentLogger())
    const heard: unknown[] = []
    hub.subscribe((event) => heard.push(event))
    const id = await write((tx) => openProgress(tx, { kind: 'import', companyId, userId, total: 10 }))
    const progress = progressWriter(pool, id, () => now)
    await progress.report({ done: 4 })
    await progress.report({ done: 5 })
    await progress.finish({ faulty: 1 }, { done: 10 })
    const { rows } = await pool.query('select state, done, total, result from job_progress where id = $1', [id])
    expect(rows).toEqual([{ state: 'done', done: 10, total: 10, result: { faulty: 1 } }])
    // Opened, one report (the second came too soon to wake a screen), finished.
    await expect.poll(() => heard).toEqual(Array.from({ length: 3 }, () => ({ topic: 'bulk-runs', audience: { userId }, ids: [id] })))
    await hub.close()
  })

  it('stops at its next report when its starter asks', async () => {
    const id = await write((tx) => openProgress(tx, { kind: 'import', companyId, userId }))
    expect(await write((tx) => requestCancel(tx, id))).toBe(true)
    const progress = progressWriter(pool, id, () => now)
    await expect(progress.report({ done: 1 })).rejects.toThrow(JobCancelled)
    await progress.cancelled()
    expect(await write((tx) => requestCancel(tx, id))).toBe(false)
  })
})
