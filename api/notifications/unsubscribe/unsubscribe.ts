import * as z from 'zod/mini'
import { email, label } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { notificationCategorySchema } from '../notification-categories.ts'

const query = z.strictObject({ token: z.string().check(z.maxLength(2000, 'too_long')) })

/** What a link of a mail unsubscribes. */
export const unsubscriptionSchema = z.object({
  address: email,
  /** One for the mail of one event, several for a summary. */
  categories: z.array(notificationCategorySchema),
  companyName: label,
  /** `subscribed`: not unsubscribed yet. `undone`: an administrator brought it back. */
  state: z.enum(['subscribed', 'unsubscribed', 'undone']),
  /** An address that several people read: the administrators are told and can undo. */
  isShared: z.boolean(),
})
export type Unsubscription = z.infer<typeof unsubscriptionSchema>

export const openUnsubscribePage = endpoint({
  method: 'GET',
  path: '/api/unsubscribe',
  summary: 'The same link in a browser: leads to the page that asks for a confirmation.',
  right: 'public',
  query,
  produces: 'text/html',
})

export const unsubscribe = endpoint({
  method: 'POST',
  path: '/api/unsubscribe',
  summary:
    'One-click unsubscription (RFC 8058): this address no longer receives the mails of this category; of a summary, of the categories that it told about.',
  touches: ['notification-subscriptions'],
  right: 'public',
  query,
  response: unsubscriptionSchema,
  problems: ['link_expired'],
})

export const readUnsubscription = endpoint({
  method: 'GET',
  path: '/api/unsubscribe/details',
  summary:
    'What the link of a mail would unsubscribe or bring back, and whether it already did. Pages: /desabonnement?jeton=… and ?annuler=…',
  topic: 'notification-subscriptions',
  right: 'public',
  query,
  response: unsubscriptionSchema,
  problems: ['link_expired'],
})

export const undoUnsubscription = endpoint({
  method: 'POST',
  path: '/api/unsubscribe/undo',
  summary: 'Bring back a shared address that somebody unsubscribed: link of the mail to the administrators. Page: /desabonnement?annuler=…',
  touches: ['notification-subscriptions'],
  right: 'public',
  query,
  response: unsubscriptionSchema,
  problems: ['link_expired'],
})
