import * as z from 'zod/mini'
import { endpoint } from '../../endpoint.ts'
import { universes } from '../../universes.ts'
import { centsField, offerDefinitionSchema, priceItemSchema } from '../admin/definition.ts'
import { offerFamilySchema } from '../families/offer-families.ts'

/** The catalogue as one orders from it. Texts come in both languages. Amounts are cents without VAT. */

export const offerKinds = ['contract', 'addition'] as const
export type OfferKind = (typeof offerKinds)[number]

const words = z.object({ fr: z.string(), en: z.string() })
export const bilingualSchema = words

/**
 * Whose prices: `public` and `wholesale` are the carrier's price lists; `resale` is what an operator charges its own client; `on_request` =
 * « prix sur demande », without any amount.
 */
export const priceSources = ['public', 'wholesale', 'resale', 'on_request'] as const
export type PriceSource = (typeof priceSources)[number]

/** « À partir de »: the smallest quantities and the shortest commitment. Null amounts: « prix sur demande ». */
export const offerPriceSchema = z.object({
  source: z.enum(priceSources),
  oneOffCents: z.nullable(z.number()),
  monthlyCents: z.nullable(z.number()),
  /** The amounts are for each unit of what the offer counts (channel, licence…). */
  perUnit: z.boolean(),
})
export type OfferPrice = z.infer<typeof offerPriceSchema>

export const deliveryTimeSchema = z.object({
  /** Calendar days, as announced. */
  announcedDays: z.number(),
  /** Eight deliveries out of ten took at most that many days; null while too few were delivered. */
  usualDays: z.nullable(z.number()),
})

export const offerCardSchema = z.object({
  code: z.string(),
  family: z.string(),
  kind: z.enum(offerKinds),
  /** Codes of the offers whose running contracts an addition changes. */
  addsTo: z.array(z.string()),
  name: words,
  summary: words,
  price: offerPriceSchema,
  commitments: z.array(z.object({ months: z.number(), discountBasisPoints: z.number() })),
  delivery: deliveryTimeSchema,
  sites: z.enum(['one', 'several']),
  versionId: z.string(),
  versionNumber: z.number(),
  /** Last day on sale as it is, null = no end known. */
  validUntil: z.nullable(z.string()),
})
export type OfferCard = z.infer<typeof offerCardSchema>

export const offerSheetSchema = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  /** Null: composed by the portal from the version, when somebody asks for it. */
  size: z.nullable(z.number()),
})
export type OfferSheet = z.infer<typeof offerSheetSchema>

export const offerPageSchema = z.extend(offerCardSchema, {
  validFrom: z.string(),
  definition: offerDefinitionSchema,
  /** The payer's price list, for `priceOf`; null: « prix sur demande » or the operator's own price. */
  prices: z.nullable(z.array(priceItemSchema)),
  sheets: z.array(offerSheetSchema),
  /** What may be added later to a running contract of this offer. */
  additions: z.array(offerCardSchema),
})
export type OfferPage = z.infer<typeof offerPageSchema>

const company = z.optional(z.string().check(z.maxLength(32, 'too_long')))
const readers = {
  anyOf: ['orders.manage', 'carrier.catalog', 'carrier.pilot', 'carrier.administer'],
  universes,
} as const
const code = z.string().check(z.maxLength(60))

export const listOffers = endpoint({
  method: 'GET',
  path: '/api/:universe/catalog/offers',
  summary: 'The offers on sale today to a company (one’s own unless told), with the prices of who would pay; the whole catalogue at once.',
  topic: 'catalog',
  right: readers,
  query: z.strictObject({ company }),
  response: z.object({
    /** For whom prices are shown. */
    company: z.nullable(z.object({ reference: z.string(), name: z.string() })),
    priceSource: z.enum(priceSources),
    /** In the order of the shop; those without an offer on sale are left out. */
    families: z.array(z.extend(offerFamilySchema, { offers: z.number() })),
    items: z.array(offerCardSchema),
  }),
})

export const readOffer = endpoint({
  method: 'GET',
  path: '/api/:universe/catalog/offers/:offer',
  summary: 'An offer on sale: texts, form, commitments, delivery, prices, sheets.',
  topic: 'catalog',
  right: readers,
  params: z.strictObject({ offer: code }),
  query: z.strictObject({ company }),
  response: offerPageSchema,
})

export const compareOffers = endpoint({
  method: 'GET',
  path: '/api/:universe/catalog/comparison',
  summary: 'Two to four offers side by side, in the order asked.',
  topic: 'catalog',
  right: readers,
  query: z.strictObject({
    /** Codes, separated by commas. */
    offers: z.string('required').check(z.maxLength(250, 'too_long'), z.regex(/^[A-Z0-9-]+(?:,[A-Z0-9-]+){1,3}$/, 'offers_to_compare')),
    company,
  }),
  response: z.object({ items: z.array(z.omit(offerPageSchema, { additions: true })) }),
})

export const downloadOfferSheet = endpoint({
  method: 'GET',
  path: '/api/:universe/catalog/sheets/:sheet',
  summary: 'A sheet of an offer; under the id of a version without any, the one that the portal composes in the reader’s language.',
  right: readers,
  params: z.strictObject({ sheet: z.uuid() }),
  produces: 'application/pdf',
})

// What an operator charges its own clients ---------------------------------------------------------------------------------------------

const sellers = { anyOf: ['orders.manage'], universes: ['operator'] } as const

export const resalePriceSchema = z.object({
  id: z.string(),
  /** Null: for all the operator's clients that have no price of their own. */
  company: z.nullable(z.object({ reference: z.string(), name: z.string() })),
  oneOffCents: z.number(),
  monthlyCents: z.number(),
  version: z.number(),
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
        offer: z.object({ code: z.string(), family: z.string(), name: words }),
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
  params: z.strictObject({ offer: code }),
  body: z.strictObject({
    company: z.nullable(z.string().check(z.maxLength(32, 'too_long'))),
    oneOffCents: centsField,
    monthlyCents: centsField,
    /** Of the price that the caller looked at; null when there was none. */
    version: z.nullable(z.number()),
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
  params: z.strictObject({ price: z.uuid() }),
})
