import * as z from 'zod/mini'
import { about } from '../about.ts'
import { companyReference, label } from '../atoms.ts'
import { endpoint } from '../endpoint.ts'
import { universes } from '../universes.ts'

export const searchKinds = ['company', 'site', 'contact', 'user'] as const

const near = z.boolean()
about(near, 'Nothing was found that is written so: this is spelled nearly so.')

export const searchHitSchema = z.object({
  kind: z.enum(searchKinds),
  /** The object's reference or id, as its own pages take it. */
  reference: z.string(),
  companyReference,
  label,
  sublabel: z.nullable(label),
  near,
})
export type SearchHit = z.infer<typeof searchHitSchema>

export const search = endpoint({
  method: 'GET',
  path: '/api/:universe/search',
  summary:
    'Finds what the caller may see by reference, name, number, e-mail or town; accents and case do not matter, and typing errors are forgiven while little is found.',
  topic: 'search',
  right: { anyOf: ['company.read'], universes },
  query: z.strictObject({ q: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(100, 'too_long')) }),
  response: z.object({ hits: z.array(searchHitSchema) }),
})

export const commerceKinds = ['contract', 'order', 'offer'] as const

export const commerceHitSchema = z.object({
  kind: z.enum(commerceKinds),
  /** `OC00087`, `COM00025`, or the code of an offer. */
  reference: z.string(),
  /** Null for an offer. */
  companyReference: z.nullable(companyReference),
  label,
  labelEn: label,
  sublabel: z.nullable(label),
  near,
})
export type CommerceHit = z.infer<typeof commerceHitSchema>

/** Apart from `search`: it is another right, with its own sites. Ask both at once. */
export const searchCommerce = endpoint({
  method: 'GET',
  path: '/api/:universe/search/commerce',
  summary:
    'Finds contracted offers, orders and offers by reference or number (OC, COM, FPC), by words of the offer, by the client’s name; typing errors are forgiven while little is found.',
  topic: 'search',
  right: {
    anyOf: ['orders.manage', 'carrier.pilot', 'carrier.catalog', 'carrier.support', 'carrier.billing', 'carrier.administer'],
    universes,
  },
  query: z.strictObject({ q: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(100, 'too_long')) }),
  response: z.object({ hits: z.array(commerceHitSchema) }),
})
