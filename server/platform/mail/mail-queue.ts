import { sql } from 'kysely'
import * as z from 'zod/mini'
import type { Language } from '#api/languages'
import { raw, type Transaction } from '../db/query.ts'
import { newId } from '../ids.ts'
import { defineJob } from '../jobs/define-job.ts'
import type { SecretColumn } from '../secrets/rotate-secrets.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { MailContent, MailTemplate } from './define-mail.ts'
import { oneLine } from './render-mail.ts'

/** The job that sends what is queued; enqueued by the database with the first mail of a transaction. `mailId`: this one is due now. */
export const sendMailJob = defineJob('send-mail', z.object({ mailId: z.optional(z.string()) }))

/** What parameters are sealed for: they open in their own row only. */
export const mailContext = (id: string): string => `mails.parameters:${id}`

/** For the rotation of SECRET_KEY. */
export const mailSecrets: SecretColumn = { table: 'mails', column: 'parameters', context: mailContext }

export interface OutgoingMail<P> {
  /** A bare address; a display name is not accepted. */
  readonly to: string
  readonly language: Language
  readonly parameters: P
  /** Company whose mail it is: its partner columns follow. Null for mails about nobody's company. */
  readonly companyId: string | null
  readonly userId?: string | null
  /** Names the file when mails are kept on disk. */
  readonly login?: string | null
  /** Notifications only: one click unsubscribes (RFC 8058). */
  readonly unsubscribeUrl?: string
}

export interface MailQueue {
  /**
   * Queues a mail in the caller's transaction: it leaves if and only if that commits.
   * @returns its id.
   * @throws when the address could smuggle something into the headers or the parameters do not fit the template.
   */
  enqueue<S extends z.core.$ZodType>(tx: Transaction, template: MailTemplate<S>, mail: OutgoingMail<z.core.output<S>>): Promise<string>
}

/** A bare address that cannot smuggle anything into the headers. */
export const isMailAddress = (text: string): boolean => bareAddress.test(text)
const bareAddress = /^[^\s@<>(),;:\\"[\]]{1,64}@[^\s@<>(),;:\\"[\]]{1,190}$/

const mask = '••••••'

/** Hides what opens something: the path of every address, and the values that the template calls secret. */
const masking =
  (secrets: readonly string[]) =>
  (text: string): string =>
    secrets
      .filter((secret) => secret !== '')
      .reduce((shown, secret) => shown.replaceAll(secret, mask), text)
      .replaceAll(/(https?:\/\/[^\s/?#<>"]+)[^\s<>"]*/gi, `$1/${mask}`)

/** What staff may read of a mail: its words, never an address or a code that opens something. */
export const readableContent = ({ title, paragraphs, facts = [], button, footer = [] }: MailContent, secrets: readonly string[]) => {
  const shown = masking(secrets)
  return {
    title: shown(title),
    paragraphs: paragraphs.map(shown),
    facts: facts.map(([label, value]) => ({ label, value: shown(value) })),
    buttonLabel: button?.label ?? null,
    footer: footer.map(shown),
  }
}

const secretsOf = (template: MailTemplate, parameters: object): string[] =>
  Object.entries(parameters).flatMap(([name, value]) => (template.secretParameters.includes(name) ? [String(value)] : []))

export const createMailQueue = (options: { secrets: SecretBox; appUrl: string }): MailQueue => ({
  async enqueue(tx, template, mail) {
    if (!isMailAddress(mail.to)) throw new Error('Not an e-mail address.')
    const id = newId()
    const content = template.write(mail.language, mail.parameters)
    const sealed = options.secrets.seal(JSON.stringify(mail.parameters), mailContext(id))
    const messageId = `<${id}@${new URL(options.appUrl).hostname}>`
    const readable = readableContent(content, secretsOf(template as MailTemplate, mail.parameters as object))
    await tx.run(
      raw(sql`select app.enqueue_mail(${id}, ${messageId}, ${mail.companyId}, ${mail.userId ?? null}, ${mail.to}, ${mail.login ?? null},
        ${template.name}, ${mail.language}, ${oneLine(content.subject)}, ${sealed}, ${mail.unsubscribeUrl ?? null},
        ${JSON.stringify(readable)}::jsonb, ${tx.now}::timestamptz)`),
    )
    return id
  },
})
