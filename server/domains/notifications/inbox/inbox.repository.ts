import { sql } from 'kysely'
import { unreadMaximum } from '#api/notifications/inbox/notifications'
import { type NotificationCategory, notificationCategories, templatesNeeded } from '#api/notifications/notification-categories'
import { type Universe, universes } from '#api/universes'
import { keyset } from '../../../platform/db/keyset.ts'
import { db, type Query, raw } from '../../../platform/db/query.ts'
import type { ListOrder } from '../../../platform/lists/list-routes.ts'

export interface InboxRow {
  readonly id: string
  readonly universe: Universe
  readonly category: NotificationCategory
  readonly read_at: Date | null
  readonly code: string
  readonly object_kind: string
  readonly object_reference: string | null
  readonly parameters: unknown
  readonly company_reference: string
  readonly company_name: string
  readonly created_at: Date
}

const needs = JSON.stringify(
  universes.flatMap((universe) =>
    notificationCategories.flatMap((category) => templatesNeeded(category, universe).map((template) => ({ universe, category, template }))),
  ),
)

/**
 * What the reader may still see, by universe and category: a right that was taken away, or limited to other sites, hides what it opened. A handful of
 * rows, looked up for each notification of the page.
 */
const allowedRows = sql<{ universe: string; category: string; everywhere: boolean; sites: unknown }>`
  select n.universe, n.category, bool_or(er.grants ->> n.template = 'all') as everywhere,
    coalesce(jsonb_agg(er.grants -> n.template) filter (where jsonb_typeof(er.grants -> n.template) = 'array'), '[]') as sites
  from json_to_recordset(${needs}::json) as n (universe text, category text, template text)
  join effective_rights er on er.user_id = (select app.user_id()) and er.universe = n.universe and er.grants ? n.template
  group by n.universe, n.category`
const allowed = sql`allowed as materialized (${allowedRows})`
const visible = sql`exists (
  select from allowed a where a.universe = n.universe and a.category = n.category
    and (a.everywhere or (n.site_id is not null and jsonb_path_exists(a.sites, '$[*][*] ? (@ == $site)', jsonb_build_object('site', n.site_id)))))`

export interface InboxFilters {
  readonly universe?: Universe | undefined
  readonly category?: NotificationCategory | undefined
  readonly unread?: boolean | undefined
}

const filters = ({ universe, category, unread }: InboxFilters) =>
  sql.join(
    [
      sql`n.user_id = (select app.user_id())`,
      ...(unread ? [sql`n.read_at is null`] : []),
      ...(universe ? [sql`n.universe = ${universe}`] : []),
      ...(category ? [sql`n.category = ${category}`] : []),
    ],
    sql` and `,
  )

/** The latest first: identifiers are ordered by time. Page first, then what happened. */
export const page = (wanted: InboxFilters, order: ListOrder) => {
  const own = db.selectFrom('notifications as n').where(sql<boolean>`${filters(wanted)} and ${visible}`)
  const { query, page } = keyset(own.select(['n.id', 'n.event_id', 'n.universe', 'n.category', 'n.read_at']), {
    sorts: { at: sql`n.id` },
    tie: sql`n.id`,
    ...order,
  })
  const rows = db
    .with(
      (cte) => cte('allowed').materialized(),
      () => sql<{ universe: string }>`(${allowedRows})`,
    )
    .with(
      (cte) => cte('paged').materialized(),
      () => query,
    )
    .with('placed', (qb) => qb.selectFrom('paged').selectAll().select(sql<number>`row_number() over ()`.as('place')))
    .selectFrom('placed as p')
    .innerJoin('notification_events as e', 'e.id', 'p.event_id')
    .select(['p.id', 'p.universe', 'p.category', 'p.read_at', 'p.sort_value', 'p.sort_tie'])
    .select(['e.code', 'e.object_kind', 'e.object_reference', 'e.parameters', 'e.company_reference', 'e.company_name', 'e.created_at'])
    .orderBy('p.place')
  return { query: rows as unknown as Query<InboxRow>, page }
}

export const unread = () =>
  raw<{ count: number }>(sql`
    with ${allowed}
    select count(*)::int as count from (
      select from notifications n where n.user_id = (select app.user_id()) and n.read_at is null and ${visible} limit ${unreadMaximum}
    ) counted`)

/** Addresses of the reader's company that refuse its mails. */
export const failingAddresses = () =>
  raw<{ count: number }>(sql`select count(*)::int as count from app.failing_addresses((select app.company_id()))`)

export const mark = (id: string, at: Date | null) =>
  raw(sql`update notifications set read_at = ${at}::timestamptz where id = ${id} and user_id = (select app.user_id())`)

/** Only what the reader sees: what a lost right hides stays unread until it comes back. */
export const markAll = (wanted: InboxFilters, upTo: string | null, at: Date) =>
  raw(sql`
    with ${allowed}
    update notifications n set read_at = ${at}::timestamptz
    where ${filters({ ...wanted, unread: true })} and (${upTo}::uuid is null or n.id <= ${upTo}::uuid) and ${visible}`)
