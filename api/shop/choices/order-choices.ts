import * as z from 'zod/mini'
import { about } from '../../about.ts'
import { city, companyParams, companyReference, contractReference, id, label, phone, postcode, street } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { pageOf, pageQuery } from '../../list.ts'
import { orderers } from '../baskets/baskets.ts'

/** What an order names: read under the right to order, so that whoever orders needs no right on « Informations société ». */

export const orderSiteSchema = z.object({
  id,
  name: label,
  street,
  postcode,
  city,
})
export type OrderSite = z.infer<typeof orderSiteSchema>

export const listOrderSites = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/order-sites',
  summary: 'Open sites of a company that the caller may order for; the head office first.',
  topic: 'sites',
  right: orderers,
  params: companyParams,
  query: z.strictObject({
    ...pageQuery,
    /** This one only. */
    id: z.optional(id),
  }),
  response: z.extend(pageOf(orderSiteSchema), { abilities: z.object({ create: z.boolean() }) }),
})

export const listOrderContacts = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/order-contacts',
  summary: 'People of a company who may be told as on-site contacts: names and telephones, nothing else.',
  topic: 'contacts',
  right: orderers,
  params: companyParams,
  query: z.strictObject({
    ...pageQuery,
    /** Of the contract that is added to, else of the site. */
    site: z.optional(id),
    contract: z.optional(contractReference),
  }),
  response: z.extend(pageOf(z.object({ id, name: label, phone: z.nullable(phone) })), {
    /** Whom one met there the last time; null when nobody is known, or has left. */
    usual: z.nullable(z.object({ id, name: label })),
    abilities: z.object({ create: z.boolean() }),
  }),
})

const fittingOffers = z.string().check(z.maxLength(2000, 'too_long'), z.regex(/^[A-Z0-9-]+(?:,[A-Z0-9-]+)*$/, 'invalid'))
about(fittingOffers, 'Codes of the offers that fit, separated by commas; any unless told.', { examples: ['TRUNK-SIP'] })

export const listOrderContracts = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/order-contracts',
  summary: 'Running contracts of a company that a form may name.',
  topic: 'subscriptions',
  right: orderers,
  params: companyParams,
  query: z.strictObject({
    ...pageQuery,
    offers: z.optional(fittingOffers),
  }),
  response: pageOf(z.object({ reference: contractReference, name: label, city })),
})

export const listOrderClients = endpoint({
  method: 'GET',
  path: '/api/:universe/order-clients',
  summary: 'Companies that the caller may order for, by name; found by a reference, a SIREN or the beginning of the name.',
  topic: 'companies',
  right: { ...orderers, universes: ['ambassador', 'operator', 'carrier'] },
  query: z.strictObject(pageQuery),
  response: pageOf(z.object({ reference: companyReference, name: label, city })),
})
