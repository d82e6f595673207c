import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { FiltersOf, SortKeyOf } from '#api/list'
import { companyNumberIn, isTyped, orderNumber, subscriptionNumber } from '#api/rules/commerce-references'
import { parseCompanyReference } from '#api/rules/references'
import { displayedStates, listSubscriptions } from '#api/subscriptions/list/subscription-list'
import type { WhenFacts } from '#api/subscriptions/rules/when'
import type { Universe } from '#api/universes'
import { keyset, type SortedRow, sortOfCursor } from '../../../platform/db/keyset.ts'
import { db, type Query, type RowsOf } from '../../../platform/db/query.ts'
import type { Tables } from '../../../platform/db/tables.gen.ts'
import type { ListOrder } from '../../../platform/lists/list-routes.ts'
import { englishName } from '../../catalog/english-name.ts'
import { beginsWith } from '../begins-with.ts'

export type SubscriptionFilters = FiltersOf<typeof listSubscriptions>

/** Every column of the screen, as its index has it. */
export const sorts: Readonly<Record<SortKeyOf<typeof listSubscriptions>, RawBuilder<unknown>>> = {
  reference: sql`s.number`,
  pilot: sql`s.pilot_key`,
  name: sql`s.name_key`,
  lastOrder: sql`s.last_order_key`,
  client: sql`s.company_key`,
  customerAccount: sql`s.payer_number`,
  city: sql`s.city_key`,
  deliveredOn: sql`s.delivered_key`,
  displayedState: sql`s.state_rank`,
  type: sql`s.type_key`,
}
const tie = sql`s.number`

const firstFilters: readonly SubscriptionFilters[] = [
  { displayedState: 'in_delivery' },
  { displayedState: 'delivered' },
  { displayedState: 'terminated' },
  { delivery: 'not_delivered' },
  { state: 'termination_requested' },
  { type: 'termination' },
  { type: 'creation' },
  { pilot: 'none' },
  { pilot: 'céline' },
  { family: 'internet_access' },
  { reference: 'OC40482' },
  { lastOrder: 'COM1000025' },
  { client: 'OIP-00000020' },
  { customerAccount: 'OIP-00000020' },
  { q: 'COM1000025' },
]

/** Sorts of a partner's whole list that have an index of their own. */
const partnerIndexes: ReadonlySet<string> = new Set(['client', 'deliveredOn', 'displayedState'])
const walks = (universe: Universe, key: string): boolean =>
  key === 'reference' || universe === 'carrier' || (universe !== 'client' && partnerIndexes.has(key))

/**
 * What the screen itself asks, and what `npm run bench -- contracts` measures at a million contracts: the whole list by each column that has an
 * index in that universe (a client's list is short: by any column), and each filter with the sort that the screen starts with. Any other mix
 * is possible, and slower.
 */
export const screenCombinations = (universe: Universe): readonly { readonly filters: SubscriptionFilters; readonly sort: string }[] => [
  ...Object.keys(sorts)
    .filter((key) => universe === 'client' || walks(universe, key))
    .flatMap((sort) => [
      { filters: {}, sort },
      { filters: {}, sort: `-${sort}` },
    ]),
  ...firstFilters.map((filters) => ({ filters, sort: listSubscriptions.list.defaultSort })),
]

type Subscriptions = SelectQueryBuilder<Tables & { s: Tables['subscriptions'] }, 's', object>

const companyOf = (reference: string) => db.selectFrom('companies').where('reference', '=', reference).select('id')

/** A text that is no reference finds nothing: better than everything. */
const never = sql<SqlBool>`false`

const byClient = (query: Subscriptions, text: string): Subscriptions => {
  const reference = parseCompanyReference(text)
  return reference ? query.where('s.company_id', '=', companyOf(reference)) : query.where(beginsWith(sql`s.company_key`, text))
}

/**
 * The contract of an order, whichever of its orders it is: found by its key once, then kept or not by the list's own index. The last order's
 * number also stands on the contract, where contracts of before the portal have it alone.
 */
const ofOrder = (number: number) =>
  sql<SqlBool>`(s.last_order_key = ${number} or s.number = (
    select c.number from orders o join subscriptions c on c.id = o.subscription_id where o.number = ${number}))`

/** Free text: a reference whose letters were typed, a number of any kind, else the beginning of a name, of a client or of a town. */
const byWords = (query: Subscriptions, text: string): Subscriptions => {
  if (isTyped('OC', text)) return query.where('s.number', '=', subscriptionNumber(text) ?? 0)
  if (isTyped('COM', text)) return query.where(ofOrder(orderNumber(text) ?? 0))
  if (isTyped('OIP', text)) return query.where('s.company_id', '=', companyOf(parseCompanyReference(text) ?? ''))
  const number = subscriptionNumber(text)
  if (number !== null)
    return query.where((or) => or.or([or('s.number', '=', number), ofOrder(number), or('s.payer_number', '=', companyNumberIn(text) ?? 0)]))
  const found = (column: RawBuilder<unknown>) => sql`select number from subscriptions s where ${beginsWith(column, text)}`
  return query.where(
    sql<SqlBool>`s.number = any (array(${found(sql`s.name_key`)} union ${found(sql`s.company_key`)} union ${found(sql`s.city_key`)}))`,
  )
}

/** The contracts that the filters keep. Row security has already kept the reader's own. */
export const subscriptionsMatching = (filters: SubscriptionFilters): Subscriptions => {
  let query = db.selectFrom('subscriptions as s') as unknown as Subscriptions
  const { reference, name, family, pilot, lastOrder, client, customerAccount, city, delivery, displayedState, state, type, q } = filters
  const exactly = (number: number | null, where: (number: number) => Subscriptions): Subscriptions =>
    number === null ? query.where(never) : where(number)
  if (reference) query = exactly(subscriptionNumber(reference), (number) => query.where('s.number', '=', number))
  if (lastOrder === 'none') query = query.where('s.last_order_key', '=', 0)
  else if (lastOrder) query = exactly(orderNumber(lastOrder), (number) => query.where('s.last_order_key', '=', number))
  if (customerAccount) query = exactly(companyNumberIn(customerAccount), (number) => query.where('s.payer_number', '=', number))
  if (name) query = query.where(beginsWith(sql`s.name_key`, name))
  if (city) query = query.where(beginsWith(sql`s.city_key`, city))
  if (client) query = byClient(query, client)
  if (pilot === 'none') query = query.where('s.pilot_key', '=', '')
  else if (pilot) query = query.where(beginsWith(sql`s.pilot_key`, pilot))
  if (family) query = query.where('s.family', '=', family)
  if (delivery === 'not_delivered') query = query.where('s.delivered_key', '=', 'infinity')
  else if (delivery === 'delivered') query = query.where('s.delivered_key', '<', 'infinity')
  if (filters.deliveredFrom) query = query.where('s.delivered_key', '>=', filters.deliveredFrom).where('s.delivered_key', '<', 'infinity')
  if (filters.deliveredTo) query = query.where('s.delivered_key', '<=', filters.deliveredTo)
  if (displayedState) query = query.where('s.state_rank', '=', displayedStates.indexOf(displayedState) + 1)
  if (state) query = query.where('s.state', '=', state)
  if (type) query = query.where('s.type_key', '=', type)
  if (q?.trim()) query = byWords(query, q)
  return query
}

const columns = [
  's.reference',
  's.name',
  's.family',
  's.state',
  's.displayed_state',
  's.pilot_name',
  's.last_order_reference',
  's.last_order_kind',
  's.last_order_state',
  's.company_name',
  's.company_reference',
  's.payer_reference',
  's.city',
  's.delivered_on',
] as const

/** Of the rows shown only: reckoned once they are found and sorted. */
const nameEn = sql<string>`coalesce((select ${englishName(sql`s.name`)} from offers f where f.id = s.offer_id), s.name)`.as('name_en')

/** The days of the order that runs, of the rows shown only, and looked up for those alone whose last order does. */
const runningDays = sql<WhenFacts | null>`(
  select jsonb_build_object('state', o.state, 'deliveredOn', o.delivered_on, 'plannedOn', o.planned_on, 'wishedOn', o.wished_on,
    'dueOn', o.next_due_on, 'dueBy', o.next_due_by, 'stepsEndOn', o.steps_end_on, 'waitsFor', o.waits_for)
  from orders o where o.id = s.last_order_id and s.last_order_state in ('awaiting_client', 'submitted', 'in_delivery'))`.as('running')

const direct = (filters: SubscriptionFilters) => subscriptionsMatching(filters).select(columns).select([nameEn, runningDays])
export type SubscriptionRecord = RowsOf<ReturnType<typeof direct>>[number] & SortedRow

/** The key of a sort that exists; the default one's for any other, which `keyset` then refuses. */
const keyOf = (sort: string): keyof typeof sorts => {
  const key = sort.replace(/^-/, '')
  return (Object.hasOwn(sorts, key) ? key : 'reference') as keyof typeof sorts
}

/**
 * The carrier's page walks the index of its sort, or takes what a filter keeps: whichever PostgreSQL finds cheaper.
 * Anybody else's filtered list, or by a column without an index, reads its own contracts, all in one index that holds every filter and sort, and only then the fifty rows that are shown:
 * left to itself, PostgreSQL may walk everybody's index in search of one tenant's rows.
 */
export const subscriptionPage = (universe: Universe, filters: SubscriptionFilters, order: ListOrder) => {
  const options = { sorts, tie, ...order }
  const key = keyOf(order.cursor === undefined ? (order.sort ?? order.defaultSort) : sortOfCursor(order.cursor))
  const isUnfiltered = Object.values(filters).every((value) => value === undefined)
  if (universe === 'carrier' || (isUnfiltered && walks(universe, key))) {
    const { query, page } = keyset(direct(filters), options)
    return { query: query as Query<SubscriptionRecord>, page }
  }
  const own = subscriptionsMatching(filters).select([sql<number>`s.number`.as('number'), sorts[key].as('sort_key')])
  const keys = db
    // By reference the index is in order: the first page is found without reading the rest.
    .with(
      (cte) => (key === 'reference' ? cte('own').notMaterialized() : cte('own').materialized()),
      () => own,
    )
    .selectFrom('own as s')
    .select('s.number')
  const { query, page } = keyset(keys, { ...options, sorts: Object.fromEntries(Object.keys(sorts).map((key) => [key, sql`s.sort_key`])) })
  const rows = db
    .with('paged', () => query)
    .with('ranked', (qb) => qb.selectFrom('paged as p').selectAll('p').select(sql<number>`row_number() over ()`.as('position')))
    .selectFrom('ranked as r')
    // Row by row, by its key: fifty look-ups, whatever the planner thinks of the tenant's size.
    .innerJoinLateral(
      (qb) =>
        qb
          .selectFrom('subscriptions as s')
          .whereRef('s.number', '=', 'r.number')
          .select(columns)
          .select([nameEn, runningDays])
          .offset(0)
          .as('shown'),
      (join) => join.onTrue(),
    )
    .selectAll('shown')
    .select(['r.sort_value', 'r.sort_tie'])
    .orderBy('r.position')
  return { query: rows as unknown as Query<SubscriptionRecord>, page }
}
