import { type SqlBool, sql } from 'kysely'
import type { FiltersOf, SortKeyOf } from '#api/list'
import type { listQueue } from '#api/orders/delivery/delivery'
import { keyset } from '../../../platform/db/keyset.ts'
import { db, type RowsOf, raw } from '../../../platform/db/query.ts'
import type { ListOrder } from '../../../platform/lists/list-routes.ts'
import { orderRows, pattern } from '../reading/order.repository.ts'
import { inHands, lateOn, running } from './late-orders.ts'

/** Days open, of the business's time zone; null before the order was submitted. */
const openDays = (today: string) => sql<number>`(${today}::date - (o.submitted_at at time zone 'Europe/Paris')::date)`
/** Whatever was submitted before `since` is open longer than its offer usually takes: computed once per offer, not for every order. */
const usualTimes = (today: string) =>
  sql<{ offer_id: string; usual_days: number; since: Date }>`(
    select offer_id, p80_days as usual_days, (${today}::date - p80_days)::timestamp at time zone 'Europe/Paris' as since from offer_delivery_times offset 0)`
const atRisk = sql<SqlBool>`(${inHands} and o.submitted_at < t.since)`

type Filters = FiltersOf<typeof listQueue>

const sorts = {
  reference: sql`o.number`,
  placed: sql`o.placed_at`,
  planned: sql`coalesce(least(o.planned_on, o.next_due_on), 'infinity'::date)`,
  wished: sql`coalesce(o.wished_on, 'infinity'::date)`,
  company: sql`o.company_name collate "C"`,
  offer: sql`o.offer_name collate "C"`,
  open: sql`coalesce(o.submitted_at, o.placed_at)`,
} satisfies Record<SortKeyOf<typeof listQueue>, unknown>

/** Which orders, in which order: from the orders alone, and of what the filters name. What a page shows is joined to its few rows only. */
const chosen = (filters: Filters, order: ListOrder, today: string) => {
  let query = db.selectFrom('orders as o').where(running).select('o.id')
  if (filters.scope === 'mine') query = query.where(inHands).where(sql<SqlBool>`o.pilot_user_id = (select app.user_id())`)
  if (filters.scope === 'nobody') query = query.where(inHands).where('o.pilot_user_id', 'is', null)
  if (filters.late) query = query.where(lateOn(today))
  if (filters.blocked) query = query.where('o.blocked_step_id', 'is not', null)
  if (filters.atRisk)
    query = query.where(sql<SqlBool>`exists (select from ${usualTimes(today)} t where t.offer_id = o.offer_id and ${atRisk})`)
  if (filters.state) query = query.where('o.state', '=', filters.state)
  if (filters.kind) query = query.where('o.kind', '=', filters.kind)
  if (filters.family) query = query.where('o.offer_id', 'in', db.selectFrom('offers').where('family', '=', filters.family).select('id'))
  if (filters.offer) query = query.where('o.offer_id', '=', db.selectFrom('offers').where('code', '=', filters.offer).select('id'))
  if (filters.company)
    query = query.where('o.company_id', '=', db.selectFrom('companies').where('reference', '=', filters.company).select('id'))
  if (filters.pilot) query = query.where('o.pilot_user_id', '=', db.selectFrom('users').where('login', '=', filters.pilot).select('id'))
  if (filters.q?.trim())
    query = query.where(sql<SqlBool>`exists (
      select from subscriptions s join sites st on st.id = o.site_id
      where s.id = o.subscription_id
        and concat_ws(' ', o.reference, s.reference, o.company_name, o.offer_name, st.name, s.city) ilike ${pattern(filters.q)})`)
  return keyset(query, { sorts, tie: sql`o.id`, ...order })
}

/** A page of the carrier's running orders. A few thousand at most: the page is found among them by any filter. */
export const queue = (filters: Filters, order: ListOrder, today: string) => {
  const { query: ids, page } = chosen(filters, order, today)
  const query = db
    .with(
      (cte) => cte('chosen').materialized(),
      (cte) => cte.selectFrom(ids.as('picked')).selectAll().select(sql<number>`row_number() over ()`.as('place')),
    )
    .selectFrom('chosen')
    .innerJoin(orderRows.select(['o.steps_done', 'o.steps_total', 'o.next_step_id', 'o.offer_id']).as('row'), 'row.id', 'chosen.id')
    .innerJoin('orders as o', 'o.id', 'chosen.id')
    .leftJoin('order_steps as ns', 'ns.id', 'o.next_step_id')
    .leftJoin(usualTimes(today).as('t'), 't.offer_id', 'o.offer_id')
    .selectAll('row')
    .select(['chosen.sort_value', 'chosen.sort_tie'])
    .select(['ns.label as step_label', 'ns.label_en as step_label_en', 'ns.actor as step_actor', 'ns.state as step_state'])
    .select('ns.planned_on as step_planned_on')
    .select('t.usual_days')
    .select([openDays(today).as('open_days'), sql<boolean>`coalesce(${atRisk}, false)`.as('is_at_risk')])
    .orderBy('chosen.place')
  return { query, page }
}
export type QueueRecord = RowsOf<ReturnType<typeof queue>['query']>[number]

export interface QueueCounts {
  readonly all: number
  readonly mine: number
  readonly nobody: number
  readonly late: number
  readonly blocked: number
  readonly atRisk: number
  readonly awaitingClient: number
}

/** How many of each, in one pass over the running orders. */
export const counts = (today: string) =>
  raw<QueueCounts>(sql`
    select count(*)::int as "all",
      count(*) filter (where ${inHands} and o.pilot_user_id = (select app.user_id()))::int as mine,
      count(*) filter (where ${inHands} and o.pilot_user_id is null)::int as nobody,
      count(*) filter (where ${lateOn(today)})::int as late,
      count(*) filter (where o.blocked_step_id is not null)::int as blocked,
      count(*) filter (where ${atRisk})::int as "atRisk",
      count(*) filter (where o.state = 'awaiting_client')::int as "awaitingClient"
    from orders o left join ${usualTimes(today)} t on t.offer_id = o.offer_id where ${running}`)
