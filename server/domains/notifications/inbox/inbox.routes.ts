import * as z from 'zod/mini'
import type { Language } from '#api/languages'
import {
  countUnread,
  listNotifications,
  markAllRead,
  markRead,
  markUnread,
  type Notification,
} from '#api/notifications/inbox/notifications'
import type { Context, ScopedTransaction } from '../../../platform/context.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { publishToUsers } from '../../../platform/realtime/publish.ts'
import type { WriteEvent } from '../delivery/event-kind.ts'
import * as inbox from './inbox.repository.ts'

const cursorSchema = z.tuple([z.uuid(), z.boolean()])

const decode = (cursor: string | undefined): inbox.InboxCursor | null => {
  if (cursor === undefined) return null
  try {
    const [id, backwards] = z.parse(cursorSchema, JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { id, backwards }
  } catch {
    throw fieldProblem('cursor', 'cursor_invalid')
  }
}
const encode = (id: string | undefined, backwards: boolean): string | null =>
  id === undefined ? null : Buffer.from(JSON.stringify([id, backwards])).toString('base64url')

const present = (row: inbox.InboxRow, writeEvent: WriteEvent, language: Language): Notification => ({
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

/** The other tabs and devices of the person follow. */
const announce = (tx: ScopedTransaction): Promise<void> => publishToUsers(tx, 'notifications', [tx.scope.userId])

const setRead = (ctx: Context, id: string, read: boolean) =>
  ctx.write(async (tx) => {
    if ((await tx.run(inbox.mark(id, read ? tx.now : null))) === 0) throw new Problem('not_found')
    await announce(tx)
    return { unread: await unreadNow(tx) }
  })

/** A person's own notifications: row security shows nobody else's, and « voir comme » writes nothing. */
export const inboxRoutes = (writeEvent: WriteEvent): Route[] => [
  route(listNotifications, async (ctx, { query }) => {
    const limit = query.limit ?? 30
    const cursor = decode(query.cursor)
    const wanted = { universe: query.universe, category: query.category, unread: query.unread === 'true' }
    const { scope, rows } = await ctx.read(inbox.page(wanted, cursor, limit))
    const more = rows[0].length > limit
    const kept = rows[0].slice(0, limit)
    if (cursor?.backwards) kept.reverse()
    const hasNext = cursor?.backwards ? true : more
    const hasPrevious = cursor?.backwards ? more : cursor !== null
    return {
      items: kept.map((row) => present(row, writeEvent, query.language ?? scope.language)),
      next: hasNext ? encode(kept.at(-1)?.id, false) : null,
      previous: hasPrevious ? encode(kept[0]?.id, true) : null,
      total: null,
    }
  }),
  route(countUnread, async (ctx) => {
    const { scope, rows } = await ctx.read(inbox.unread(), inbox.failingAddresses())
    const [[unread], [failing]] = rows
    return { count: unread?.count ?? 0, failingAddresses: scope.isAdministrator ? (failing?.count ?? 0) : 0 }
  }),
  route(markRead, (ctx, { params }) => setRead(ctx, params.notification, true)),
  route(markUnread, (ctx, { params }) => setRead(ctx, params.notification, false)),
  route(markAllRead, (ctx, { body }) =>
    ctx.write(async (tx) => {
      const marked = await tx.run(inbox.markAll({ universe: body.universe, category: body.category }, body.upTo ?? null, tx.now))
      if (marked > 0) await announce(tx)
      return { marked, unread: await unreadNow(tx) }
    }),
  ),
]
