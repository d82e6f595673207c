import { sql } from 'kysely'
import * as z from 'zod/mini'
import { raw, type Transaction } from '../db/query.ts'
import type { Logger } from '../logger.ts'

/** What a handler knows of its run. */
export interface JobRun {
  readonly jobId: string
  /** Name of the worker that runs it, for as long as its process lives. */
  readonly worker: string
  /** 1 the first time. */
  readonly attempt: number
  /** No further attempt follows this one. */
  readonly isLastAttempt: boolean
  /** Aborted when the process stops and the job should put its work down. */
  readonly signal: AbortSignal
  readonly logger: Logger
}

export interface EnqueueOptions {
  /** A waiting job of the same key is replaced. */
  readonly key?: string
  /** Machine time to wait before the first attempt. What is due at a business date is found by a periodic job instead. */
  readonly delaySeconds?: number
  /** 25 unless told: about three days of growing pauses. */
  readonly maxAttempts?: number
}

/** A kind with its handler: what a worker is given. */
export interface Job {
  readonly identifier: string
  run(payload: unknown, run: JobRun): Promise<void>
}

export interface JobKind<S extends z.core.$ZodType> {
  readonly identifier: string
  /** Enqueues in the caller's transaction: rolled back with it. The payload holds identifiers, never secrets. */
  enqueue(tx: Transaction, payload: z.core.output<S>, options?: EnqueueOptions): Promise<void>
  /**
   * Binds the handler, where its dependencies are known (`worker.ts`). It runs at least once: after a crash it runs again, so it re-reads
   * the state of what it works on before acting.
   */
  handledBy(handler: (payload: z.core.output<S>, run: JobRun) => Promise<void>): Job
}

/** A payload that its kind does not understand: no retry will change it. */
export class InvalidPayload extends Error {
  override readonly name = 'InvalidPayload'
}

/** Declares a kind of job. `carrier.` in front keeps customers' roles from enqueueing it. */
export const defineJob = <S extends z.core.$ZodType>(identifier: string, schema: S): JobKind<S> => ({
  identifier,
  async enqueue(tx, payload, { key, delaySeconds, maxAttempts = 25 } = {}) {
    const runAt = delaySeconds === undefined ? null : new Date(Date.now() + delaySeconds * 1000)
    const body = JSON.stringify(z.parse(schema, payload))
    await tx.run(raw(sql`select app.add_job(${identifier}, ${body}::json, ${key ?? null}, ${runAt}::timestamptz, ${maxAttempts}::int)`))
  },
  handledBy: (handler) => ({
    identifier,
    async run(payload, run) {
      const parsed = z.safeParse(schema, payload)
      if (!parsed.success) throw new InvalidPayload(`${identifier}: ${z.prettifyError(parsed.error)}`)
      await handler(parsed.data, run)
    },
  }),
})
