import * as z from 'zod/mini'
import { count, id, instant, label, namedCompany, phrase } from '../../atoms.ts'
import { bulkEndpoint } from '../../bulk.ts'
import { endpoint } from '../../endpoint.ts'
import { languageSchema } from '../../languages.ts'
import { listEndpoint } from '../../list.ts'
import { universeSchema, universes } from '../../universes.ts'
import { notificationCategorySchema } from '../notification-categories.ts'

/** What one was told, in the application: the bell. Who is told what: `notification-subscriptions.ts`. */
const everybody = { anyOf: null, universes } as const

export const notificationSchema = z.object({
  id,
  category: notificationCategorySchema,
  universe: universeSchema,
  code: z.string(),
  /** Written by the server in the language asked. */
  title: label,
  text: phrase,
  /** Page of the object in the portal; null when it has none. */
  path: z.nullable(z.string()),
  objectKind: z.string(),
  objectReference: z.nullable(z.string()),
  /** Whose event it is. */
  company: namedCompany,
  at: instant,
  readAt: z.nullable(instant),
})
export type Notification = z.infer<typeof notificationSchema>

const notificationFilters = { universe: universeSchema, category: notificationCategorySchema }

export const listNotifications = listEndpoint({
  path: '/api/:universe/notifications',
  summary: "The caller's notifications, of all their universes, the latest first. Live topic: `notifications`.",
  topic: 'notifications',
  right: everybody,
  screen: 'notifications',
  row: notificationSchema,
  filters: {
    ...notificationFilters,
    unread: z.enum(['true'], { error: 'invalid' }),
    /** Language of the sentences; the person's own unless told. */
    language: languageSchema,
  },
  sorts: ['at'],
  defaultSort: '-at',
})

/** Counting stops there: « 999+ ». */
export const unreadMaximum = 1000

export const countUnread = endpoint({
  method: 'GET',
  path: '/api/:universe/notifications/unread',
  summary: `How many unread notifications the caller has, all universes; counting stops at ${unreadMaximum}.`,
  topic: 'notifications',
  right: everybody,
  response: z.object({
    count,
    /** To administrators: how many addresses of their company refuse its mails. */
    failingAddresses: count,
  }),
})

export const markRead = endpoint({
  method: 'POST',
  path: '/api/:universe/notifications/:notification/read',
  summary: 'Mark one notification as read.',
  touches: ['notifications'],
  right: everybody,
  params: z.strictObject({ notification: id }),
  response: z.object({ unread: count }),
})

export const markUnread = endpoint({
  method: 'DELETE',
  path: '/api/:universe/notifications/:notification/read',
  summary: 'Mark one notification as unread again.',
  touches: ['notifications'],
  right: everybody,
  params: z.strictObject({ notification: id }),
  response: z.object({ unread: count }),
})

export const markAllRead = endpoint({
  method: 'POST',
  path: '/api/:universe/notifications/read',
  summary: 'Mark all the notifications as read: those of the filters, up to the one that was first on screen.',
  touches: ['notifications'],
  right: everybody,
  body: z.strictObject({
    universe: z.optional(notificationFilters.universe),
    category: z.optional(notificationFilters.category),
    upTo: z.optional(id),
  }),
  response: z.object({ marked: z.number(), unread: z.number() }),
})

export const markManyRead = bulkEndpoint({
  list: listNotifications,
  of: markRead,
  act: 'read',
  summary: 'Mark many notifications as read.',
})
export const markManyUnread = bulkEndpoint({
  list: listNotifications,
  of: markUnread,
  act: 'unread',
  summary: 'Mark many notifications as unread again.',
})
