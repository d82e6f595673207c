import { sql } from 'kysely'
import { isTyped, orderNumber, serviceNumber, subscriptionNumber } from '#api/rules/commerce-references'
import { type CommerceHit, searchCommerce } from '#api/search/search'
import type { Universe } from '#api/universes'
import { raw } from '../../platform/db/query.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { englishName } from '../catalog/english-name.ts'
import { beginsWith } from '../subscriptions/begins-with.ts'

interface HitRow {
  readonly reference: string
  readonly company_reference: string | null
  readonly label: string
  readonly label_en: string
  readonly sublabel: string | null
}

/** Hits of a kind shown at once: a palette, not a list. */
const limit = 6
/** Below, the beginning of a client's name would bring everybody's contracts. */
const shortestName = 3

interface Wanted {
  /** Numbers that the text may be, by kind; -1: none. */
  readonly contract: number
  readonly order: number
  readonly service: number
  readonly text: string
}

/** A number alone may be any kind of reference; with its letters it is only that one. */
const wantedBy = (text: string): Wanted => {
  const meant = (['OC', 'COM', 'FPC', 'OIP'] as const).find((letters) => isTyped(letters, text))
  const number = (letters: 'OC' | 'COM' | 'FPC', read: (text: string) => number | null) =>
    meant === undefined || meant === letters ? (read(text) ?? -1) : -1
  return {
    contract: number('OC', subscriptionNumber),
    order: number('COM', orderNumber),
    service: number('FPC', serviceNumber),
    text: meant === undefined && !/^[\s\d]+$/.test(text) ? text : '',
  }
}

/** Offers that the shop of this universe sells; an operator's client looks at what its operator may order. */
const soldIn = (universe: Universe) => {
  if (universe === 'carrier') return sql`true`
  if (universe !== 'client') return sql`${universe} = any (found.universes)`
  return sql`(select case when c.operator_id <> c.id then 'operator' else 'client' end from companies c where c.id = app.company_id()) = any (found.universes)`
}

/** The offers of which every word begins one of the name's or code's: few, read whole. */
const offers = ({ text }: Wanted, universe: Universe) => {
  const sold = universe === 'carrier' ? sql`true` : sql`f.state = 'on_sale'`
  return sql<HitRow & { id: string }>`
    select f.id, f.code as reference, null::text as company_reference, f.name as label, coalesce(nullif(f.name_en, ''), f.name) as label_en, f.code as sublabel, f.universes from offers f
    where ${text} <> '' and ${sold} and not exists (
      select from unnest(string_to_array((select app.fold(${text})), ' ')) typed
      where not exists (select from unnest(string_to_array(app.fold(f.name || ' ' || f.name_en || ' ' || f.code), ' ')) word where word ^@ typed))`
}

const contracts = (wanted: Wanted, universe: Universe) => {
  const { text, contract, service } = wanted
  const byClient =
    text.length >= shortestName
      ? sql`union (select s.* from subscriptions s where ${beginsWith(sql`s.company_key`, text)} order by s.number desc limit ${limit})`
      : sql``
  return raw<HitRow>(sql`
    select c.reference, c.company_reference, c.name as label, ${englishName(sql`c.name`)} as label_en, c.company_name || ' · ' || c.city as sublabel from (
      (select s.* from subscriptions s where s.number = ${contract})
      union (select s.* from subscriptions s join services v on v.subscription_id = s.id where v.number = ${service})
      union (select s.* from subscriptions s where s.offer_id = any (array(select id from (${offers(wanted, universe)}) matching)) order by s.number desc limit ${limit})
      ${byClient}
    ) c join offers f on f.id = c.offer_id order by c.number = ${contract} desc, c.number desc limit ${limit}`)
}

const orders = ({ order }: Wanted) =>
  raw<HitRow>(sql`
    select o.reference, s.company_reference, o.offer_name as label, ${englishName(sql`o.offer_name`)} as label_en, o.company_name || ' · ' || s.reference as sublabel
    from orders o join subscriptions s on s.id = o.subscription_id join offers f on f.id = o.offer_id where o.number = ${order}`)

const present =
  (kind: CommerceHit['kind']) =>
  (row: HitRow): CommerceHit => ({
    kind,
    reference: row.reference,
    companyReference: row.company_reference,
    label: row.label,
    labelEn: row.label_en,
    sublabel: row.sublabel,
  })

/**
 * Contracts, orders and offers, under the right that reads them: row security keeps the reader's own, and every condition on them is a key or
 * a range of one.
 */
export const commerceSearchRoutes: Route[] = [
  route(searchCommerce, async (ctx, { query }) => {
    const wanted = wantedBy(query.q)
    const { rows } = await ctx.read(
      orders(wanted),
      contracts(wanted, ctx.universe),
      raw(sql<HitRow>`
        select reference, company_reference, label, label_en, sublabel from (${offers(wanted, ctx.universe)}) found
        where ${soldIn(ctx.universe)} order by label limit ${limit}`),
    )
    return { hits: [...rows[0].map(present('order')), ...rows[1].map(present('contract')), ...rows[2].map(present('offer'))] }
  }),
]
