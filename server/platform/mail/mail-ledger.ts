import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Clock } from '../clock.ts'
import type { MailRow } from './mail-outbox.ts'
import type { Delivery } from './transport.ts'

/** Minutes to wait after the first, second … attempt; about three days in all. */
const pauses = [1, 5, 15, 30, 60, 120, 240, 480, 720, 720, 720, 720] as const

interface Result {
  readonly id: string
  readonly state: 'sent' | 'failed' | 'uncertain' | 'queued'
  readonly outcome: 'sent' | 'retry' | 'refused' | 'unknown'
  readonly reason: string | null
  /** Next attempt, on the portal's clock and on the machine's. */
  readonly again: Date | null
  readonly run_at: Date | null
}

const resultOf = (row: MailRow, delivery: Exclude<Delivery, { outcome: 'withheld' }>, now: Date): Result => {
  const { outcome } = delivery
  const reason = delivery.outcome === 'sent' ? null : delivery.reason
  const pause = outcome === 'retry' ? pauses[row.attempts] : undefined
  if (pause !== undefined) {
    const [again, run_at] = [now.getTime(), Date.now()].map((time) => new Date(time + pause * 60_000)) as [Date, Date]
    return { id: row.id, state: 'queued', outcome, reason, again, run_at }
  }
  const state = outcome === 'sent' ? 'sent' : outcome === 'unknown' ? 'uncertain' : 'failed'
  return { id: row.id, state, outcome, reason, again: null, run_at: null }
}

interface Round {
  readonly results: Result[]
  readonly leaving: string[]
  readonly done: PromiseWithResolvers<ReadonlySet<string>>
}

const newRound = (): Round => ({ results: [], leaving: [], done: Promise.withResolvers() })

/** Milliseconds to wait for a database that is away: an answer of the mail server that is not written down is an uncertain mail. */
const patience = [100, 500, 2000, 5000] as const

export interface MailLedger {
  /** Just before the message: from here until its result is written, dying makes it uncertain. False when the mail is no longer ours. */
  leaves(row: MailRow): Promise<boolean>
  /** Writes down what became of a mail. */
  settle(row: MailRow, delivery: Exclude<Delivery, { outcome: 'withheld' }>): Promise<void>
}

/**
 * Writes what happens to the mails of a worker, one statement at a time. What is asked while it runs goes together in the next one: many mails
 * share a round trip and a commit, and each still waits for its own. A second statement at a time would only make both of them smaller.
 */
export const openMailLedger = (pool: pg.Pool, worker: string, clock: Clock): MailLedger => {
  let next = newRound()
  let isWriting = false

  const write = async ({ results, leaving }: Round): Promise<ReadonlySet<string>> => {
    const { rows } = await pool.query<{ leaving: string[] }>({
      name: 'note-mails',
      text: 'select app.note_mails($1, $2, $3, $4) as leaving',
      values: [worker, clock.now(), leaving, JSON.stringify(results)],
    })
    return new Set(rows[0]?.leaving)
  }

  const writePatiently = async (round: Round) => {
    for (const pause of patience) {
      try {
        return await write(round)
      } catch {
        await sleep(pause)
      }
    }
    return write(round)
  }

  const flush = async () => {
    isWriting = true
    while (next.results.length + next.leaving.length > 0) {
      const round = next
      next = newRound()
      await writePatiently(round).then(round.done.resolve, round.done.reject)
    }
    isWriting = false
  }

  const ask = (add: (round: Round) => void): Promise<ReadonlySet<string>> => {
    add(next)
    const { promise } = next.done
    if (!isWriting) void flush()
    return promise
  }

  return {
    leaves: async (row) => (await ask(({ leaving }) => leaving.push(row.id))).has(row.id),
    settle: async (row, delivery) => {
      await ask(({ results }) => results.push(resultOf(row, delivery, clock.now())))
    },
  }
}
