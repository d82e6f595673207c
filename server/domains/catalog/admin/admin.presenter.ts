import { type DefinitionFault, definitionFaults, type Prices, priceFaults } from '#api/catalog/admin/definition'
import type { AdminOffer, AdminOfferPage, OfferVersion, VersionStage, VersionSummary } from '#api/catalog/admin/offer-versions'
import type { PriceList } from '#api/catalog/rules/offer-definition'
import { startingPrice } from '#api/catalog/rules/pricing'
import type { Scope } from '../../../platform/context.ts'
import { plainDefinition } from '../offers/offers.presenter.ts'
import { priceItem } from '../offers/offers.repository.ts'
import { presentSheets } from '../sheets/offer-sheets.ts'
import type { AdminOfferRow, AdminPriceRow, VersionRow, VersionSummaryRow } from './admin.repository.ts'
import { isEditable, mayEditCatalog } from './catalog.policy.ts'

/** « À partir de » in a list, for the version on sale. */
const startingIn = ({ current_definition: definition, current_prices: prices }: AdminOfferRow, list: PriceList) => {
  const items = (prices ?? []).filter((price) => price.list === list)
  if (definition === null || items.length === 0) return null
  const { oneOffCents, monthlyCents } = startingPrice(items, definition)
  return { oneOffCents, monthlyCents }
}

export const presentOffer = (row: AdminOfferRow): AdminOffer => ({
  code: row.code,
  family: row.family,
  kind: row.kind,
  addsTo: row.adds_to,
  name: { fr: row.name, en: row.name_en },
  universes: row.universes,
  state: row.state,
  position: row.position,
  version: row.version,
  current:
    row.current_number !== null && row.current_from !== null
      ? { number: row.current_number, validFrom: row.current_from, validUntil: row.current_until }
      : null,
  next: row.next_version,
  prices: { public: startingIn(row, 'public'), wholesale: startingIn(row, 'wholesale') },
  drafts: row.drafts,
  runningOrders: row.running_orders,
  runningContracts: row.running_contracts,
})

const stageOf = (row: Pick<VersionSummaryRow, 'state' | 'valid_from' | 'valid_until'>, today: string): VersionStage => {
  if (row.state === 'draft') return 'draft'
  if (row.valid_from > today) return 'upcoming'
  return row.valid_until !== null && row.valid_until < today ? 'past' : 'current'
}

const presentSummary = (row: VersionSummaryRow, today: string): VersionSummary => ({
  number: row.number,
  stage: stageOf(row, today),
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  firstOrderedAt: row.first_ordered_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
  revision: row.revision,
})

export const presentOfferPage = (
  scope: Scope,
  row: AdminOfferRow,
  versions: readonly VersionSummaryRow[],
  today: string,
): AdminOfferPage => {
  const edit = mayEditCatalog(scope)
  return {
    ...presentOffer(row),
    versions: versions.map((version) => presentSummary(version, today)),
    abilities: { edit, withdraw: edit && row.state === 'on_sale', putOnSale: edit && row.state === 'withdrawn', addVersion: edit },
  }
}

export const pricesFrom = (rows: readonly AdminPriceRow[]): Prices => {
  const of = (list: string) =>
    rows
      .filter((row) => row.price_list === list)
      .map(priceItem)
      .map((item) => ({ ...item, steps: [...item.steps] }))
  return { public: of('public'), wholesale: of('wholesale') }
}

export interface Impediment {
  readonly path: string
  readonly code: DefinitionFault['code'] | 'base_price_missing' | 'dates_reversed'
}

/** What forbids a version to be sold: parts that contradict one another, and a base price missing in a list that its buyers pay from. */
export const impedimentsOf = (
  universes: readonly string[],
  form: { validFrom: string; validUntil: string | null; definition: VersionRow['definition']; prices: Prices },
): Impediment[] => {
  const lists = (['public', 'wholesale'] as const).filter((list) =>
    universes.some((universe) => (universe === 'operator') === (list === 'wholesale')),
  )
  return [
    ...(form.validUntil !== null && form.validUntil < form.validFrom ? [{ path: 'validUntil', code: 'dates_reversed' as const }] : []),
    ...definitionFaults(form.definition).map((fault) => ({ ...fault, path: `definition.${fault.path}` })),
    ...priceFaults(form.definition, form.prices).map((fault) => ({ ...fault, path: `prices.${fault.path}` })),
    ...lists
      .filter((list) => !form.prices[list].some((price) => price.item === 'base'))
      .map((list) => ({ path: `prices.${list}`, code: 'base_price_missing' as const })),
  ]
}

export const presentVersion = (
  scope: Scope,
  row: VersionRow,
  priceRows: readonly AdminPriceRow[],
  sheets: Parameters<typeof presentSheets>[1],
  today: string,
): OfferVersion => {
  const edit = mayEditCatalog(scope)
  const prices = pricesFrom(priceRows)
  const impediments = impedimentsOf(row.universes, {
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    definition: row.definition,
    prices,
  })
  const isDraft = row.state === 'draft'
  return {
    ...presentSummary(row, today),
    offer: { code: row.code, name: { fr: row.name, en: row.name_en }, kind: row.kind },
    definition: plainDefinition(row.definition),
    prices,
    sheets: presentSheets({ id: row.id, name: { fr: row.name, en: row.name_en } }, sheets, scope.language),
    impediments,
    abilities: {
      edit: edit && isEditable(row, today),
      publish: edit && isDraft && impediments.length === 0,
      delete: edit && isDraft,
      end: edit && !isDraft && stageOf(row, today) !== 'past',
    },
  }
}
