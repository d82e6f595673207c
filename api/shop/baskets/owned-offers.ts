import * as z from 'zod/mini'
import { companyParams, contractReference, count, label, offerCode } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { orderers } from './baskets.ts'

/** An offer that the company has contracted already. */
export const ownedOfferSchema = z.object({
  code: offerCode,
  /** Contracts of it that are not over. */
  count,
  /** The latest, twenty at most. */
  contracts: z.array(
    z.object({
      reference: contractReference,
      name: label,
      site: label,
      /** It runs and no order is under way: something may be added to it. */
      mayAdd: z.boolean(),
    }),
  ),
})
export type OwnedOffer = z.infer<typeof ownedOfferSchema>

export const listOwnedOffers = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/owned-offers',
  summary: 'Offers that a company has already, with their contracts, as far as the caller may see them.',
  topic: 'subscriptions',
  right: orderers,
  params: companyParams,
  response: z.object({ items: z.array(ownedOfferSchema) }),
})
