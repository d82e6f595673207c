import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { Logger as QueueLogger, run, runOnce, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import type { Clock } from '../clock.ts'
import type { Logger } from '../logger.ts'
import { InvalidPayload, type Job } from './define-job.ts'
import { deadAmong, startLifeSign } from './life-sign.ts'
import { type PeriodicJob, tickPeriodicJobs } from './periodic.ts'
import { asRestored, restoredFlag } from './restored-run.ts'

export interface JobsOptions {
  readonly workerUrl: string
  readonly jobs: readonly Job[]
  readonly periodic?: readonly PeriodicJob[]
  readonly clock: Clock
  readonly logger: Logger
  /** Jobs at a time in this process. */
  readonly concurrency?: number
  /** How long a running job may go on after the stop was asked before its signal is aborted. */
  readonly stopGraceSeconds?: number
}

export interface RunningJobs {
  /** Takes no new job, lets the running ones finish, then resolves. */
  stop(): Promise<void>
  /** True while jobs are taken; for `/health`. */
  isAlive(): boolean
}

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

const queueLogger = (logger: Logger) =>
  new QueueLogger((scope) => (level, message) => {
    logger[levels[level as keyof typeof levels] ?? 'debug']({ job: scope.jobId, kind: scope.taskIdentifier }, message)
  })

const taskList = (jobs: readonly Job[], logger: Logger, worker: () => string): TaskList =>
  Object.fromEntries(
    jobs.map((job) => [
      job.identifier,
      async (payload, helpers) => {
        const { id, attempts, max_attempts: maxAttempts } = helpers.job
        const log = logger.child({ kind: job.identifier, job: id })
        const startedAt = performance.now()
        try {
          const run = () =>
            job.run(payload, {
              jobId: id,
              worker: worker(),
              attempt: attempts,
              isLastAttempt: attempts >= maxAttempts,
              signal: helpers.abortSignal ?? new AbortController().signal,
              logger: log,
            })
          await (helpers.job.flags?.[restoredFlag] ? asRestored(run) : run())
          log.info({ ms: Math.round(performance.now() - startedAt), attempt: attempts }, 'job done')
        } catch (error) {
          log[attempts >= maxAttempts ? 'error' : 'warn']({ err: error, attempt: attempts }, 'job failed')
          if (error instanceof InvalidPayload) {
            await helpers.query(`update graphile_worker._private_jobs set max_attempts = attempts where id = $1`, [id])
          }
          throw error
        }
      },
    ]),
  )

const workerPool = (workerUrl: string, max: number, logger: Logger) => {
  const pool = new pg.Pool({ connectionString: workerUrl, max, application_name: 'portal worker' })
  const lost = (error: Error) => logger.warn({ err: error }, 'worker connection lost')
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}

const sweepEveryMilliseconds = 10_000
const secondLookMilliseconds = 1_500
const tickEveryMilliseconds = 1_000

interface Lock extends pg.QueryResultRow {
  readonly worker: string
}

/** Frees the jobs of processes that died. A worker is dead when two looks in a row find nobody claiming it. */
const createSweeper = (pool: pg.Pool, logger: Logger) => {
  let suspects = new Set<string>()
  return async () => {
    const { rows } = await pool.query<Lock>(
      `select locked_by as worker from graphile_worker._private_jobs where locked_by is not null
       union select locked_by from graphile_worker._private_job_queues where locked_by is not null`,
    )
    const unclaimed = await deadAmong(
      pool,
      rows.map((row) => row.worker),
    )
    const dead = unclaimed.filter((worker) => suspects.has(worker))
    suspects = new Set(unclaimed)
    if (dead.length === 0) return
    logger.warn({ workers: dead }, 'jobs of dead workers are taken up again')
    await pool.query('select graphile_worker.force_unlock_workers($1)', [dead])
  }
}

/** Repeats `work` with a pause between runs; an error is logged and the next run tries again. */
const repeat = (work: () => Promise<void>, pause: () => number, logger: Logger, name: string) => {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const round = async () => {
    await work().catch((error: unknown) => logger.warn({ err: error }, `${name} failed`))
    if (!stopped) timer = setTimeout(() => (current = round()), pause())
  }
  let current = round()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await current
  }
}

/** Starts the workers of this process. Jobs left by a process that died are taken up again within seconds. */
export const startJobs = async (options: JobsOptions): Promise<RunningJobs> => {
  const { workerUrl, jobs, periodic = [], clock, logger, concurrency = 4, stopGraceSeconds = 20 } = options
  const pool = workerPool(workerUrl, concurrency + 3, logger)
  const life = await startLifeSign(workerUrl, logger)
  const events: WorkerEvents = new EventEmitter()
  let name = ''
  let claimed: Promise<void> = Promise.resolve()
  events.on('pool:create', ({ workerPool: created }) => {
    name = created.id
    claimed = life.claim(created.id)
  })
  const runner = await run({
    pgPool: pool,
    taskList: taskList(jobs, logger, () => name),
    concurrency,
    events,
    crontab: '',
    noHandleSignals: true,
    pollInterval: 1000,
    gracefulShutdownAbortTimeout: stopGraceSeconds * 1000,
    logger: queueLogger(logger),
  })
  await claimed
  let alive = true
  runner.promise.then(
    () => (alive = false),
    (error: unknown) => {
      alive = false
      logger.error({ err: error }, 'the worker stopped on an error')
    },
  )
  let looks = 0
  const stopSweeping = repeat(
    createSweeper(pool, logger),
    () => (looks++ === 0 ? secondLookMilliseconds : sweepEveryMilliseconds),
    logger,
    'sweep',
  )
  const stopTicking = repeat(
    () => tickPeriodicJobs(pool, periodic, clock),
    () => tickEveryMilliseconds,
    logger,
    'periodic jobs',
  )

  return {
    isAlive: () => alive,
    async stop() {
      await Promise.all([stopSweeping(), stopTicking()])
      if (alive) await runner.stop()
      await life.stop()
      await pool.end()
    },
  }
}

/**
 * Runs what is due until nothing is left; for tests and one-shot commands. With `includeDelayed`, retries and delayed jobs that wait now
 * run too, once.
 */
export const drainJobs = async (options: {
  workerUrl: string
  jobs: readonly Job[]
  logger: Logger
  includeDelayed?: boolean
}): Promise<void> => {
  const pool = workerPool(options.workerUrl, 4, options.logger)
  const life = await startLifeSign(options.workerUrl, options.logger)
  const name = `drain-${randomUUID()}`
  try {
    await life.claim(name)
    if (options.includeDelayed) {
      await pool.query('update graphile_worker._private_jobs set run_at = now() where is_available and run_at > now()')
    }
    await runOnce({
      pgPool: pool,
      taskList: taskList(options.jobs, options.logger, () => name),
      noHandleSignals: true,
      logger: queueLogger(options.logger),
    })
  } finally {
    await life.stop()
    await pool.end()
  }
}
