import { type RawBuilder, sql } from 'kysely'
import { isTyped, orderNumber, serviceNumber, subscriptionNumber } from '#api/rules/commerce-references'
import { meantReference } from '#api/search/rules/meant-reference'
import { nearPattern, wordsIn } from '#api/search/rules/near-words'
import { type CommerceHit, searchCommerce } from '#api/search/search'
import type { Universe } from '#api/universes'
import type { Context } from '../../platform/context.ts'
import { raw } from '../../platform/db/query.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { beginsWith } from '../subscriptions/begins-with.ts'
import { type CommerceRow, contractColumns, offerColumns, onSale, orderColumns, presentCommerce, soldIn } from './commerce-hits.ts'
import { little, withNear } from './near-hits.ts'

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

/**
 * A number alone may be any kind of reference; with its letters it is only that one. What looks like a reference misspelled (`0C40482`) is looked up
 * as one, and as the words that it may be.
 */
const wantedBy = (text: string): Wanted => {
  const meant = meantReference(text)
  const number = (letters: 'OC' | 'COM' | 'FPC', read: (text: string) => number | null) =>
    meant === null ? (read(text) ?? -1) : meant.letters === letters ? meant.number : -1
  const isReference = (['OC', 'COM', 'FPC', 'OIP'] as const).some((letters) => isTyped(letters, text))
  return {
    contract: number('OC', subscriptionNumber),
    order: number('COM', orderNumber),
    service: number('FPC', serviceNumber),
    text: isReference || /^[\s\d]+$/.test(text) ? '' : text,
  }
}

/** The offers of which every word begins one of the name's or code's, as `pattern` reads it: few, read whole. */
const offers = (text: string, universe: Universe, pattern: (word: string) => string) => {
  const patterns = wordsIn(text).map(pattern)
  return sql<CommerceRow & { id: string }>`
    select f.id, ${offerColumns}, f.universes from offers f
    where ${patterns.length > 0} and ${onSale(universe)} and not exists (
      select from unnest(${patterns}::text[]) typed
      where not exists (select from unnest(string_to_array(app.fold(f.name || ' ' || f.name_en || ' ' || f.code), ' ')) word where word ~ typed))`
}

/** Contracts of their number, their service, one of these offers, or of a client whose name begins so. */
const contracts = (
  { contract, service }: Pick<Wanted, 'contract' | 'service'>,
  matching: RawBuilder<unknown>,
  byClient: RawBuilder<unknown>,
) =>
  raw<CommerceRow>(sql`
    select ${contractColumns} from (
      (select s.* from subscriptions s where s.number = ${contract})
      union (select s.* from subscriptions s join services v on v.subscription_id = s.id where v.number = ${service})
      union (select s.* from subscriptions s where s.offer_id = any (array(select id from (${matching}) matching)) order by s.number desc limit ${limit})
      ${byClient}
    ) c join offers f on f.id = c.offer_id order by c.number = ${contract} desc, c.number desc limit ${limit}`)

const orders = ({ order }: Wanted) =>
  raw<CommerceRow>(sql`
    select ${orderColumns}
    from orders o join subscriptions s on s.id = o.subscription_id join offers f on f.id = o.offer_id where o.number = ${order}`)

const sold = (matching: RawBuilder<unknown>, universe: Universe) =>
  raw(sql<CommerceRow>`
    select reference, company_reference, label, label_en, sublabel from (${matching}) f
    where ${soldIn(universe)} order by label limit ${limit}`)

const present =
  (kind: CommerceHit['kind'], near: boolean) =>
  (row: CommerceRow): CommerceHit => ({ ...presentCommerce(kind, row), near })

const asTyped = async (ctx: Context, wanted: Wanted): Promise<CommerceHit[]> => {
  const matching = offers(wanted.text, ctx.universe, (word) => `^${word}`)
  const byClient =
    wanted.text.length >= shortestName
      ? sql`union (select s.* from subscriptions s where ${beginsWith(sql`s.company_key`, wanted.text)} order by s.number desc limit ${limit})`
      : sql``
  const hits = await ctx.read({
    orders: orders(wanted),
    contracts: contracts(wanted, matching, byClient),
    offers: sold(matching, ctx.universe),
  })
  return [
    ...hits.orders.map(present('order', false)),
    ...hits.contracts.map(present('contract', false)),
    ...hits.offers.map(present('offer', false)),
  ]
}

/** The same by words that are spelled nearly so: of offers by a pattern, of clients by how the reader's own index spells them. */
const nearlySo = async (ctx: Context, { text }: Wanted): Promise<CommerceHit[]> => {
  const matching = offers(text, ctx.universe, nearPattern)
  // In the order of an index: how rare a name is, the planner cannot know.
  const byClient = sql`union (
    select s.* from unnest(app.respellings(${text})) spelled cross join lateral (
      select * from subscriptions where company_key >= spelled and company_key < spelled || ${'\u{10ffff}'} order by company_key, number limit ${limit}
    ) s order by s.number desc limit ${limit})`
  const hits = await ctx.read({
    contracts: contracts({ contract: -1, service: -1 }, matching, byClient),
    offers: sold(matching, ctx.universe),
  })
  return [...hits.contracts.map(present('contract', true)), ...hits.offers.map(present('offer', true))]
}

/**
 * Contracts, orders and offers, under the right that reads them: row security keeps the reader's own, and every condition on them is a key or
 * a range of one.
 */
export const commerceSearchRoutes: Route[] = [
  route(searchCommerce, async (ctx, { query }) => {
    const wanted = wantedBy(query.q)
    const hits = await asTyped(ctx, wanted)
    return { hits: hits.length >= little || wanted.text === '' ? hits : withNear(hits, await nearlySo(ctx, wanted)) }
  }),
]
