import * as z from 'zod/mini'
import { about } from '../../about.ts'
import {
  basisPoints,
  bilingual,
  byteSize,
  cents,
  companyReference,
  count,
  day,
  familyCode,
  id,
  label,
  mediaType,
  months,
  namedCompany,
  offerCode,
  version,
} from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { universes } from '../../universes.ts'
import { offerDefinitionSchema, priceCents, priceItemSchema } from '../admin/definition.ts'
import { offerFamilySchema } from '../families/offer-families.ts'

/** The catalogue as one orders from it. Texts come in both languages. Amounts are cents without VAT. */

export const offerKinds = ['contract', 'addition'] as const
export type OfferKind = (typeof offerKinds)[number]

/**
 * Whose prices: `public` and `wholesale` are the carrier's price lists; `resale` is what an operator charges its own client; `on_request` =
 * « prix sur demande », without any amount.
 */
export const priceSources = ['public', 'wholesale', 'resale', 'on_request'] as const
export type PriceSource = (typeof priceSources)[number]

/** « À partir de »: the smallest quantities and the shortest commitment. Null amounts: « prix sur demande ». */
export const offerPriceSchema = z.object({
  source: z.enum(priceSources),
  oneOffCents: z.nullable(cents),
  monthlyCents: z.nullable(cents),
  /** The amounts are for each unit of what the offer counts (channel, licence…). */
  perUnit: z.boolean(),
})
export type OfferPrice = z.infer<typeof offerPriceSchema>

export const deliveryTimeSchema = z.object({
  /** Calendar days, as announced. */
  announcedDays: count,
  /** Eight deliveries out of ten took at most that many days; null while too few were delivered. */
  usualDays: z.nullable(count),
})

export const offerCardSchema = z.object({
  code: offerCode,
  family: familyCode,
  kind: z.enum(offerKinds),
  /** Codes of the offers whose running contracts an addition changes. */
  addsTo: z.array(offerCode),
  name: bilingual,
  summary: bilingual,
  price: offerPriceSchema,
  commitments: z.array(z.object({ months, discountBasisPoints: basisPoints })),
  delivery: deliveryTimeSchema,
  sites: z.enum(['one', 'several']),
  versionId: id,
  versionNumber: z.int(),
  /** Last day on sale as it is, null = no end known. */
  validUntil: z.nullable(day),
})
export type OfferCard = z.infer<typeof offerCardSchema>

export const offerSheetSchema = z.object({
  id,
  name: label,
  mediaType,
  /** Null: composed by the portal from the version, when somebody asks for it. */
  size: z.nullable(byteSize),
})
export type OfferSheet = z.infer<typeof offerSheetSchema>

export const offerPageSchema = z.extend(offerCardSchema, {
  validFrom: day,
  definition: offerDefinitionSchema,
  /** The payer's price list, for `priceOf`; null: « prix sur demande » or the operator's own price. */
  prices: z.nullable(z.array(priceItemSchema)),
  sheets: z.array(offerSheetSchema),
  /** What may be added later to a running contract of this offer. */
  additions: z.array(offerCardSchema),
})
export type OfferPage = z.infer<typeof offerPageSchema>

const companyQuery = z.strictObject({ company: z.optional(companyReference) })
const readers = {
  anyOf: ['orders.manage', 'carrier.catalog', 'carrier.pilot', 'carrier.administer'],
  universes,
} as const

export const listOffers = endpoint({
  method: 'GET',
  path: '/api/:universe/catalog/offers',
  summary: 'The offers on sale today to a company (one’s own unless told), with the prices of who would pay; the whole catalogue at once.',
  topic: 'catalog',
  right: readers,
  query: companyQuery,
  response: z.object({
    /** For whom prices are shown. */
    company: z.nullable(namedCompany),
    priceSource: z.enum(priceSources),
    /** In the order of the shop; those without an offer on sale are left out. */
    families: z.array(z.extend(offerFamilySchema, { offers: count })),
    items: z.array(offerCardSchema),
  }),
})

export const readOffer = endpoint({
  method: 'GET',
  path: '/api/:universe/catalog/offers/:offer',
  summary: 'An offer on sale: texts, form, commitments, delivery, prices, sheets.',
  topic: 'catalog',
  right: readers,
  params: z.strictObject({ offer: offerCode }),
  query: companyQuery,
  response: offerPageSchema,
})

const offersToCompare = z
  .string('required')
  .check(z.maxLength(250, 'too_long'), z.regex(/^[A-Z0-9-]+(?:,[A-Z0-9-]+){1,3}$/, 'offers_to_compare'))
about(offersToCompare, 'Two to four codes of offers, separated by commas.', { examples: ['TRUNK-SIP,FTTO-100'] })

export const compareOffers = endpoint({
  method: 'GET',
  path: '/api/:universe/catalog/comparison',
  summary: 'Two to four offers side by side, in the order asked.',
  topic: 'catalog',
  right: readers,
  query: z.strictObject({
    offers: offersToCompare,
    company: z.optional(companyReference),
  }),
  response: z.object({ items: z.array(z.omit(offerPageSchema, { additions: true })) }),
})

export const downloadOfferSheet = endpoint({
  method: 'GET',
  path: '/api/:universe/catalog/sheets/:sheet',
  summary: 'A sheet of an offer; under the id of a version without any, the one that the portal composes in the reader’s language.',
  right: readers,
  params: z.strictObject({ sheet: id }),
  produces: 'application/pdf',
})

// What an operator charges its own clients ---------------------------------------------------------------------------------------------

const sellers = { anyOf: ['orders.manage'], universes: ['operator'] } as const

export const resalePriceSchema = z.object({
  id,
  /** Null: for all the operator's clients that have no price of their own. */
  company: z.nullable(namedCompany),
  oneOffCents: cents,
  monthlyCents: cents,
  version,
})
export type ResalePrice = z.infer<typeof resalePriceSchema>

export const listResalePrices = endpoint({
  method: 'GET',
  path: '/api/:universe/catalog/resale-prices',
  summary: "What the operator's clients see as prices: per offer, for all of them or for one. Without one they read « prix sur demande ».",
  topic: 'catalog',
  right: sellers,
  response: z.object({
    items: z.array(
      z.object({
        offer: z.object({ code: offerCode, family: familyCode, name: bilingual }),
        /** What the operator pays, « à partir de ». */
        wholesale: offerPriceSchema,
        /** The offer counts channels, licences…: resale prices are for each. */
        perUnit: z.boolean(),
        prices: z.array(resalePriceSchema),
      }),
    ),
  }),
})

export const writeResalePrice = endpoint({
  method: 'PUT',
  path: '/api/:universe/catalog/offers/:offer/resale-price',
  summary: 'Set what clients are charged for an offer: all of them, or one.',
  touches: ['catalog'],
  right: sellers,
  params: z.strictObject({ offer: offerCode }),
  body: z.strictObject({
    company: z.nullable(companyReference),
    oneOffCents: priceCents,
    monthlyCents: priceCents,
    /** Of the price that the caller looked at; null when there was none. */
    version: z.nullable(version),
  }),
  response: resalePriceSchema,
  problems: ['version_conflict'],
})

export const deleteResalePrice = endpoint({
  method: 'DELETE',
  path: '/api/:universe/catalog/resale-prices/:price',
  summary: 'Take a resale price away: clients read the price of all, or « prix sur demande ».',
  touches: ['catalog'],
  right: sellers,
  params: z.strictObject({ price: id }),
})
