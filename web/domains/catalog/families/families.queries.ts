import { queryOptions } from '@tanstack/react-query'
import { listOfferFamilies } from '#api/catalog/families/offer-families'
import type { Universe } from '#api/universes'
import { call } from '../../../platform/call.ts'

/** A dozen at most, that the carrier rarely changes. */
export const familiesQuery = (universe: Universe) =>
  queryOptions({
    queryKey: ['catalog', universe, 'families'],
    queryFn: ({ signal }) => call(listOfferFamilies, { params: { universe }, signal }),
    staleTime: 300_000,
  })
