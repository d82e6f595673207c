import { contactActs } from './domains/companies/contacts/contact-acts.ts'
import { userActs } from './domains/identity/users/user-acts.ts'
import { eventWriter } from './domains/notifications/delivery/event-kind.ts'
import { inboxActs } from './domains/notifications/inbox/inbox-acts.ts'
import { mailActs } from './domains/notifications/sent-mails/mail-acts.ts'
import { queueActs } from './domains/orders/queue/queue-acts.ts'
import { accountcodeActs } from './domains/subscriptions/accountcodes/accountcode-acts.ts'
import { portalEventKinds } from './event-kinds.ts'
import type { BulkAct } from './platform/bulk/bulk-act.ts'

/** Every act on many rows of a list: the server starts them, the worker does them. */
export const portalBulkActs: readonly BulkAct[] = [
  ...contactActs,
  ...userActs,
  ...inboxActs(eventWriter(portalEventKinds)),
  ...mailActs,
  ...accountcodeActs,
  ...queueActs,
]
