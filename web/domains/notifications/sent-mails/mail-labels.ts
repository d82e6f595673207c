import type { Mail, MailRow } from '#api/notifications/sent-mails/sent-mails'
import * as m from '#messages/notifications'
import type { StateTone } from '../../../ui/state-badge.tsx'

export const mailStateTones: Readonly<Record<MailRow['state'], StateTone>> = {
  queued: 'neutral',
  sending: 'info',
  sent: 'success',
  failed: 'danger',
  uncertain: 'warning',
}
export const mailStateLabel = (state: MailRow['state']): string => m[`mail_state_${state}`]()
export const outcomeLabel = (outcome: Mail['history'][number]['outcome']): string => m[`mail_outcome_${outcome}`]()

/** What the mail server said, in its own words; what the portal says, in ours. */
export const reasonLabel = (reason: string): string => (reason === 'worker_died' ? m.mail_reason_worker_died() : reason)

/** Kinds of mails that the portal sends, in the order of the filter. */
export const mailTemplates = [
  'notification',
  'notification-digest',
  'address-unsubscribed',
  'order-placed',
  'order-to-validate',
  'order-news',
  'termination',
  'termination-to-validate',
  'renewal',
  'password-initialisation',
  'password-forgotten',
  'payment-changed',
  'security-new-sign-in',
  'security-password-changed',
  'security-factor-added',
  'security-factor-removed',
  'security-backup-codes',
  'security-email-changed',
] as const

type Underscored<T extends string> = T extends `${infer A}-${infer B}` ? `${A}_${Underscored<B>}` : T

/** A kind that this page does not know yet reads by its own name. */
export const templateLabel = (template: string): string => {
  const known = mailTemplates.find((one) => one === template)
  if (!known) return template
  const key = `mail_template_${known.replaceAll('-', '_')}` as `mail_template_${Underscored<typeof known>}`
  return m[key]()
}
