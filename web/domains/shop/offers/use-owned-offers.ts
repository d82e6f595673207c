import { useQuery } from '@tanstack/react-query'
import { listOwnedOffers, type OwnedOffer } from '#api/shop/baskets/owned-offers'
import { read } from '../../../platform/reading/read.ts'
import type { ShopPlace } from '../shop-place.ts'

/** What the company that one orders for has already, by offer; nothing before there is one, and until it is known. */
export const useOwnedOffers = ({ universe, company }: ShopPlace): ((code: string) => OwnedOffer | undefined) | undefined => {
  const { data } = useQuery({ ...read(listOwnedOffers, { params: { universe, company: company ?? '' } }), enabled: company !== null })
  return data && ((code) => data.items.find((owned) => owned.code === code))
}
