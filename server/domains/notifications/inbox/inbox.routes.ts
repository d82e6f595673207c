import type { Language } from '#api/languages'
import {
  countUnread,
  listNotifications,
  markAllRead,
  markRead,
  markUnread,
  type Notification,
} from '#api/notifications/inbox/notifications'
import { categoryWords, notificationWords } from '#api/notifications/words'
import { universeWords } from '#api/universes'
import type { Context, ScopedTransaction } from '../../../platform/context.ts'
import { first } from '../../../platform/db/questions.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { instantColumn, textColumn } from '../../../platform/lists/export-columns.ts'
import { listRoutes, listSource } from '../../../platform/lists/list-routes.ts'
import type { WriteEvent } from '../delivery/event-kind.ts'
import * as inbox from './inbox.repository.ts'
import { announceInbox, markNotification } from './mark-notification.ts'

const present =
  (writeEvent: WriteEvent, language: Language) =>
  (row: inbox.InboxRow): Notification => ({
    id: row.id,
    category: row.category,
    universe: row.universe,
    code: row.code,
    ...writeEvent(row, row.universe, language),
    objectKind: row.object_kind,
    objectReference: row.object_reference,
    company: { reference: row.company_reference, name: row.company_name },
    at: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  })

const unreadNow = async (tx: ScopedTransaction): Promise<number> => (await tx.first(inbox.unread()))?.count ?? 0

const setRead = (ctx: Context, id: string, read: boolean) =>
  ctx.write(async (tx) => {
    await markNotification(tx, id, read)
    return { unread: await unreadNow(tx) }
  })

export const inboxSource = (writeEvent: WriteEvent) =>
  listSource(listNotifications, {
    page: ({ filters: { universe, category, unread } }, order) => inbox.page({ universe, category, unread: unread === 'true' }, order),
    present: (scope, { filters }) => present(writeEvent, filters.language ?? scope.language),
    file: {
      name: { fr: 'notifications', en: 'notifications' },
      columns: () => [
        instantColumn(notificationWords.at, ({ at }) => at),
        textColumn(notificationWords.what, ({ title }) => title),
        textColumn(notificationWords.text, ({ text }) => text),
        textColumn(notificationWords.category, ({ category }) => categoryWords[category]),
        textColumn(notificationWords.universe, ({ universe }) => universeWords[universe]),
        textColumn(notificationWords.company, ({ company }) => company.name),
        textColumn(notificationWords.state, ({ readAt }) => (readAt ? notificationWords.read : notificationWords.unread)),
      ],
    },
  })

/** A person's own notifications: row security shows nobody else's, and « voir comme » writes nothing. */
export const inboxRoutes = (writeEvent: WriteEvent): Route[] => [
  ...listRoutes(listNotifications, inboxSource(writeEvent)),
  route(countUnread, async (ctx) => {
    const { scope, unread, failing } = await ctx.read({ unread: first(inbox.unread()), failing: first(inbox.failingAddresses()) })
    return { count: unread?.count ?? 0, failingAddresses: scope.isAdministrator ? (failing?.count ?? 0) : 0 }
  }),
  route(markRead, (ctx, { params }) => setRead(ctx, params.notification, true)),
  route(markUnread, (ctx, { params }) => setRead(ctx, params.notification, false)),
  route(markAllRead, (ctx, { body }) =>
    ctx.write(async (tx) => {
      const marked = await tx.run(inbox.markAll({ universe: body.universe, category: body.category }, body.upTo ?? null, tx.now))
      if (marked > 0) await announceInbox(tx)
      return { marked, unread: await unreadNow(tx) }
    }),
  ),
]
