import { sql } from 'kysely'
import type { listActivity } from '#api/activity/activity'
import type { FiltersOf } from '#api/list'
import { businessTimeZone } from '../../platform/clock.ts'
import { keyset } from '../../platform/db/keyset.ts'
import { db } from '../../platform/db/query.ts'
import type { ListOrder } from '../../platform/lists/list-routes.ts'

type Filters = FiltersOf<typeof listActivity>

const dayStart = (day: string, plusDays = 0): Date =>
  new Date(Temporal.PlainDate.from(day).add({ days: plusDays }).toZonedDateTime(businessTimeZone).epochMilliseconds)

/** The company of the path, when the caller may see it. */
export const company = (reference: string) =>
  db.selectFrom('companies').where('reference', '=', reference).select(['id', 'reference', 'name'])

const filtered = (reference: string, filters: Filters) => {
  let query = db
    .selectFrom('activity as a')
    .innerJoin('companies as c', 'c.id', 'a.company_id')
    .leftJoin('users as u', 'u.id', 'a.actor_user_id')
    .where('a.company_id', '=', db.selectFrom('companies').where('reference', '=', reference).select('id'))
    .select(['a.id', 'a.at', 'a.actor_name', 'u.login as actor_login', 'a.on_behalf_of', 'a.universe', 'a.ip', 'a.action', 'a.object_kind'])
    .select(['a.object_reference', 'a.object_label', 'a.before', 'a.after', 'c.reference as company_reference', 'c.name as company_name'])
  if (filters.kind) query = query.where('a.object_kind', '=', filters.kind)
  if (filters.action) query = query.where('a.action', '=', filters.action)
  if (filters.actor) query = query.where('u.login', '=', filters.actor)
  if (filters.from) query = query.where('a.at', '>=', dayStart(filters.from))
  if (filters.until) query = query.where('a.at', '<', dayStart(filters.until, 1))
  return query
}

/** One page of the history. */
export const page = (reference: string, { q, ...filters }: Filters, order: ListOrder) => {
  let query = filtered(reference, filters)
  // A company's own lines are few enough to look through; the index brings them in order.
  if (q)
    query = query.where(
      sql<boolean>`concat_ws(' ', a.actor_name, a.object_reference, a.object_label) ilike ${`%${q.replaceAll(/[\\%_]/g, '\\$&')}%`}`,
    )
  return keyset(query, { sorts: { at: sql`a.at` }, tie: sql`a.id`, ...order })
}
