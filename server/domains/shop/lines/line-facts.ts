import { type SqlBool, sql } from 'kysely'
import { visibleCharacteristics } from '#api/catalog/rules/characteristics'
import type { ContractLine } from '#api/catalog/rules/modification'
import type { CharacteristicValue, CharacteristicValues, OfferDefinition, PriceItem, PriceList } from '#api/catalog/rules/offer-definition'
import { portedNumbers } from '#api/catalog/rules/porting/ported-numbers'
import { normalisePhone } from '#api/companies/rules/contact/phone-number'
import type { Amounts } from '#api/shop/baskets/basket-lines'
import type { Reader } from '../../../platform/context.ts'
import { db, type RowsOf } from '../../../platform/db/query.ts'
import type { Sale } from '../customer.ts'

/** A line as it is kept or typed. */
export interface Draft {
  readonly id: string
  readonly version: number
  readonly offerId: string
  /** Null: the version on sale. */
  readonly versionId: string | null
  readonly contractId: string | null
  readonly siteIds: readonly string[]
  readonly values: CharacteristicValues
  readonly commitmentMonths: number
  readonly wishedOn: string | null
  readonly onsiteContactId: string | null
  /** Price as it was last accepted; undefined: never shown. */
  readonly seen: Amounts | null | undefined
}

const offersOf = (ids: readonly string[]) =>
  db
    .selectFrom('offers')
    .where(sql<SqlBool>`id = any (${ids}::uuid[])`)
    .select(['id', 'code', 'name', 'name_en', 'family', 'kind', 'adds_to', 'universes', 'state'])
export type OfferFacts = RowsOf<ReturnType<typeof offersOf>>[number]

const versionsOf = (offerIds: readonly string[]) =>
  db
    .selectFrom('offer_versions')
    .where(sql<SqlBool>`offer_id = any (${offerIds}::uuid[])`)
    .where('state', '=', 'published')
    .orderBy('number', 'desc')
    .select(['id', 'offer_id', 'number', 'valid_from', 'valid_until', 'definition'])

const pricesOf = (offerIds: readonly string[], list: PriceList) =>
  db
    .selectFrom('offer_prices as p')
    .innerJoin('offer_versions as v', 'v.id', 'p.version_id')
    .where(sql<SqlBool>`v.offer_id = any (${offerIds}::uuid[])`)
    .where('p.price_list', '=', list)
    .select(['p.version_id', 'p.item', 'p.one_off_cents', 'p.monthly_cents', 'p.steps'])

const resaleOf = (offerIds: readonly string[], companyId: string) =>
  db
    .selectFrom('resale_prices')
    .where(sql<SqlBool>`offer_id = any (${offerIds}::uuid[])`)
    .where((or) => or.or([or('company_id', '=', companyId), or('company_id', 'is', null)]))
    .orderBy(sql`company_id is null`)
    .select(['offer_id', 'one_off_cents', 'monthly_cents'])

const sitesOf = (companyId: string, ids: readonly string[]) =>
  db
    .selectFrom('sites as s')
    .where('s.company_id', '=', companyId)
    .where(sql<SqlBool>`s.id = any (${ids}::uuid[])`)
    .select(['s.id', 's.name', 's.state'])
export type SiteFacts = RowsOf<ReturnType<typeof sitesOf>>[number]

const contactsOf = (companyId: string, ids: readonly string[]) =>
  db
    .selectFrom('contacts')
    .where('company_id', '=', companyId)
    .where('archived_at', 'is', null)
    .where(sql<SqlBool>`id = any (${ids}::uuid[])`)
    .select(['id', sql<string>`btrim(first_name || ' ' || last_name)`.as('name'), sql<string | null>`coalesce(mobile, phone)`.as('phone')])

/** Files that forms hold. */
export const basketFileKind = 'basket'
const filesOf = (companyId: string, ids: readonly string[]) =>
  db
    .selectFrom('files')
    .where('company_id', '=', companyId)
    .where('kind', '=', basketFileKind)
    .where(sql<SqlBool>`id = any (${ids}::uuid[])`)
    .select(['id', 'name', 'size'])

const contractsOf = (companyId: string, ids: readonly string[], references: readonly string[]) =>
  db
    .selectFrom('subscriptions as s')
    .innerJoin('offers as o', 'o.id', 's.offer_id')
    .innerJoin('offer_versions as v', 'v.id', 's.offer_version_id')
    .where('s.company_id', '=', companyId)
    .where(sql<SqlBool>`(s.id = any (${ids}::uuid[]) or s.reference = any (${references}::text[]))`)
    .select(['s.id', 's.reference', 's.name', 's.state', 's.quantity', 's.site_id', 's.site_ids', 'o.code as offer_code'])
    .select(['s.offer_version_id', 's.long_commitment_waiver', 'v.number as version_number'])
    .select([
      sql<CharacteristicValues>`s.values`.as('values'),
      sql<OfferDefinition>`v.definition`.as('definition'),
      sql<
        string | null
      >`(select r.reference from orders r where r.subscription_id = s.id and r.state in ('awaiting_client', 'submitted', 'in_delivery'))`.as(
        'running_order',
      ),
    ])
export type ContractFacts = RowsOf<ReturnType<typeof contractsOf>>[number]

/** Contracts on their way that hold one of these numbers: it may be one that they bring along. */
const holdersOf = (companyId: string, numbers: readonly string[]) =>
  db
    .selectFrom('subscriptions as s')
    .innerJoin('offer_versions as v', 'v.id', 's.offer_version_id')
    .where('s.company_id', '=', companyId)
    .where('s.state', '=', 'creating')
    .where(sql<SqlBool>`exists (select from jsonb_each_text(s.values) as held where held.value = any (${numbers}::text[]))`)
    .select([
      's.reference',
      sql<CharacteristicValues>`s.values`.as('values'),
      sql<OfferDefinition>`v.definition`.as('definition'),
      sql<string | null>`(select r.reference from orders r where r.subscription_id = s.id order by r.number desc limit 1)`.as('order'),
    ])

const feesOf = (ids: readonly string[], references: readonly string[]) =>
  db
    .selectFrom('subscription_prices as p')
    .innerJoin('subscriptions as s', 's.id', 'p.subscription_id')
    .where(sql<SqlBool>`(s.id = any (${ids}::uuid[]) or s.reference = any (${references}::text[]))`)
    .select(['p.subscription_id', 'p.monthly_cents', sql<ContractLine[]>`p.lines`.as('lines')])

/** What a contract is committed to; its share of the fee is read apart, by who may. */
const commitmentsOf = (ids: readonly string[]) =>
  db
    .selectFrom('commitments as c')
    .leftJoin('orders as o', 'o.id', 'c.order_id')
    .where(sql<SqlBool>`c.subscription_id = any (${ids}::uuid[])`)
    .orderBy('c.starts_on', 'desc')
    .orderBy('c.id')
    .select(['c.id', 'c.subscription_id', 'c.starts_on', 'c.months', 'c.ends_on'])
    // An addition's commitment gives the contract no discount.
    .select(sql<boolean>`coalesce(o.kind in ('creation', 'modification'), true)`.as('is_own'))
export type CommitmentFacts = RowsOf<ReturnType<typeof commitmentsOf>>[number]

const committedOf = (ids: readonly string[]) =>
  db
    .selectFrom('commitment_amounts as a')
    .innerJoin('commitments as c', 'c.id', 'a.commitment_id')
    .where(sql<SqlBool>`c.subscription_id = any (${ids}::uuid[])`)
    .select(['a.commitment_id', 'a.monthly_cents'])

export interface VersionFacts {
  readonly id: string
  readonly number: number
  readonly definition: OfferDefinition
  readonly prices: readonly PriceItem[]
}

/** Everything that lines are judged and priced by. */
export interface Facts {
  readonly offers: ReadonlyMap<string, OfferFacts>
  /** The version on sale that day. */
  readonly onSale: ReadonlyMap<string, VersionFacts>
  readonly versions: ReadonlyMap<string, VersionFacts>
  readonly resale: ReadonlyMap<string, Amounts>
  readonly sites: ReadonlyMap<string, SiteFacts>
  readonly contacts: ReadonlyMap<string, { readonly id: string; readonly name: string; readonly phone: string | null }>
  readonly files: ReadonlyMap<string, { readonly id: string; readonly name: string; readonly size: number }>
  readonly contracts: ReadonlyMap<string, ContractFacts>
  readonly contractsByReference: ReadonlyMap<string, ContractFacts>
  /** Numbers that an order already brings along, with its reference. */
  readonly porting: ReadonlyMap<string, string>
  /** Monthly fees of the contracts that the caller may read. */
  readonly fees: ReadonlyMap<string, { readonly monthly_cents: number; readonly lines: readonly ContractLine[] }>
  readonly commitments: readonly CommitmentFacts[]
  /** Monthly fee of each commitment that the caller may read. */
  readonly committed: ReadonlyMap<string, number>
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const reference = /^OC\d{5,15}$/i
const texts = (drafts: readonly Draft[], shape: RegExp): string[] => [
  ...new Set(
    drafts.flatMap(({ values }) =>
      Object.values(values).flatMap((value: CharacteristicValue) => {
        const trimmed = typeof value === 'string' ? value.trim() : ''
        return shape.test(trimmed) ? [shape === uuid ? trimmed.toLowerCase() : trimmed.toUpperCase()] : []
      }),
    ),
  ),
]
const phones = (drafts: readonly Draft[]): string[] => [
  ...new Set(
    drafts.flatMap(({ values }) =>
      Object.values(values).flatMap((value) => (typeof value === 'string' ? (normalisePhone(value) ?? []) : [])),
    ),
  ),
]
const present = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))]

const by = <T, K>(rows: readonly T[], key: (row: T) => K): ReadonlyMap<K, T> => new Map(rows.map((row) => [key(row), row]))

/** Looks up what lines name, as far as the caller may see it: a site, a contact or a contract of others is as if it did not exist. */
export const readFacts = async (
  { read }: Reader,
  drafts: readonly Draft[],
  { companyId, sale, today }: { readonly companyId: string; readonly sale: Sale; readonly today: string },
): Promise<Facts> => {
  const offerIds = present(drafts.map(({ offerId }) => offerId))
  const named = texts(drafts, uuid)
  const contractIds = present(drafts.map(({ contractId }) => contractId))
  const references = texts(drafts, reference)
  const siteIds = present([...drafts.flatMap(({ siteIds: own }) => own), ...named])
  const { offers, versions, sites, contacts, files, contracts, holders } = await read({
    offers: offersOf(offerIds),
    versions: versionsOf(offerIds),
    sites: sitesOf(companyId, siteIds),
    contacts: contactsOf(companyId, present(drafts.map(({ onsiteContactId }) => onsiteContactId))),
    files: filesOf(companyId, named),
    contracts: contractsOf(companyId, contractIds, references),
    holders: holdersOf(companyId, phones(drafts)),
  })
  // An operator's client works under a role without any grant on the carrier's prices: it is not asked for them.
  const { prices, fees, resale, contractSites, commitments, committed } = await read({
    prices: sale.priceList ? pricesOf(offerIds, sale.priceList) : null,
    fees: sale.priceList ? feesOf(contractIds, references) : null,
    resale: sale.mode === 'request' ? resaleOf(offerIds, companyId) : null,
    contractSites: sitesOf(companyId, present(contracts.flatMap((contract) => contract.site_ids))),
    commitments: commitmentsOf(contractIds),
    committed: sale.priceList ? committedOf(contractIds) : null,
  })
  const pricesByVersion = Map.groupBy(prices ?? [], (price) => price.version_id)
  const known = versions.map((row) => ({
    offerId: row.offer_id,
    isOnSale: row.valid_from <= today && (row.valid_until === null || row.valid_until >= today),
    facts: {
      id: row.id,
      number: row.number,
      definition: row.definition,
      prices: (pricesByVersion.get(row.id) ?? []).map((price) => ({
        item: price.item,
        oneOffCents: price.one_off_cents,
        monthlyCents: price.monthly_cents,
        steps: price.steps,
      })),
    },
  }))
  return {
    offers: by(offers, ({ id }) => id),
    versions: new Map(known.map(({ facts }) => [facts.id, facts])),
    // Latest number first: the first one of an offer that is on sale.
    onSale: new Map(
      known
        .filter(({ isOnSale }) => isOnSale)
        .reverse()
        .map(({ offerId, facts }) => [offerId, facts]),
    ),
    // A company's own price comes first.
    resale: new Map(
      (resale ?? []).toReversed().map((row) => [row.offer_id, { oneOffCents: row.one_off_cents, monthlyCents: row.monthly_cents }]),
    ),
    sites: by([...sites, ...contractSites], ({ id }) => id),
    contacts: by(contacts, ({ id }) => id),
    files: by(files, ({ id }) => id),
    contracts: by(contracts, ({ id }) => id),
    contractsByReference: by(contracts, (contract) => contract.reference),
    porting: new Map(
      holders.flatMap(({ reference: contract, order, definition, values }) =>
        portedNumbers(visibleCharacteristics(definition, values), values).map(({ number }) => [number, order ?? contract] as const),
      ),
    ),
    fees: by(fees ?? [], (fee) => fee.subscription_id),
    commitments,
    committed: new Map(committed?.map((amount) => [amount.commitment_id, amount.monthly_cents])),
  }
}
