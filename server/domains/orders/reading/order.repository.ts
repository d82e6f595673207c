import { type SqlBool, sql } from 'kysely'
import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import type { FiltersOf, SortKeyOf } from '#api/list'
import type { listOrders } from '#api/orders/reading/orders'
import { keyset } from '../../../platform/db/keyset.ts'
import { db, type RowsOf, raw } from '../../../platform/db/query.ts'
import { countUpTo, type ListOrder } from '../../../platform/lists/list-routes.ts'
import { englishName } from '../../catalog/english-name.ts'

/** What every list of orders shows, whoever reads. */
export const orderRows = db
  .selectFrom('orders as o')
  .innerJoin('subscriptions as s', 's.id', 'o.subscription_id')
  .innerJoin('offers as f', 'f.id', 'o.offer_id')
  .innerJoin('companies as c', 'c.id', 'o.company_id')
  .leftJoin('sites as st', 'st.id', 'o.site_id')
  .select([
    'o.id',
    'o.reference',
    'o.kind',
    'o.state',
    'o.offer_name',
    'o.company_name',
    'o.pilot_name',
    'o.pilot_user_id',
    'o.purchase_order',
    'o.placed_at',
    'o.submitted_at',
    'o.wished_on',
    'o.planned_on',
    'o.next_due_on',
    'o.next_due_by',
    'o.steps_end_on',
    'o.waits_for',
    'o.blocked_step_id',
    'o.delivered_on',
    'o.version',
    'f.code as offer_code',
    'f.family as offer_family',
    's.reference as subscription_reference',
    'c.reference as company_reference',
    'st.name as site_name',
    's.city as site_city',
  ])
  .select(englishName(sql`o.offer_name`).as('offer_name_en'))
export type OrderListRow = RowsOf<typeof orderRows>[number]

/** A search text as a pattern of ILIKE: for lists of few rows. */
export const pattern = (text: string): string => `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`

type Filters = FiltersOf<typeof listOrders>

/** What a list holds, said of the orders alone. */
const matching = ({ state, kind, company, subscription, purchaseOrder, q }: Filters) =>
  sql<SqlBool>`(${sql.join(
    [
      sql`true`,
      // Written out: an index holds exactly these rows.
      ...(state === 'running' ? [sql`o.state in ('awaiting_client', 'submitted', 'in_delivery')`] : state ? [sql`o.state = ${state}`] : []),
      ...(kind ? [sql`o.kind = ${kind}`] : []),
      // Resolved first: the key then pages through the company's own orders.
      ...(company ? [sql`o.company_id = (select id from companies where reference = ${company})`] : []),
      ...(subscription ? [sql`o.subscription_id = (select id from subscriptions where reference = ${subscription})`] : []),
      ...(purchaseOrder ? [sql`o.purchase_order ^@ ${purchaseOrder}`] : []),
      // A reference is found by its key; other words belong to the header's search.
      ...(q?.trim() ? [sql`o.reference = ${q.trim().toUpperCase()}`] : []),
    ],
    sql` and `,
  )})`

/** For orders that run, which are few. */
export const count = (filters: Filters) => countUpTo(db.selectFrom('orders as o').where(matching(filters)))

const sorts = {
  reference: sql`o.number`,
  placed: sql`o.placed_at`,
  wished: sql`coalesce(o.wished_on, 'infinity'::date)`,
} satisfies Record<SortKeyOf<typeof listOrders>, unknown>

export const page = (filters: Filters, order: ListOrder) => keyset(orderRows.where(matching(filters)), { sorts, tie: sql`o.id`, ...order })

export const order = (reference: string) =>
  db
    .selectFrom('orders as o')
    .innerJoin('subscriptions as s', 's.id', 'o.subscription_id')
    .innerJoin('offers as f', 'f.id', 'o.offer_id')
    .innerJoin('offer_versions as v', 'v.id', 'o.offer_version_id')
    .innerJoin('companies as c', 'c.id', 'o.company_id')
    .leftJoin('sites as st', 'st.id', 'o.site_id')
    .where('o.reference', '=', reference)
    .selectAll('o')
    .select(['f.code as offer_code', 'f.family as offer_family', 'c.reference as company_reference', 'st.name as site_name'])
    .select([
      's.reference as subscription_reference',
      's.name as subscription_name',
      's.state as subscription_state',
      's.city as site_city',
      's.payer_reference',
    ])
    .select([sql<OfferDefinition>`v.definition`.as('definition'), englishName(sql`o.offer_name`).as('offer_name_en')])
export type OrderRecord = RowsOf<ReturnType<typeof order>>[number]

const ofOrder = (reference: string) => db.selectFrom('orders').where('reference', '=', reference).select('id')

export const sites = (reference: string) =>
  db
    .selectFrom('sites as st')
    .innerJoin('orders as o', (join) => join.on(sql<SqlBool>`st.id = any (o.site_ids)`))
    .where('o.reference', '=', reference)
    .select(['st.id', 'st.name', 'st.street', 'st.postcode', 'st.city'])
    .orderBy(sql`st.id = o.site_id`, 'desc')
    .orderBy('st.name')

export const items = (reference: string) =>
  db.selectFrom('order_items').where('order_id', '=', ofOrder(reference)).selectAll().orderBy('position').orderBy('id')

export const steps = (reference: string) =>
  db.selectFrom('order_steps').where('order_id', '=', ofOrder(reference)).selectAll().orderBy('position').orderBy('id')

export const comments = (reference: string) =>
  db
    .selectFrom('order_comments')
    .where('order_id', '=', ofOrder(reference))
    .select(['id', 'at', 'author_name', 'author_universe', 'body', 'company_id'])
    .orderBy('at')
    .orderBy('id')

export const documents = (reference: string) =>
  db
    .selectFrom('commerce_documents as d')
    .innerJoin('files as fi', 'fi.id', 'd.file_id')
    .where('d.order_id', '=', ofOrder(reference))
    .select(['d.id', 'd.kind', 'd.name', 'd.internal', 'd.created_at', 'fi.media_type', 'fi.size', 'fi.storage_key'])
    .orderBy('d.created_at')
    .orderBy('d.id')

export const amendments = (reference: string) =>
  db
    .selectFrom('order_amendments')
    .where('order_id', '=', ofOrder(reference))
    .select(['id', 'at', 'author_name', 'reason', 'changes'])
    .orderBy('at')
    .orderBy('id')

/** Orders placed in the same go, this one apart. */
export const together = (reference: string) =>
  db
    .selectFrom('orders as o')
    .innerJoin('orders as other', (join) => join.onRef('other.batch_id', '=', 'o.batch_id').onRef('other.id', '<>', 'o.id'))
    .innerJoin('offers as f', 'f.id', 'other.offer_id')
    .where('o.reference', '=', reference)
    .select(['other.reference', 'other.offer_name', 'other.state', englishName(sql`other.offer_name`).as('offer_name_en')])
    .orderBy('other.number')

/**
 * Who decided of it: the lines that the history has of the very moments of its validation and its end, else who accepted the terms with its
 * validation.
 */
export const decisions = (reference: string) =>
  raw<{ action: string; by: string; at: Date }>(sql`
    select a.action, a.actor_name as by, a.at from orders o join activity a on a.company_id = o.company_id and a.at in (o.submitted_at, o.closed_at)
    where o.reference = ${reference} and a.object_kind = 'order' and a.object_reference = o.reference
      and a.action in ('order.validated', 'order.refused', 'order.cancelled', 'order.declared_impossible')
    union all
    select 'order.validated', b.terms_accepted_by, o.submitted_at
    from orders o join order_batches b on b.id = o.batch_id and b.terms_accepted_at = o.submitted_at and b.terms_accepted_at > b.placed_at
    where o.reference = ${reference} and b.terms_accepted_by is not null
    order by at`)

/** Never under the role of an operator's client: it has no grant on amounts. */
export const itemAmounts = (reference: string) =>
  db.selectFrom('order_item_amounts').where('order_id', '=', ofOrder(reference)).select(['order_item_id', 'one_off_cents', 'monthly_cents'])
export const amendmentAmounts = (reference: string) =>
  db.selectFrom('order_amendment_amounts').where('order_id', '=', ofOrder(reference)).selectAll()

/** The carrier's own words; customers have no grant on them. */
export const notes = (reference: string) =>
  db
    .selectFrom('order_notes')
    .where('order_id', '=', ofOrder(reference))
    .select(['id', 'at', 'author_name', 'body'])
    .orderBy('at')
    .orderBy('id')

/** Days that an offer's deliveries usually take; the carrier's alone. */
export const usualDays = (reference: string) =>
  raw<{ p80_days: number }>(
    sql`select t.p80_days from offer_delivery_times t join orders o on o.offer_id = t.offer_id where o.reference = ${reference}`,
  )
