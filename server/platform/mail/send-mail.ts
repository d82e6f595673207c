import type pg from 'pg'
import type { Clock } from '../clock.ts'
import type { Job, JobRun } from '../jobs/define-job.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { MailTemplate } from './define-mail.ts'
import { type MailLedger, openMailLedger } from './mail-ledger.ts'
import { claimMails, giveBack, type MailRow, recoverMails, wakeSender } from './mail-outbox.ts'
import { mailContext, sendMailJob } from './mail-queue.ts'
import { renderMail } from './render-mail.ts'
import type { Delivery, MailTransport } from './transport.ts'
import { type Mailbox, readMailbox, writeMessage } from './write-message.ts'

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
  /** Dialogues with the mail server at a time: the transport's own bound when none is given. */
  readonly concurrency?: number
}

/** Mails claimed at a time. */
const claimSize = 100
/** After this long the job makes room for others, and a stop does not wait for the whole queue. */
const spellMilliseconds = 5_000

/** 20260131T090000123-E-000000004-019ab3… : files sort by time, and say whose mail it is. */
const fileName = (row: MailRow) =>
  `${row.created_at.toISOString().replaceAll(/[-:.Z]/g, '')}-${row.login ?? row.to_address}-${row.id.slice(-8)}`

const onStop = (signal: AbortSignal, stopped: () => void) => {
  if (signal.aborted) stopped()
  signal.addEventListener('abort', stopped, { once: true })
  return () => signal.removeEventListener('abort', stopped)
}

const createWriter = ({ templates: list, secrets, appUrl, clock }: MailSenderOptions, from: Mailbox) => {
  const templates = new Map(list.map((template) => [template.name, template]))
  return async (row: MailRow): Promise<Buffer> => {
    const template = templates.get(row.template)
    if (!template) throw new Error(`No mail is called ${row.template}.`)
    const parameters = JSON.parse(secrets.open(row.parameters, mailContext(row.id)))
    return writeMessage({
      ...renderMail(template, row.language, parameters, appUrl),
      from,
      to: row.to_address,
      messageId: row.message_id,
      date: clock.now(),
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(row.unsubscribe_url
          ? { 'List-Unsubscribe': `<${row.unsubscribe_url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
          : {}),
      },
    })
  }
}

/** Hands out claimed mails one by one, claiming the next ones before the last is gone. */
const createSupply = (claim: () => Promise<MailRow[]>, mayGoOn: () => boolean) => {
  const rows: MailRow[] = []
  let filling: Promise<void> | undefined
  let isDry = false
  const fill = () =>
    (filling ??= claim()
      .then((more) => {
        rows.push(...more)
        isDry = more.length === 0
      })
      .finally(() => (filling = undefined)))
  return {
    async next(): Promise<MailRow | undefined> {
      while (rows.length === 0 && !isDry && mayGoOn()) await fill()
      if (!mayGoOn()) return undefined
      // A failure is met by whoever then finds nothing left.
      if (rows.length < claimSize / 4 && !isDry) fill().catch(() => undefined)
      return rows.shift()
    },
    async left() {
      await filling?.catch(() => undefined)
      return rows.splice(0)
    },
    isDry: () => isDry,
  }
}

/**
 * The job that sends what is queued, each mail at most once: one sender per process, over a bounded number of dialogues. A mail is « sending » from
 * the instant when the mail server agreed to take the message until its answer is written down: only a mail that a worker leaves there by dying
 * is « uncertain », and sent again by hand only. Any other is queued again by whoever comes next.
 */
export const createMailSender = (options: MailSenderOptions): Job => {
  const { pool, transport, clock, concurrency = transport.connections ?? 10 } = options
  const sender = readMailbox(options.from)
  const write = createWriter(options, sender)
  const wanted = new Set<string>()
  const works = new Set<string>()
  let isRunning = false
  let isAskedAgain = false

  /** `stays`: the mails that have not begun to leave, with how to put them down. */
  const sendOne = async (row: MailRow, ledger: MailLedger, run: JobRun, stays: Map<string, () => void>): Promise<Delivery> => {
    const envelope = { from: sender.address, to: row.to_address }
    const leaves = () => {
      stays.delete(row.id)
      return ledger.leaves(row)
    }
    const leave = async (): Promise<Delivery> => {
      let message: Buffer
      try {
        message = await write(row)
      } catch (error) {
        run.logger.error({ err: error, mail: row.id }, 'this mail cannot be written')
        return { outcome: 'refused', reason: (error as Error).message.slice(0, 500) }
      }
      return transport.deliver(envelope, message, { name: fileName(row), leaves })
    }
    const delivery = await Promise.race([
      // Put down, its dialogue is not waited for; should it go on, it is told that the mail is no longer ours.
      new Promise<Delivery>((resolve) => stays.set(row.id, () => resolve({ outcome: 'withheld' }))),
      leave(),
    ])
    stays.delete(row.id)
    if (delivery.outcome !== 'sent' && delivery.outcome !== 'withheld') run.logger.warn({ mail: row.id, ...delivery }, 'mail not sent')
    return delivery
  }

  const spell = async (run: JobRun) => {
    const { worker, signal } = run
    await recoverMails(pool, clock, { worker, works })
    const ledger = openMailLedger(pool, worker, clock)
    const deadline = performance.now() + spellMilliseconds
    let failure: unknown
    const fail = (error: unknown) => {
      failure ??= error
    }
    const supply = createSupply(
      async () => {
        const asked = [...wanted]
        const rows = await claimMails(pool, { worker, wanted: asked, limit: claimSize, now: clock.now() })
        for (const id of asked) wanted.delete(id)
        for (const { id } of rows) works.add(id)
        return rows
      },
      () => failure === undefined && !signal.aborted && performance.now() < deadline,
    )
    const unsent: string[] = []
    const settling = new Set<Promise<void>>()
    const settle = (row: MailRow, delivery: Delivery) => {
      if (delivery.outcome === 'withheld') return void unsent.push(row.id)
      const settled = ledger
        .settle(row, delivery)
        .catch(fail)
        .finally(() => {
          works.delete(row.id)
          settling.delete(settled)
        })
      settling.add(settled)
    }
    const stays = new Map<string, () => void>()
    const forget = onStop(signal, () => {
      for (const putDown of stays.values()) putDown()
    })
    const lane = async () => {
      for (let row = await supply.next(); row; row = await supply.next()) settle(row, await sendOne(row, ledger, run, stays))
    }
    await Promise.all(Array.from({ length: concurrency }, () => lane().catch(fail)))
    await Promise.all(settling)
    forget()
    for (const { id } of await supply.left()) unsent.push(id)
    for (const id of unsent) works.delete(id)
    if (failure !== undefined) throw failure
    if (unsent.length > 0) await giveBack(pool, worker, unsent)
    if (unsent.length > 0 || !supply.isDry()) await wakeSender(pool)
  }

  return sendMailJob.handledBy(async ({ mailId }, run) => {
    if (mailId !== undefined) wanted.add(mailId)
    isAskedAgain = true
    // The run under way looks again before it ends: until then its own job is there to be taken up, should this process die.
    if (isRunning) return
    isRunning = true
    try {
      while (isAskedAgain) {
        isAskedAgain = false
        await spell(run)
      }
    } finally {
      isRunning = false
    }
  })
}
