import type { EarlyPlace, EarlyQuery } from '../../app/early.ts'
import { familiesQuery } from '../catalog/families/families.queries.ts'
import { basketQuery, offerQuery, offersQuery } from './shop.queries.ts'
import { placeIn } from './shop-place.ts'

type Place = EarlyPlace<{ readonly client?: string }>

const company = ({ universe, session, search }: Place) => placeIn(universe, session, search.client).company

const basket = (place: Place): readonly EarlyQuery[] => {
  const reference = company(place)
  return reference === null ? [] : [basketQuery(place.universe, reference)]
}

export const shopQueries = (place: Place): readonly EarlyQuery[] => [
  offersQuery(place.universe, company(place)),
  familiesQuery(place.universe),
  ...basket(place),
]

export const offerQueries = (place: Place): readonly EarlyQuery[] => [
  ...(place.params.offer === undefined ? [] : [offerQuery(place.universe, company(place), place.params.offer)]),
  ...basket(place),
]

export const basketQueries = (place: Place): readonly EarlyQuery[] => [...basket(place), familiesQuery(place.universe)]
