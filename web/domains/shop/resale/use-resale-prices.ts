import { useQuery } from '@tanstack/react-query'
import type { OfferPrice, ResalePrice } from '#api/catalog/offers/offers'
import { listResalePrices } from '#api/catalog/offers/offers'
import { read } from '../../../platform/reading/read.ts'
import { useShopPlace } from '../shop-place.ts'

/** The price that a client reads: its own, else the one of all, else none. */
const priceFor = (prices: readonly ResalePrice[], client: string | null): ResalePrice | undefined =>
  prices.find(({ company }) => company !== null && company.reference === client) ?? prices.find(({ company }) => company === null)

/** What an operator charges for an offer: null = « prix sur demande », undefined = the reader resells nothing. */
export const useResalePrices = (): ((offer: string) => OfferPrice | null | undefined) => {
  const { universe, company } = useShopPlace()
  const { data } = useQuery({ ...read(listResalePrices, { params: { universe } }), enabled: universe === 'operator' })
  return (code) => {
    const item = data?.items.find(({ offer }) => offer.code === code)
    if (!item) return undefined
    const price = priceFor(item.prices, company)
    return price ? { source: 'resale', oneOffCents: price.oneOffCents, monthlyCents: price.monthlyCents, perUnit: item.perUnit } : null
  }
}
