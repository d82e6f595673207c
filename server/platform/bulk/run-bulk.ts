import type pg from 'pg'
import * as z from 'zod/mini'
import { type BulkItem, bulkAtMost } from '#api/bulk'
import type { Universe } from '#api/universes'
import type { Clock } from '../clock.ts'
import type { Context } from '../context.ts'
import { db } from '../db/query.ts'
import type { Questions } from '../db/questions.ts'
import type { Store } from '../db/store.ts'
import { workerTransactions } from '../db/worker-transactions.ts'
import { problemOf } from '../http/errors.ts'
import { type MintScope, universeContext } from '../http/request-context.ts'
import { defineJob, type Job, type JobRun } from '../jobs/define-job.ts'
import { JobCancelled, progressWriter } from '../jobs/progress.ts'
import { Problem } from '../problem.ts'
import type { BulkAct } from './bulk-act.ts'
import * as runs from './bulk-runs.ts'

export const runBulkJob = defineJob('bulk.run', z.object({ run: z.uuid() }))

export interface BulkTools {
  readonly pool: pg.Pool
  readonly store: Store
  readonly clock: Clock
  readonly mintScope: MintScope
}

interface Started extends pg.QueryResultRow {
  readonly id: string
  readonly act: string
  readonly universe: Universe
  readonly user_id: string
  readonly params: object
  readonly filter: object | null
  readonly input: object
  readonly ip: string | null
  readonly state: string
  readonly total: number | null
  readonly token_hash: Buffer | null
  readonly is_end_client: boolean
}

const readStarted = (pool: pg.Pool, id: string) =>
  pool.query<Started>(
    `select r.*, p.state, p.total, s.token_hash, r.universe = 'client' and c.operator_id is not null as is_end_client
     from bulk_runs r join job_progress p on p.id = r.id join companies c on c.id = r.company_id left join sessions s on s.id = r.session_id
     where r.id = $1`,
    [id],
  )

/** Refusals that are about the session and not about a row: what is left waits until its starter tries again. */
const endsRun = new Set([
  'unauthenticated',
  'read_only_session',
  'second_factor_required',
  'second_factor_enrolment_required',
  'terms_not_accepted',
])
class SessionOver extends Error {
  override readonly name = 'SessionOver'
}

/** The same context as a request of that session has, at this instant: rights are judged anew for each row. */
const contextOf = ({ store, mintScope, clock }: BulkTools, { endpoint }: BulkAct, started: Started): Context =>
  universeContext({
    store,
    mintScope,
    endpoint: { ...endpoint, idempotent: undefined } as never,
    universe: started.universe,
    lane: started.is_end_client ? 'end_client' : started.universe,
    request: {
      id: started.id,
      ip: started.ip ?? '',
      userAgent: '',
      now: clock.now(),
      tokenHash: started.token_hash,
      deviceHash: null,
      idempotencyKey: null,
    },
    fingerprint: '',
  })

/** Problems about the session end the run; any other is about the row. */
const refusalOf = (error: unknown): Problem | null => {
  const problem = problemOf(error)
  if (problem && endsRun.has(problem.code)) throw new SessionOver(problem.code)
  return problem
}

/** Writes down which rows the filter keeps now, page after page under the starter's own right: what comes later is not meant. */
const freeze = async (tools: BulkTools, bulk: BulkAct, started: Started): Promise<number> => {
  const found: BulkItem[] = []
  let cursor: string | undefined
  do {
    const ctx = contextOf(tools, bulk, started)
    const place = { universe: started.universe, params: started.params, filters: started.filter ?? {}, now: ctx.request.now }
    const { defaultSort } = bulk.endpoint.bulk.list.list
    const { query, page } = bulk.source.page(place, { sort: undefined, defaultSort, cursor, limit: 1000 })
    const asked: Questions = bulk.source.also?.(place) ?? {}
    const { scope, rows, ...also } = await ctx.read({ ...asked, rows: query }).catch((error: unknown) => {
      throw refusalOf(error) ?? error
    })
    bulk.source.beside?.(scope, also, place)
    const answer = page(rows, bulk.source.present(scope, place))
    found.push(...answer.items.map((row) => bulk.itemOf(row as never)))
    if (found.length > bulkAtMost) throw new Problem('conflict')
    cursor = answer.next ?? undefined
  } while (cursor)
  await workerTransactions(
    tools.pool,
    tools.clock,
  )(async (tx) => {
    for (let at = 0; at < found.length; at += 2000) await tx.run(runs.addItems(started.id, at, found.slice(at, at + 2000)))
    await tx.run(db.updateTable('job_progress').set({ total: found.length }).where('id', '=', started.id))
  })
  return found.length
}

interface Waiting extends pg.QueryResultRow {
  readonly position: number
  readonly key: string
  readonly seen: number | null
}

const work = async (tools: BulkTools, bulk: BulkAct, started: Started, { signal, logger }: JobRun): Promise<void> => {
  const { pool, clock } = tools
  const progress = progressWriter(pool, started.id, clock.now)
  const count = async (state: string) =>
    Number((await pool.query('select count(*) from bulk_items where run_id = $1 and state = $2', [started.id, state])).rows[0]?.count ?? 0)
  try {
    const total = started.total ?? (await freeze(tools, bulk, started))
    let done = total - (await count('waiting'))
    for (;;) {
      const { rows } = await pool.query<Waiting>(
        `select position, key, seen from bulk_items where run_id = $1 and state = 'waiting' order by position limit 100`,
        [started.id],
      )
      if (rows.length === 0) break
      for (const { position, key, seen } of rows) {
        signal.throwIfAborted()
        await progress.report({ done, total })
        try {
          await contextOf(tools, bulk, started).write(async (tx) => {
            // Somebody who looks at the portal as another person, in this very session, is not who asked.
            if (tx.scope.userId !== started.user_id) throw new SessionOver('read_only_session')
            await bulk.act(tx, { key, seen }, { params: started.params as never, input: started.input as never })
            await tx.run(runs.settle(started.id, position, 'done'))
          })
        } catch (error) {
          if (error instanceof SessionOver) throw error
          const problem = refusalOf(error)
          if (problem?.code === 'unavailable') throw error
          if (!problem) logger.error({ err: error, act: started.act, key }, 'a row of a bulk act failed')
          const field = problem?.details.errors?.[0]?.code ?? null
          await workerTransactions(
            pool,
            clock,
          )((tx) => tx.run(runs.settle(started.id, position, 'refused', problem?.code ?? 'internal_error', field)))
        }
        done += 1
      }
    }
    await progress.finish({ refused: await count('refused') }, { done: total, total })
  } catch (error) {
    if (error instanceof JobCancelled) return progress.cancelled()
    if (error instanceof SessionOver || error instanceof Problem) return progress.fail(error.message)
    throw error
  }
}

/** Does the rows of a run one after the other; taken up again after a crash, it goes on with those that wait. */
export const bulkJobs = (tools: BulkTools, acts: readonly BulkAct[]): Job[] => [
  runBulkJob.handledBy(async ({ run: id }, run) => {
    const started = (await readStarted(tools.pool, id)).rows[0]
    if (!started || started.state === 'done' || started.state === 'cancelled') return
    const bulk = acts.find(({ endpoint }) => endpoint.bulk.name === started.act)
    if (!bulk) return progressWriter(tools.pool, id, tools.clock.now).fail('not_found')
    await work(tools, bulk, started, run)
  }),
]
