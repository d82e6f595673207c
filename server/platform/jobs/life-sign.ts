import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from '../logger.ts'

const lockKey = (parameter: string) => `hashtextextended('portal worker ' || ${parameter}, 0)`

/** Held by every living worker process; two keys, so it never meets the locks of single workers. */
const anyWorker = 0x70_6f_72_74

/** True when a worker lives somewhere, on whatever machine: PostgreSQL drops its lock with its connection. */
export const isAnyWorkerAlive = async (db: pg.Pool | pg.ClientBase): Promise<boolean> => {
  const { rows } = await db.query<{ alive: boolean }>(
    `select exists (select from pg_locks where locktype = 'advisory' and classid = $1 and objid = 1 and objsubid = 2 and granted
       and database = (select oid from pg_database where datname = current_database())) as alive`,
    [anyWorker],
  )
  return rows[0]?.alive ?? false
}

interface Worker extends pg.QueryResultRow {
  readonly worker: string
}

/** Those of `workers` that no live process claims. */
export const deadAmong = async (db: pg.Pool | pg.ClientBase, workers: readonly string[]): Promise<string[]> => {
  if (workers.length === 0) return []
  // The lock is taken for the length of this statement only: free means that the process which held it is gone.
  const { rows } = await db.query<Worker>(
    `select worker from unnest($1::text[]) as worker where pg_try_advisory_xact_lock(${lockKey('worker')})`,
    [workers],
  )
  return rows.map((row) => row.worker)
}

export interface LifeSign {
  /** Claims that the worker of this name lives in this process. */
  claim(worker: string): Promise<void>
  stop(): Promise<void>
}

/**
 * A connection that holds one advisory lock per worker of this process. PostgreSQL frees them the moment the process dies, whatever killed
 * it, so that its unfinished jobs are found within seconds rather than after the queue's own four hours, without comparing clocks.
 */
export const startLifeSign = async (url: string, logger: Logger): Promise<LifeSign> => {
  const workers = new Set<string>()
  let stopped = false
  let client: pg.Client | undefined

  const connect = async () => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'portal life sign' })
    fresh.on('error', () => undefined)
    await fresh.connect()
    // A machine that vanishes without closing its connection is noticed by the server.
    await fresh.query('set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3')
    await fresh.query('select pg_advisory_lock_shared($1::int, 1)', [anyWorker])
    for (const worker of workers) await fresh.query(`select pg_advisory_lock_shared(${lockKey('$1')})`, [worker])
    fresh.on('end', () => void reconnect())
    client = fresh
  }
  const reconnect = async () => {
    for (let delay = 100; !stopped; delay = Math.min(delay * 2, 5000)) {
      try {
        return await connect()
      } catch (error) {
        logger.warn({ err: error }, 'life sign: database unreachable')
        await sleep(delay)
      }
    }
  }
  await connect()

  return {
    async claim(worker) {
      workers.add(worker)
      await client?.query(`select pg_advisory_lock_shared(${lockKey('$1')})`, [worker])
    },
    async stop() {
      stopped = true
      await client?.end()
    },
  }
}
