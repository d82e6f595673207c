import type { Words } from '#api/languages'
import type { Mail, MailRow } from '#api/notifications/sent-mails/sent-mails'
import { type MailTemplateName, mailStateWords, mailTemplateWords } from '#api/notifications/words'
import * as m from '#messages/notifications'
import { words } from '../../../platform/words.ts'

export const mailStateLabel = (state: MailRow['state']): string => words(mailStateWords[state])
export const outcomeLabel = (outcome: Mail['history'][number]['outcome']): string => m[`mail_outcome_${outcome}`]()

/** What the mail server said, in its own words; what the portal says, in ours. */
export const reasonLabel = (reason: string): string => (reason === 'worker_died' ? m.mail_reason_worker_died() : reason)

/** Kinds of mails that the portal sends, in the order of the filter. */
export const mailTemplates = Object.keys(mailTemplateWords) as readonly MailTemplateName[]

/** A kind that this page does not know yet reads by its own name. */
export const templateLabel = (template: string): string => {
  const known = (mailTemplateWords as Readonly<Record<string, Words>>)[template]
  return known ? words(known) : template
}
