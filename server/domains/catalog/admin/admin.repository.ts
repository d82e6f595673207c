import { sql } from 'kysely'
import type { listAdminOffers } from '#api/catalog/admin/offer-versions'
import type { OfferDefinition, PriceItem, PriceList, PriceStep } from '#api/catalog/rules/offer-definition'
import { countedAtMost, type FiltersOf, type SortKeyOf } from '#api/list'
import { db, type RowsOf } from '../../../platform/db/query.ts'

type ListedPrice = PriceItem & { readonly list: PriceList }

export const offers = (today: string) =>
  db
    .selectFrom('offers as o')
    .innerJoin('offer_families as f', 'f.code', 'o.family')
    .leftJoin('offer_versions as c', (join) =>
      join
        .onRef('c.offer_id', '=', 'o.id')
        .on(sql<boolean>`c.state = 'published' and c.valid_from <= ${today} and coalesce(c.valid_until >= ${today}, true)`),
    )
    .selectAll('o')
    .select(['c.number as current_number', 'c.valid_from as current_from', 'c.valid_until as current_until'])
    .select([
      sql<OfferDefinition | null>`c.definition`.as('current_definition'),
      sql<
        readonly ListedPrice[] | null
      >`(select jsonb_agg(jsonb_build_object('list', p.price_list, 'item', p.item, 'oneOffCents', p.one_off_cents,
        'monthlyCents', p.monthly_cents, 'steps', p.steps)) from offer_prices p where p.version_id = c.id)`.as('current_prices'),
      sql<{ number: number; validFrom: string } | null>`(select jsonb_build_object('number', n.number, 'validFrom', n.valid_from)
        from offer_versions n where n.offer_id = o.id and n.state = 'published' and n.valid_from > ${today}
        order by n.valid_from limit 1)`.as('next_version'),
      sql<number>`(select count(*)::int from (select from orders w where w.offer_id = o.id
        and w.state in ('awaiting_client', 'submitted', 'in_delivery') limit ${countedAtMost}) running)`.as('running_orders'),
    ])
    .select([
      sql<number>`(select count(*)::int from offer_versions d where d.offer_id = o.id and d.state = 'draft')`.as('drafts'),
      sql<number>`(select count(*)::int from (select from subscriptions s where s.offer_id = o.id
        and s.state in ('creating', 'active', 'termination_requested') limit ${countedAtMost}) running)`.as('running_contracts'),
    ])
export type AdminOfferRow = RowsOf<ReturnType<typeof offers>>[number]

type Filters = FiltersOf<typeof listAdminOffers>

export const offersMatching = (today: string, { q, family, state, kind }: Filters) => {
  let found = offers(today)
  if (q) found = found.where(sql<boolean>`strpos(lower(unaccent(concat_ws(' ', o.code, o.name, o.name_en))), lower(unaccent(${q}))) > 0`)
  if (family) found = found.where('o.family', '=', family)
  if (state) found = found.where('o.state', '=', state)
  if (kind) found = found.where('o.kind', '=', kind)
  return found
}

export const offerSorts = {
  shop: sql`f.position * 100000 + o.position`,
  code: sql`o.code collate "C"`,
  name: sql`lower(o.name)`,
  state: sql`o.state`,
  createdAt: sql`o.created_at`,
} as const satisfies Record<SortKeyOf<typeof listAdminOffers>, unknown>

export const offer = (code: string, today: string) => offers(today).where('o.code', '=', code)

export const versionsOf = (code: string) =>
  db
    .selectFrom('offer_versions as v')
    .innerJoin('offers as o', 'o.id', 'v.offer_id')
    .where('o.code', '=', code)
    .orderBy('v.number', 'desc')
    .select(['v.id', 'v.number', 'v.state', 'v.valid_from', 'v.valid_until', 'v.first_ordered_at', 'v.created_at', 'v.revision'])
export type VersionSummaryRow = RowsOf<ReturnType<typeof versionsOf>>[number]

/** A version of an offer, by the offer's code and its number. */
export const version = (code: string, number: number) =>
  db
    .selectFrom('offer_versions as v')
    .innerJoin('offers as o', 'o.id', 'v.offer_id')
    .where('o.code', '=', code)
    .where('v.number', '=', number)
    .select([
      'v.id',
      'v.offer_id',
      'v.number',
      'v.state',
      'v.valid_from',
      'v.valid_until',
      'v.first_ordered_at',
      'v.created_at',
      'v.revision',
    ])
    .select(['o.code', 'o.name', 'o.name_en', 'o.kind', 'o.universes', 'o.state as offer_state'])
    .select(sql<OfferDefinition>`v.definition`.as('definition'))
export type VersionRow = RowsOf<ReturnType<typeof version>>[number]

const pricesWhere = db
  .selectFrom('offer_prices as p')
  .orderBy('p.item')
  .select(['p.version_id', 'p.item', 'p.one_off_cents', 'p.monthly_cents'])
  .select([sql<PriceList>`p.price_list`.as('price_list'), sql<PriceStep[]>`p.steps`.as('steps')])

/** Both lists of a version. */
export const pricesOfVersion = (code: string, number: number) =>
  pricesWhere
    .innerJoin('offer_versions as v', 'v.id', 'p.version_id')
    .innerJoin('offers as o', 'o.id', 'v.offer_id')
    .where('o.code', '=', code)
    .where('v.number', '=', number)
export type AdminPriceRow = RowsOf<ReturnType<typeof pricesOfVersion>>[number]

export const pricesByVersionId = (versionId: string) => pricesWhere.where('p.version_id', '=', versionId)

export const sheetsOfVersion = (code: string, number: number) =>
  db
    .selectFrom('offer_sheets as s')
    .innerJoin('offer_versions as v', 'v.id', 's.version_id')
    .innerJoin('offers as o', 'o.id', 'v.offer_id')
    .where('o.code', '=', code)
    .where('v.number', '=', number)
    .orderBy('s.name')
    .select(['s.id', 's.name', 's.media_type', 's.size'])
