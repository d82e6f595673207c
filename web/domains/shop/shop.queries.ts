import { readOffer } from '#api/catalog/offers/offers'
import { readBasket } from '#api/shop/baskets/baskets'
import { listOwnedOffers } from '#api/shop/baskets/owned-offers'
import type { Place } from '../../platform/reading/place.ts'
import { read } from '../../platform/reading/read.ts'
import { placeIn } from './shop-place.ts'

interface Ordering {
  readonly client?: string
}

/** Whom one orders for; null before a partner or the carrier has chosen. */
export const companyIn = ({ universe, session, search }: Place<object, Ordering>): string | null =>
  placeIn(universe, session, search.client).company

/** The basket that a page of the shop shows or fills, if there is a company to order for. */
export const basketReads = (place: Place<object, Ordering>) => {
  const company = companyIn(place)
  return company === null ? [] : [read(readBasket, { params: { universe: place.universe, company } })]
}

/** What that company has already. */
export const ownedReads = (place: Place<object, Ordering>) => {
  const company = companyIn(place)
  return company === null ? [] : [read(listOwnedOffers, { params: { universe: place.universe, company } })]
}

/** An offer at the prices of who pays, and the basket beside. */
export const offerReads = (place: Place<{ readonly offer: string }, Ordering>) => [
  read(readOffer, { params: { universe: place.universe, offer: place.params.offer }, query: { company: companyIn(place) ?? undefined } }),
  ...basketReads(place),
  ...ownedReads(place),
]
