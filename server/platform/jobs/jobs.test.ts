import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { testDatabase } from '../../testing/test-database.ts'
import type { TestDatabase } from '../../testing/test-server.ts'
import { travellingClock } from '../clock.ts'
import { transactionOn } from '../db/query.ts'
import { inTransaction } from '../db/store.ts'
import { silentLogger } from '../logger.ts'
import { defineJob } from './define-job.ts'
import { lastDue, periodicPayload, tickPeriodicJobs } from './periodic.ts'
import { drainJobs, startJobs } from './start-jobs.ts'

const count = defineJob('test-count', z.object({ step: z.number() }))
const nightly = defineJob('test-nightly', periodicPayload)
const logger = silentLogger()

describe('jobs', () => {
  let database: TestDatabase
  let pool: pg.Pool
  beforeAll(async () => {
    database = await testDatabase()
    pool = new pg.Pool({ connectionString: database.urls.worker, max: 3 })
  })
  beforeEach(async () => {
    await pool.query('delete from graphile_worker._private_jobs')
  })
  afterAll(async () => {
    await pool.end()
    await database.drop()
  })
  const write = (work: (tx: ReturnType<typeof transactionOn>) => Promise<void>) =>
    inTransaction(pool, (client) => work(transactionOn(client, new Date())))
  const waiting = async () => (await pool.query('select count(*)::int as n from graphile_worker._private_jobs')).rows[0].n

  it('exist only when their transaction commits, and the key replaces a waiting one', async () => {
    await expect(
      write(async (tx) => {
        await count.enqueue(tx, { step: 1 })
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await waiting()).toBe(0)
    await write(async (tx) => {
      await count.enqueue(tx, { step: 1 }, { key: 'one' })
      await count.enqueue(tx, { step: 2 }, { key: 'one' })
    })
    const seen: number[] = []
    await drainJobs({ workerUrl: database.urls.worker, logger, jobs: [count.handledBy(async ({ step }) => void seen.push(step))] })
    expect(seen).toEqual([2])
    expect(await waiting()).toBe(0)
  })

  it('are tried again after an error, and given up at once when nobody understands the payload', async () => {
    await write((tx) => count.enqueue(tx, { step: 1 }))
    let attempts = 0
    const job = count.handledBy(async () => {
      attempts += 1
      if (attempts === 1) throw new Error('not yet')
    })
    await drainJobs({ workerUrl: database.urls.worker, logger, jobs: [job] })
    expect(attempts).toBe(1)
    await drainJobs({ workerUrl: database.urls.worker, logger, jobs: [job], includeDelayed: true })
    expect(attempts).toBe(2)
    await pool.query(`select app.add_job('test-count', '{"step":"x"}')`)
    await drainJobs({ workerUrl: database.urls.worker, logger, jobs: [job], includeDelayed: true })
    const { rows } = await pool.query('select attempts, max_attempts, last_error from graphile_worker._private_jobs')
    expect(rows).toEqual([{ attempts: 1, max_attempts: 1, last_error: expect.stringContaining('test-count') }])
  })

  it("keeps the carrier's kinds, odd names and large payloads from customers, and the queue itself from everybody but the worker", async () => {
    const identity = new pg.Pool({ connectionString: database.urls.identity, max: 1 })
    try {
      await expect(identity.query(`select app.add_job('carrier.bill-run', '{}')`)).rejects.toThrow("carrier's")
      await expect(identity.query(`select app.add_job('Drop', '{}')`)).rejects.toThrow('unknown kind')
      await expect(identity.query(`select app.add_job('test-count', '[]')`)).rejects.toThrow('small object')
      await expect(identity.query('select * from graphile_worker._private_jobs')).rejects.toThrow('permission denied')
      await identity.query(`select app.add_job('test-count', '{}')`)
    } finally {
      await identity.end()
    }
    await pool.query(`select app.add_job('carrier.bill-run', '{}')`)
  })

  it('finish before the worker stops', async () => {
    let finished = false
    const clock = travellingClock('2026-11-21T09:00:00Z')
    const job = count.handledBy(async () => {
      await sleep(400)
      finished = true
    })
    const running = await startJobs({ workerUrl: database.urls.worker, jobs: [job], clock, logger })
    await write((tx) => count.enqueue(tx, { step: 1 }))
    await expect
      .poll(async () => (await pool.query('select 1 from graphile_worker._private_jobs where locked_by is not null')).rowCount)
      .toBe(1)
    await running.stop()
    expect(finished).toBe(true)
    expect(await waiting()).toBe(0)
  })

  it('of a worker that was killed are taken up again within seconds', async () => {
    await write((tx) => count.enqueue(tx, { step: 1 }))
    const child = fork(new URL('./killed-worker.fixture.ts', import.meta.url), [database.urls.worker], { execArgv: [] })
    await once(child, 'message')
    child.kill('SIGKILL')
    await once(child, 'exit')
    let done = 0
    const job = count.handledBy(async () => {
      done += 1
    })
    const clock = travellingClock('2026-11-21T09:00:00Z')
    const startedAt = performance.now()
    const running = await startJobs({
      workerUrl: database.urls.worker,
      jobs: [job],
      clock,
      logger,
    })
    await expect.poll(() => done, { timeout: 10_000 }).toBe(1)
    expect(performance.now() - startedAt).toBeLessThan(8_000)
    await running.stop()
  })

  it('that are periodic fall due on the clock of the portal, once', async () => {
    const clock = travellingClock('2026-11-21T09:00:00Z')
    const entries = [{ identifier: nightly.identifier, schedule: { daily: '03:10' } }]
    const seen: { dueAt: string; since: string }[] = []
    const drain = () =>
      drainJobs({ workerUrl: database.urls.worker, logger, jobs: [nightly.handledBy(async (due) => void seen.push(due))] })
    await tickPeriodicJobs(pool, entries, clock)
    await drain()
    expect(seen).toEqual([])
    clock.travelTo('2026-11-25T10:00:00Z')
    await Promise.all([tickPeriodicJobs(pool, entries, clock), tickPeriodicJobs(pool, entries, clock)])
    await drain()
    expect(seen).toEqual([{ since: '2026-11-21T02:10:00.000Z', dueAt: '2026-11-25T02:10:00.000Z' }])
  })
})

describe('last due instant', () => {
  it('is counted in Paris, over changes of hour and short months', () => {
    const due = (schedule: Parameters<typeof lastDue>[0], now: string) => lastDue(schedule, new Date(now)).toISOString()
    expect(due({ everyMinutes: 5 }, '2026-11-21T09:07:30Z')).toBe('2026-11-21T09:05:00.000Z')
    expect(due({ daily: '03:10' }, '2026-07-01T01:09:00Z')).toBe('2026-06-30T01:10:00.000Z')
    expect(due({ daily: '03:10' }, '2026-12-01T02:10:00Z')).toBe('2026-12-01T02:10:00.000Z')
    expect(due({ monthly: { day: 31, at: '06:00' } }, '2027-03-15T00:00:00Z')).toBe('2027-02-28T05:00:00.000Z')
    expect(due({ monthly: { day: 1, at: '06:00' } }, '2027-01-01T04:00:00Z')).toBe('2026-12-01T05:00:00.000Z')
  })
})
