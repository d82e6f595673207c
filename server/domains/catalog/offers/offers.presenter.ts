import type { OfferCard, OfferPage, OfferPrice } from '#api/catalog/offers/offers'
import type { OfferDefinition, PriceItem, PriceList } from '#api/catalog/rules/offer-definition'
import { startingPrice } from '#api/catalog/rules/pricing'
import type { OfferVersionRow } from './offers.repository.ts'

/** Below that many, a percentile says nothing. */
const enoughDeliveries = 5

/** What the reader may know of prices: a list of the carrier, or what its operator charges. */
export type KnownPrices =
  | { readonly list: PriceList; readonly items: readonly PriceItem[] }
  | { readonly resale: { readonly one_off_cents: number; readonly monthly_cents: number } | null }

export const presentPrice = (definition: OfferDefinition, known: KnownPrices): OfferPrice => {
  if ('list' in known) {
    const { oneOffCents, monthlyCents } = startingPrice(known.items, definition)
    return { source: known.list, oneOffCents, monthlyCents, perUnit: false }
  }
  if (known.resale === null) return { source: 'on_request', oneOffCents: null, monthlyCents: null, perUnit: false }
  return {
    source: 'resale',
    oneOffCents: known.resale.one_off_cents,
    monthlyCents: known.resale.monthly_cents,
    perUnit: definition.quantityKey !== undefined,
  }
}

export const presentCard = (row: OfferVersionRow, known: KnownPrices): OfferCard => ({
  code: row.code,
  family: row.family,
  kind: row.kind,
  addsTo: row.adds_to,
  name: { fr: row.name, en: row.name_en },
  summary: row.definition.summary,
  price: presentPrice(row.definition, known),
  commitments: row.definition.commitments.map((option) => ({ ...option })),
  delivery: {
    announcedDays: row.definition.leadTimeDays,
    usualDays: (row.delivered_orders ?? 0) >= enoughDeliveries ? row.p80_days : null,
  },
  sites: row.definition.sites,
  versionId: row.version_id,
  versionNumber: row.number,
  validUntil: row.valid_until,
})

/** A definition as the API writes it. */
export const plainDefinition = (definition: OfferDefinition): OfferPage['definition'] => definition as OfferPage['definition']

export const presentPage = (row: OfferVersionRow, known: KnownPrices, sheets: OfferPage['sheets']): Omit<OfferPage, 'additions'> => ({
  ...presentCard(row, known),
  validFrom: row.valid_from,
  definition: plainDefinition(row.definition),
  prices: 'list' in known ? known.items.map((item) => ({ ...item, steps: item.steps.map((step) => ({ ...step })) })) : null,
  sheets,
})
