import { sql } from 'kysely'
import type pg from 'pg'
import { raw, type Transaction } from '../db/query.ts'
import { newId } from '../ids.ts'

/** Somebody asked to stop a long job; the work done so far stays. */
export class JobCancelled extends Error {
  override readonly name = 'JobCancelled'
}

/** Opens the progress of a long job for its starter, in the transaction that enqueues it. @returns its id, for the job's payload. */
export const openProgress = async (
  tx: Transaction,
  progress: { kind: string; companyId: string; userId: string; total?: number },
): Promise<string> => {
  const id = newId()
  await tx.run(
    raw(sql`insert into job_progress (id, kind, company_id, user_id, total, created_at, updated_at)
      values (${id}, ${progress.kind}, ${progress.companyId}, ${progress.userId}, ${progress.total ?? null}, ${tx.now}, ${tx.now})`),
  )
  return id
}

/** Asks a long job to stop; it stops at its next report. Only its starter's row is reachable. */
export const requestCancel = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx.run(raw(sql`update job_progress set cancel_requested = true where id = ${id} and state in ('queued', 'running')`))) > 0

/** Lets a long job that ended be taken up again: what its starter does, for its own. */
export const reopenProgress = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx.run(
    raw(
      sql`update job_progress set state = 'queued', cancel_requested = false where id = ${id} and state in ('done', 'failed', 'cancelled')`,
    ),
  )) > 0

export interface ProgressReport {
  readonly done: number
  readonly total?: number
  readonly messageCode?: string
}

interface Flag extends pg.QueryResultRow {
  readonly cancel_requested: boolean
}

/** The worker's side of a progress. Reports are written at most a few times a second: every write wakes a screen. */
export const progressWriter = (pool: pg.Pool, id: string, now: () => Date, minimumMilliseconds = 250) => {
  let reportedAt = 0
  const write = async (state: string, { done, total, messageCode }: Partial<ProgressReport>, result: unknown = null) =>
    pool.query<Flag>(
      `update job_progress set state = $2, done = coalesce($3, done), total = coalesce($4, total), message_code = coalesce($5, message_code),
         result = coalesce($6, result), updated_at = $7
       where id = $1 returning cancel_requested`,
      [id, state, done ?? null, total ?? null, messageCode ?? null, result === null ? null : JSON.stringify(result), now()],
    )
  return {
    /** @throws JobCancelled when the starter asked to stop. */
    async report(report: ProgressReport): Promise<void> {
      if (performance.now() - reportedAt < minimumMilliseconds && report.done !== report.total) return
      reportedAt = performance.now()
      const { rows } = await write('running', report)
      if (rows[0]?.cancel_requested) throw new JobCancelled()
    },
    async finish(result?: unknown, report: Partial<ProgressReport> = {}): Promise<void> {
      await write('done', report, result)
    },
    async fail(messageCode: string, result?: unknown): Promise<void> {
      await write('failed', { messageCode }, result)
    },
    async cancelled(result?: unknown): Promise<void> {
      await write('cancelled', {}, result)
    },
  }
}
