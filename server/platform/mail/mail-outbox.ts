import type pg from 'pg'
import type { Language } from '#api/languages'
import type { Clock } from '../clock.ts'
import { deadAmong } from '../jobs/life-sign.ts'

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

/** Claims mails for a worker: still queued, but nobody else takes them while it lives. `wanted` are due whatever the clock says, and so is a first attempt. */
export const claimMails = async (
  pool: pg.Pool,
  { worker, wanted, limit, now }: { worker: string; wanted: readonly string[]; limit: number; now: Date },
): Promise<MailRow[]> => {
  const { rows } = await pool.query<MailRow>({
    name: 'claim-mails',
    text: `select id, message_id, to_address, login, template, language, parameters, unsubscribe_url, attempts, created_at
      from app.claim_mails($1, $2, $3, $4)`,
    values: [worker, now, wanted, limit],
  })
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
