import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Language } from '#contract/session'
import type { Clock } from '../clock.ts'
import { deadAmong } from '../jobs/life-sign.ts'
import type { Delivery } from './transport.ts'

export interface MailRow extends pg.QueryResultRow {
  readonly id: string
  readonly message_id: string
  readonly to_address: string
  readonly login: string | null
  readonly template: string
  readonly language: Language
  readonly parameters: Buffer
  readonly unsubscribe_url: string | null
  /** Before this one. */
  readonly attempts: number
  readonly created_at: Date
}

/** Minutes to wait after the first, second … attempt; about three days in all. */
const pauses = [1, 5, 15, 30, 60, 120, 240, 480, 720, 720, 720, 720] as const

/** Claims mails for a worker: still queued, but nobody else takes them while it lives. `wanted` are due whatever the clock says. */
export const claimMails = async (
  pool: pg.Pool,
  { worker, wanted, limit, now }: { worker: string; wanted: readonly string[]; limit: number; now: Date },
): Promise<MailRow[]> => {
  const { rows } = await pool.query<MailRow>(
    `update mails set sender = $1 where id in (
       select id from mails where state = 'queued' and sender is null and parameters is not null
         and (attempts = 0 or next_attempt_at <= $2 or id = any ($3::uuid[]))
       order by created_at, id limit $4 for update skip locked)
     returning id, message_id, to_address, login, template, language, parameters, unsubscribe_url, attempts, created_at`,
    [worker, now, wanted, limit],
  )
  return rows.sort((a, b) => a.created_at.getTime() - b.created_at.getTime())
}

/** Gives back what was claimed and not begun. */
export const giveBack = (pool: pg.Pool, worker: string, ids: readonly string[]) =>
  pool.query(`update mails set sender = null where id = any ($1::uuid[]) and sender = $2 and state = 'queued'`, [ids, worker])

/** Another run of the sender, in a while. */
export const wakeSender = (pool: pg.Pool) => pool.query(`select app.add_job('send-mail', '{}'::json)`)

interface Held extends pg.QueryResultRow {
  readonly id: string
  readonly state: string
  readonly sender: string | null
}

/**
 * What workers that died hold: mails that had not left are free again; those whose message may have been on its way are « uncertain », and sent
 * again by hand only. `own` is the caller's: what it no longer works on is as lost as the rest.
 * @returns how many became uncertain.
 */
export const recoverMails = async (pool: pg.Pool, clock: Clock, own?: { worker: string; works: ReadonlySet<string> }): Promise<number> => {
  const { rows } = await pool.query<Held>(
    `select id, state, sender from mails where state = 'sending' or (state = 'queued' and sender is not null)`,
  )
  const others = [...new Set(rows.flatMap(({ sender }) => (sender === null || sender === own?.worker ? [] : [sender])))]
  const dead = new Set(await deadAmong(pool, others))
  const lost = rows.filter(({ id, sender }) => sender === null || (sender === own?.worker ? !own.works.has(id) : dead.has(sender)))
  if (lost.length === 0) return 0
  // Told by id and worker: somebody else may have found them in between.
  const { rows: uncertain } = await pool.query(
    `with lost as (select * from json_to_recordset($1::json) as t (id uuid, sender text)),
     freed as (
       update mails m set sender = null from lost where m.id = lost.id and m.sender = lost.sender and m.state = 'queued'
     ), doubtful as (
       update mails m set state = 'uncertain', last_error = 'worker_died', attempts = m.attempts + 1, next_attempt_at = null, updated_at = $2
       from lost where m.id = lost.id and m.sender is not distinct from lost.sender and m.state = 'sending' returning m.id, m.company_id
     )
     insert into mail_attempts (mail_id, at, company_id, outcome, reason) select id, $2, company_id, 'unknown', 'worker_died' from doubtful
     returning mail_id`,
    [JSON.stringify(lost), clock.now()],
  )
  return uncertain.length
}

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

/** Statements at a time: the next one need not wait for the disk of the one before. */
const writers = 2

export interface MailLedger {
  /** Just before the message: from here until its result is written, dying makes it uncertain. False when the mail is no longer ours. */
  leaves(row: MailRow): Promise<boolean>
  /** Writes down what became of a mail. */
  settle(row: MailRow, delivery: Exclude<Delivery, { outcome: 'withheld' }>): Promise<void>
}

/**
 * Writes what happens to the mails of a worker. What is asked while a statement runs goes together in the next one: many mails share a round
 * trip and a commit, and each still waits for its own.
 */
export const openMailLedger = (pool: pg.Pool, worker: string, clock: Clock): MailLedger => {
  let next = newRound()
  let writing = 0

  const write = async ({ results, leaving }: Round): Promise<ReadonlySet<string>> => {
    const { rows } = await pool.query<{ leaving: string[] }>({
      name: 'mail-ledger',
      text: `with settled as (
         update mails m set state = t.state, parameters = case when t.state = 'sent' then null else m.parameters end, attempts = m.attempts + 1,
           sender = case when t.state = 'queued' then null else m.sender end, last_error = t.reason, next_attempt_at = t.again,
           sent_at = case when t.state = 'sent' then $4::timestamptz end, updated_at = $4
         from json_to_recordset($1::json) as t (id uuid, state text, outcome text, reason text, again timestamptz, run_at timestamptz)
         where m.id = t.id and m.sender = $3 and m.state in ('queued', 'sending', 'uncertain')
         returning m.id, m.company_id, t.outcome, t.reason, t.run_at
       ), logged as (
         insert into mail_attempts (mail_id, at, company_id, outcome, reason) select id, $4, company_id, outcome, reason from settled
       ), later as materialized (
         select app.add_job('send-mail', json_build_object('mailId', id), 'mail:' || id, run_at) is null as done from settled where run_at is not null
       ), leaving as (
         update mails set state = 'sending', updated_at = $4
         where id = any ($2::uuid[]) and sender = $3 and state in ('queued', 'sending') returning id
       )
       select array(select id from leaving) as leaving, (select count(done) from later)`,
      values: [JSON.stringify(results), leaving, worker, clock.now()],
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
    writing++
    while (next.results.length + next.leaving.length > 0) {
      const round = next
      next = newRound()
      await writePatiently(round).then(round.done.resolve, round.done.reject)
    }
    writing--
  }

  const ask = (add: (round: Round) => void): Promise<ReadonlySet<string>> => {
    add(next)
    const { promise } = next.done
    if (writing < writers) void flush()
    return promise
  }

  return {
    leaves: async (row) => (await ask(({ leaving }) => leaving.push(row.id))).has(row.id),
    settle: async (row, delivery) => {
      await ask(({ results }) => results.push(resultOf(row, delivery, clock.now())))
    },
  }
}
