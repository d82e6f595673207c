import type { EarlyPlace, EarlyQuery } from '../../app/early.ts'
import { adminOfferQuery, adminOffersQuery, type OffersSearch, offerVersionQuery } from './catalog.queries.ts'

export const offersQueries = ({ search }: EarlyPlace<OffersSearch>): readonly EarlyQuery[] => [adminOffersQuery(search)]

export const offerQueries = ({ params: { offer } }: EarlyPlace): readonly EarlyQuery[] => (offer ? [adminOfferQuery(offer)] : [])

export const versionQueries = ({ params: { offer, number } }: EarlyPlace): readonly EarlyQuery[] =>
  offer && /^[1-9]\d{0,5}$/.test(number ?? '') ? [offerVersionQuery(offer, Number(number)), adminOfferQuery(offer)] : []
