import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { OfferKind } from '#api/catalog/offers/offers'
import type { OfferDefinition, PriceItem, PriceList, PriceStep } from '#api/catalog/rules/offer-definition'
import { db, type RowsOf } from '../../../platform/db/query.ts'

/** Versions of offers with what they say; the caller adds which ones. */
export const versions = () =>
  db
    .selectFrom('offer_versions as v')
    .innerJoin('offers as o', 'o.id', 'v.offer_id')
    .leftJoin('offer_delivery_times as t', 't.offer_id', 'o.id')
    .select([
      'o.id as offer_id',
      'o.code',
      'o.family',
      'o.adds_to',
      'o.name',
      'o.name_en',
      'o.universes',
      'o.state as offer_state',
      'v.id as version_id',
      'v.number',
      'v.state as version_state',
      'v.valid_from',
      'v.valid_until',
      't.p80_days',
      't.delivered_orders',
    ])
    .select([sql<OfferKind>`o.kind`.as('kind'), sql<OfferDefinition>`v.definition`.as('definition')])
export type OfferVersionRow = RowsOf<ReturnType<typeof versions>>[number]

/** What is on sale that day, in the order of the shop; `universe` null: to anybody. */
export const onSale = (day: string, universe: string | null) => {
  const rows = versions()
    .innerJoin('offer_families as f', 'f.code', 'o.family')
    .where('o.state', '=', 'on_sale')
    .where('v.state', '=', 'published')
    .where('v.valid_from', '<=', day)
    .where((where) => where.or([where('v.valid_until', 'is', null), where('v.valid_until', '>=', day)]))
    .orderBy('f.position')
    .orderBy('o.position')
    .orderBy('o.code')
  return universe === null ? rows : rows.where(sql<boolean>`${universe} = any (o.universes)`)
}

/** Prices of the versions on sale that day. Never under an operator's client: its role has no grant on them. */
export const pricesOnSale = (day: string, list: PriceList) =>
  prices(list).where(
    'p.version_id',
    'in',
    db
      .selectFrom('offer_versions as v')
      .where('v.state', '=', 'published')
      .where('v.valid_from', '<=', day)
      .where((where) => where.or([where('v.valid_until', 'is', null), where('v.valid_until', '>=', day)]))
      .select('v.id'),
  )

const prices = (list: PriceList) =>
  db
    .selectFrom('offer_prices as p')
    .where('p.price_list', '=', list)
    .orderBy('p.item')
    .select(['p.version_id', 'p.item', 'p.one_off_cents', 'p.monthly_cents'])
    .select(sql<PriceStep[]>`p.steps`.as('steps'))

// `in ()` is not SQL.
const nobody = '00000000-0000-0000-0000-000000000000'

type PriceRow = RowsOf<ReturnType<typeof prices>>[number]

export const priceItem = (row: Pick<PriceRow, 'item' | 'one_off_cents' | 'monthly_cents' | 'steps'>): PriceItem => ({
  item: row.item,
  oneOffCents: row.one_off_cents,
  monthlyCents: row.monthly_cents,
  steps: row.steps,
})

/** Prices by version. */
export const byVersion = (rows: readonly PriceRow[]): ReadonlyMap<string, readonly PriceItem[]> => {
  const found = new Map<string, PriceItem[]>()
  for (const row of rows) {
    const items = found.get(row.version_id) ?? []
    items.push(priceItem(row))
    found.set(row.version_id, items)
  }
  return found
}

/** What the caller, an operator's client, is charged by its operator: its own price before everybody's. */
export const ownResalePrices = () =>
  db
    .selectFrom('resale_prices as r')
    .select(['r.offer_id', 'r.one_off_cents', 'r.monthly_cents'])
    .distinctOn('r.offer_id')
    .orderBy('r.offer_id')
    .orderBy(sql`r.company_id is null`)

/**
 * Whether a version may be read about: one that may be ordered that day in the universe (null: any), or that a contract that the reader sees was
 * signed with. What is sold to others is not found.
 */
export const isShownTo = (versionId: RawBuilder<string>, day: string, universe: string | null): RawBuilder<SqlBool> =>
  universe === null
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(exists (${onSale(day, universe).where(sql<SqlBool>`v.id = ${versionId}`)})
      or exists (select from subscriptions c where c.offer_version_id = ${versionId}))`

/** A sheet with its file, of a version that may be read about. */
export const sheetShownTo = (id: string, day: string, universe: string | null) =>
  db
    .selectFrom('offer_sheets as h')
    .innerJoin('offer_versions as own', 'own.id', 'h.version_id')
    .where('h.id', '=', id)
    .where(isShownTo(sql.ref<string>('h.version_id'), day, universe))
    .select(['h.name', 'h.storage_key'])

/** Without their bytes. */
export const sheetsOf = (versionIds: readonly string[]) =>
  db
    .selectFrom('offer_sheets')
    .where('version_id', 'in', [...versionIds, nobody])
    .orderBy('name')
    .orderBy('id')
    .select(['id', 'version_id', 'name', 'media_type', 'size', 'storage_key'])
