import MailComposer from 'nodemailer/lib/mail-composer'
import type pg from 'pg'
import type { Language } from '#contract/session'
import type { Clock } from '../clock.ts'
import { inTransaction } from '../db/store.ts'
import type { Job, JobRun } from '../jobs/define-job.ts'
import { deadAmong } from '../jobs/life-sign.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { MailTemplate } from './define-mail.ts'
import { mailContext, sendMailJob } from './mail-queue.ts'
import { renderMail } from './render-mail.ts'
import type { Delivery, MailTransport } from './transport.ts'

export interface MailSenderOptions {
  /** Pool of the worker's login. */
  readonly pool: pg.Pool
  readonly templates: readonly MailTemplate[]
  readonly secrets: SecretBox
  readonly transport: MailTransport
  /** MAIL_FROM. */
  readonly from: string
  readonly appUrl: string
  readonly clock: Clock
}

interface MailRow extends pg.QueryResultRow {
  readonly id: string
  readonly message_id: string
  readonly to_address: string
  readonly login: string | null
  readonly template: string
  readonly language: Language
  readonly parameters: Buffer | null
  readonly unsubscribe_url: string | null
  readonly attempts: number
  readonly created_at: Date
  readonly sender: string | null
  readonly state: string
}

/** Minutes to wait after the first, second … attempt; about three days in all. */
const pauses = [1, 5, 15, 30, 60, 120, 240, 480, 720, 720, 720, 720] as const

const bareAddress = (from: string) => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim()

/** 20261121T090000123-E-000000004-019ab3… : files sort by time, and say whose mail it is. */
const fileName = (row: MailRow) =>
  `${row.created_at.toISOString().replaceAll(/[-:.Z]/g, '')}-${row.login ?? row.to_address}-${row.id.slice(-8)}`

/**
 * The job that sends a mail, at most once. The row says « sending » before the dialogue starts and « sent » after the server's answer; a mail
 * left in « sending » by a worker that died may have been taken by the server: it becomes « uncertain » and is sent again by hand only.
 */
export const createMailSender = (options: MailSenderOptions): Job => {
  const { pool, secrets, transport, clock } = options
  const templates = new Map(options.templates.map((template) => [template.name, template]))
  const inFlight = new Set<string>()

  const take = async (id: string, worker: string) => {
    const { rows } = await pool.query<MailRow>(
      `update mails set state = 'sending', sender = $2, attempts = attempts + 1, updated_at = $3
       where id = $1 and state = 'queued' and parameters is not null returning *`,
      [id, worker, clock.now()],
    )
    return rows[0]
  }

  const compose = (row: MailRow) => {
    const template = templates.get(row.template)
    if (!template || !row.parameters) throw new Error(`No mail is called ${row.template}.`)
    const rendered = renderMail(template, row.language, JSON.parse(secrets.open(row.parameters, mailContext(row.id))), options.appUrl)
    return new MailComposer({
      from: options.from,
      to: row.to_address,
      subject: rendered.subject,
      text: rendered.text,
      html: rendered.html,
      date: clock.now(),
      messageId: row.message_id,
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(row.unsubscribe_url
          ? { 'List-Unsubscribe': `<${row.unsubscribe_url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
          : {}),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
      .compile()
      .build()
  }

  const settle = async (row: MailRow, delivery: Delivery) => {
    const at = clock.now()
    if (delivery.outcome === 'sent') {
      // One statement: ten thousand mails wait for as many round trips.
      await pool.query(
        `with settled as (
           update mails set state = 'sent', parameters = null, last_error = null, next_attempt_at = null, sent_at = $2, updated_at = $2
           where id = $1 returning id, company_id
         )
         insert into mail_attempts (mail_id, at, company_id, outcome) select id, $2, company_id, 'sent' from settled`,
        [row.id, at],
      )
      return
    }
    await pool.query(
      'insert into mail_attempts (mail_id, at, company_id, outcome, reason) select id, $2, company_id, $3, $4 from mails where id = $1',
      [row.id, at, delivery.outcome, delivery.reason],
    )
    const pause = delivery.outcome === 'retry' ? pauses[row.attempts - 1] : undefined
    if (pause === undefined) {
      const state = delivery.outcome === 'unknown' ? 'uncertain' : 'failed'
      await pool.query('update mails set state = $2, last_error = $3, next_attempt_at = null, updated_at = $4 where id = $1', [
        row.id,
        state,
        delivery.reason,
        at,
      ])
      return
    }
    await inTransaction(pool, async (client) => {
      await client.query(
        `update mails set state = 'queued', sender = null, last_error = $2, next_attempt_at = $3, updated_at = $4 where id = $1`,
        [row.id, delivery.reason, new Date(at.getTime() + pause * 60_000), at],
      )
      await client.query(`select app.add_job('send-mail', json_build_object('mailId', $1::uuid), 'mail:' || $1, $2)`, [
        row.id,
        new Date(Date.now() + pause * 60_000),
      ])
    })
  }

  /** Another run of the job finds the mail being sent: by a live worker (leave it), or by one that died in the middle. */
  const lookAtOrphan = async (id: string, worker: string) => {
    const { rows } = await pool.query<MailRow>(`select * from mails where id = $1 and state = 'sending'`, [id])
    const row = rows[0]
    if (!row || inFlight.has(id)) return
    // This very worker, no longer at it: the answer came but could not be written down.
    const elsewhere = row.sender !== null && row.sender !== worker
    if (elsewhere && (await deadAmong(pool, [String(row.sender)])).length === 0) return
    await markUncertain(pool, clock, [id])
  }

  return sendMailJob.handledBy(async ({ mailId }, run: JobRun) => {
    const row = await take(mailId, run.worker)
    if (!row) return lookAtOrphan(mailId, run.worker)
    inFlight.add(mailId)
    try {
      let message: Buffer
      try {
        message = await compose(row)
      } catch (error) {
        run.logger.error({ err: error, mail: mailId }, 'this mail cannot be written')
        return await settle(row, { outcome: 'refused', reason: (error as Error).message.slice(0, 500) })
      }
      const delivery = await transport.deliver({ from: bareAddress(options.from), to: row.to_address }, message, fileName(row))
      if (delivery.outcome !== 'sent')
        run.logger.warn({ mail: mailId, outcome: delivery.outcome, reason: delivery.reason }, 'mail not sent')
      await settle(row, delivery)
    } finally {
      inFlight.delete(mailId)
    }
  })
}

const markUncertain = (pool: pg.Pool, clock: Clock, ids: readonly string[]) =>
  pool.query(
    `update mails set state = 'uncertain', last_error = 'worker_died', next_attempt_at = null, updated_at = $2
     where id = any ($1::uuid[]) and state = 'sending'`,
    [ids, clock.now()],
  )

interface Orphan extends pg.QueryResultRow {
  readonly id: string
  readonly sender: string | null
}

/** Finds the mails that a dead worker left in the middle of the dialogue. Run at the start of a worker and from time to time. */
export const flagUncertainMails = async (pool: pg.Pool, clock: Clock): Promise<number> => {
  const { rows } = await pool.query<Orphan>(`select id, sender from mails where state = 'sending'`)
  const dead = new Set(await deadAmong(pool, [...new Set(rows.flatMap((row) => (row.sender === null ? [] : [row.sender])))]))
  const lost = rows.filter((row) => row.sender === null || dead.has(row.sender)).map((row) => row.id)
  if (lost.length > 0) await markUncertain(pool, clock, lost)
  return lost.length
}
