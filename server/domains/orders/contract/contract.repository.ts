import { type SqlBool, sql } from 'kysely'
import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import { isRunning, orderStates } from '#api/subscriptions/rules/operations'
import { db, type RowsOf, raw } from '../../../platform/db/query.ts'
import { englishName } from '../../catalog/english-name.ts'
import { composable } from '../../catalog/sheets/offer-sheets.ts'

export const contract = (reference: string) =>
  db
    .selectFrom('subscriptions as s')
    .innerJoin('offers as f', 'f.id', 's.offer_id')
    .innerJoin('offer_versions as v', 'v.id', 's.offer_version_id')
    .innerJoin('companies as c', 'c.id', 's.company_id')
    .where('s.reference', '=', reference)
    .selectAll('s')
    .select([
      'f.code as offer_code',
      'f.name as offer_name',
      'f.name_en as offer_name_en',
      'c.phone as company_phone',
      'c.size as company_size',
    ])
    .select([sql<OfferDefinition>`v.definition`.as('definition'), englishName(sql`s.name`).as('name_en')])
export type ContractRecord = RowsOf<ReturnType<typeof contract>>[number]

const idOf = (reference: string) => db.selectFrom('subscriptions').where('reference', '=', reference).select('id')

export const sites = (reference: string) =>
  db
    .selectFrom('sites as t')
    .innerJoin('subscriptions as s', (join) => join.on(sql<SqlBool>`t.id = any (s.site_ids)`))
    .where('s.reference', '=', reference)
    .select(['t.id', 't.name', 't.street', 't.complement', 't.postcode', 't.city', 't.country'])
    .orderBy(sql`t.id = s.site_id`, 'desc')
    .orderBy('t.name')

/** Latest first; a contract lives long, its operations are few. */
export const operations = (reference: string) =>
  db
    .selectFrom('orders')
    .where('subscription_id', '=', idOf(reference))
    .select([
      'id',
      'reference',
      'kind',
      'state',
      'placed_at',
      'placed_by_name',
      'placed_universe',
      'wished_on',
      'planned_on',
      'delivered_on',
    ])
    .select([
      'closed_at',
      'closing_reason',
      'next_due_on',
      'next_due_by',
      'steps_end_on',
      'waits_for',
      'quantity_before',
      'quantity_after',
      'pilot_name',
      'onsite_contact_name',
      'onsite_contact_phone',
      'commitment_months',
      'offer_name',
    ])
    .orderBy('number', 'desc')
    .limit(200)

const runningStates = orderStates.filter(isRunning)

export const runningSteps = (reference: string) =>
  db
    .selectFrom('order_steps as p')
    .innerJoin('orders as o', 'o.id', 'p.order_id')
    .where('o.subscription_id', '=', idOf(reference))
    .where('o.state', 'in', runningStates)
    .select(['p.label', 'p.label_en', 'p.actor', 'p.state', 'p.planned_on', 'p.done_on', 'p.blocked_by', 'p.blocked_cause'])
    .orderBy('p.position')
    .orderBy('p.id')

export const commitments = (reference: string) =>
  db
    .selectFrom('commitments as c')
    .leftJoin('orders as o', 'o.id', 'c.order_id')
    .where('c.subscription_id', '=', idOf(reference))
    .select(['c.id', 'c.label', 'c.starts_on', 'c.months', 'c.ends_on', 'o.reference as order_reference'])
    .orderBy('c.starts_on', 'desc')
    .orderBy('c.id')

const shownServices = 200
export const services = (reference: string) =>
  db
    .selectFrom('services as v')
    .leftJoin('sites as t', 't.id', 'v.site_id')
    .where('v.subscription_id', '=', idOf(reference))
    .select(['v.id', 'v.reference', 'v.name', 'v.kind', 'v.state', 'v.created_on', 'v.closed_on', 't.name as site'])
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .orderBy('v.number')
    .limit(shownServices)

export const documents = (reference: string) =>
  db
    .selectFrom('commerce_documents as d')
    .innerJoin('files as fi', 'fi.id', 'd.file_id')
    .leftJoin('orders as o', 'o.id', 'd.order_id')
    .where('d.subscription_id', '=', idOf(reference))
    .select(['d.id', 'd.kind', 'd.name', 'd.internal', 'd.created_at', 'd.created_by_name', 'fi.media_type', 'fi.size', 'fi.storage_key'])
    .select('o.reference as order_reference')
    .orderBy('d.created_at', 'desc')
    .orderBy('d.id')
    .limit(500)

/** Of the version that was contracted. */
export const sheets = (reference: string) =>
  db
    .selectFrom('offer_sheets as h')
    .innerJoin('subscriptions as s', 's.offer_version_id', 'h.version_id')
    .where('s.reference', '=', reference)
    .select(['h.id', 'h.name', 'h.media_type', 'h.size', 'h.storage_key'])
    .orderBy('h.name')

/** What the sheet of that version is composed from, when nobody gave it any. */
export const composableSheet = (reference: string, versionId: string) =>
  composable(versionId).where(({ exists, selectFrom }) =>
    exists(
      selectFrom('subscriptions as s').whereRef('s.offer_version_id', '=', 'w.id').where('s.reference', '=', reference).select('s.id'),
    ),
  )

/** The pending termination, or the one that ended the contract. */
export const termination = (reference: string) =>
  db
    .selectFrom('terminations as t')
    .innerJoin('orders as o', 'o.id', 't.order_id')
    .where('t.subscription_id', '=', idOf(reference))
    .where('t.state', 'in', ['pending', 'effective'])
    .selectAll('t')
    .select('o.reference as order_reference')
    .orderBy('t.requested_at', 'desc')
    .limit(1)

export const additions = (reference: string) =>
  raw<{ code: string; name: string; name_en: string; universes: string[] }>(sql`
    select a.code, a.name, a.name_en, a.universes from subscriptions s join offers f on f.id = s.offer_id
      join offers a on f.code = any (a.adds_to) and a.state = 'on_sale'
    where s.reference = ${reference} order by a.position, a.name`)

export const seller = (reference: string) =>
  raw<{ kind: 'sales' | 'partner'; name: string | null; phone: string | null; email: string | null }>(sql`
    select p.* from subscriptions s cross join lateral app.seller_of(s.id) p where s.reference = ${reference}`)

/** Never under the role of an operator's client: it has no grant on amounts. */
export const prices = (reference: string) => db.selectFrom('subscription_prices').where('subscription_id', '=', idOf(reference)).selectAll()
export const commitmentAmounts = (reference: string) =>
  db
    .selectFrom('commitment_amounts as a')
    .innerJoin('commitments as c', 'c.id', 'a.commitment_id')
    .where('c.subscription_id', '=', idOf(reference))
    .select(['a.commitment_id', 'a.monthly_cents'])
export const terminationAmounts = (reference: string) =>
  db
    .selectFrom('termination_amounts as a')
    .innerJoin('terminations as t', 't.id', 'a.termination_id')
    .where('t.subscription_id', '=', idOf(reference))
    .select(['a.termination_id', 'a.one_off_cents', 'a.penalty_cents'])

/** What the running order adds, with its unit amounts. */
export const runningItems = (reference: string) =>
  db
    .selectFrom('orders as o')
    .innerJoin('order_items as i', 'i.order_id', 'o.id')
    .innerJoin('order_item_amounts as a', 'a.order_item_id', 'i.id')
    .where('o.subscription_id', '=', idOf(reference))
    .where('o.state', 'in', runningStates)
    .select(['i.quantity_before', 'i.quantity_after', 'a.one_off_cents', 'a.monthly_cents'])

/** Of partners and the carrier alone. */
export const accountcodes = (reference: string) =>
  db.selectFrom('accountcodes').where('subscription_id', '=', idOf(reference)).select(['service_id', 'number']).limit(1000)

/** What the operator charges this client, else all its clients. Under the role of an operator's client alone. */
export const resalePrice = (reference: string) =>
  raw<{ one_off_cents: number; monthly_cents: number }>(sql`
    select r.one_off_cents, r.monthly_cents from subscriptions s join resale_prices r on r.offer_id = s.offer_id
    where s.reference = ${reference} order by r.company_id nulls last limit 1`)
