import * as z from 'zod/mini'
import { about } from '../about.ts'
import { companyReference, instant, label, shortText } from '../atoms.ts'
import { endpoint } from '../endpoint.ts'
import { universes } from '../universes.ts'

export const searchKinds = ['company', 'site', 'contact', 'user'] as const

const near = z.boolean()
about(near, 'Nothing was found that is written so: this is spelled nearly so.')

const found = {
  kind: z.enum(searchKinds),
  /** The object's reference or id, as its own pages take it. */
  reference: z.string(),
  companyReference,
  label,
  sublabel: z.nullable(label),
}
const searchHitSchema = z.object({ ...found, near })
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

const commerceFound = {
  kind: z.enum(commerceKinds),
  /** `OC00087`, `COM00025`, or the code of an offer. */
  reference: z.string(),
  /** Null for an offer. */
  companyReference: z.nullable(companyReference),
  label,
  labelEn: label,
  sublabel: z.nullable(label),
}
const commerceHitSchema = z.object({ ...commerceFound, near })
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

/** What a person opened lately or marked. Rows say nothing by themselves: each list reads the objects again, under the right that shows them. */
const kept = {
  /** Null when it was marked and not opened lately. */
  seenAt: z.nullable(instant),
  favourite: z.boolean(),
}
const keptSchema = z.object({ ...found, ...kept })
export type KeptHit = z.infer<typeof keptSchema>
const keptCommerceSchema = z.object({ ...commerceFound, ...kept })
export type KeptCommerceHit = z.infer<typeof keptCommerceSchema>

export const listKept = endpoint({
  method: 'GET',
  path: '/api/:universe/search/kept',
  summary: 'The companies, sites, contacts and users that the caller opened last or keeps as favourites, and still may see; latest first.',
  topic: 'search',
  right: search.right,
  response: z.object({ items: z.array(keptSchema) }),
})

export const listKeptCommerce = endpoint({
  method: 'GET',
  path: '/api/:universe/search/commerce/kept',
  summary: 'The contracted offers, orders and offers that the caller opened last or keeps as favourites, and still may see; latest first.',
  topic: 'search',
  right: searchCommerce.right,
  response: z.object({ items: z.array(keptCommerceSchema) }),
})

export const keptKinds = [...searchKinds, ...commerceKinds] as const
export type KeptKind = (typeof keptKinds)[number]
const keptReference = shortText(80)
about(keptReference, 'Reference or id of what is kept, as the search tells it.', { examples: ['OC40482'] })
const named = { kind: z.enum(keptKinds), reference: keptReference }

/** One's own in each universe: no other right is needed, and the lists apply theirs. */
const anybody = { anyOf: null, universes } as const

export const rememberSeen = endpoint({
  method: 'POST',
  path: '/api/:universe/search/seen',
  summary: 'Remember that the caller opened something; the last 30 are kept.',
  touches: [],
  personal: true,
  right: anybody,
  body: z.strictObject(named),
})

export const markFavourite = endpoint({
  method: 'PUT',
  path: '/api/:universe/search/favourites',
  summary: 'Keep something among one’s favourites, or no longer; 50 at most.',
  touches: ['search'],
  personal: true,
  right: anybody,
  body: z.strictObject({ ...named, favourite: z.boolean() }),
  problems: ['conflict'],
})
