import { listOfferFamilies } from '#api/catalog/families/offer-families'
import type { Universe } from '#api/universes'
import { read } from '../../../platform/reading/read.ts'

/** A dozen at most, that the carrier rarely changes. */
export const familiesQuery = (universe: Universe) => ({ ...read(listOfferFamilies, { params: { universe } }), staleTime: 300_000 })
