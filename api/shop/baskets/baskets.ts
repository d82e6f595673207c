import * as z from 'zod/mini'
import {
  amounts,
  bilingual,
  byteSize,
  cents,
  companyParams,
  companyReference,
  contractReference,
  count,
  day,
  familyCode,
  id,
  label,
  mediaType,
  month,
  namedCompany,
  offerCode,
  orderReference,
  version,
} from '../../atoms.ts'
import { namedSiteSchema } from '../../companies/sites/named-site.ts'
import { endpoint } from '../../endpoint.ts'
import {
  additionSchema,
  basketLineSchema,
  changedLineSchema,
  lineFaultSchema,
  linePriceSchema,
  modificationSchema,
  newLineSchema,
} from './basket-lines.ts'

/**
 * `order`: placed at once. `propose`: a partner or the carrier orders for a client, who validates. `request`: an operator's client asks its
 * operator, who orders.
 */
export const basketModes = ['order', 'propose', 'request'] as const
export type BasketMode = (typeof basketModes)[number]

/** Why nothing may be ordered for the company now. */
export const orderingBlocks = ['company_inactive', 'company_blocked', 'payer_blocked'] as const
export type OrderingBlock = (typeof orderingBlocks)[number]

/** One line of a first invoice: the fee from the expected day to the end of its month, the one-off fee in full. */
export const firstInvoiceLineSchema = z.object({
  lineId: id,
  offer: bilingual,
  site: z.nullable(namedSiteSchema),
  from: day,
  until: day,
  days: count,
  daysInMonth: count,
  monthlyCents: cents,
  proratedCents: cents,
  oneOffCents: cents,
})

/** What the first invoice of a month would hold, were everything delivered on the expected day. */
export const firstInvoiceSchema = z.object({
  /** `yyyy-mm`. */
  month,
  lines: z.array(firstInvoiceLineSchema),
  oneOffCents: cents,
  proratedCents: cents,
  totalCents: cents,
})

/** Without VAT. Lines without a price are not counted: `hasUnpriced` says so. */
export const basketSummarySchema = z.object({
  oneOffCents: cents,
  monthlyCents: cents,
  hasUnpriced: z.boolean(),
  /** Contracts over several sites stand under their first one. */
  bySite: z.array(
    z.extend(amounts, {
      site: namedSiteSchema,
      lines: z.array(z.extend(amounts, { lineId: id, offer: bilingual })),
    }),
  ),
  firstInvoices: z.array(firstInvoiceSchema),
})
export type BasketSummary = z.infer<typeof basketSummarySchema>

export const basketSchema = z.object({
  /** Null: nothing was put in it yet. */
  id: z.nullable(id),
  version,
  company: namedCompany,
  mode: z.enum(basketModes),
  block: z.nullable(z.enum(orderingBlocks)),
  lines: z.array(basketLineSchema),
  /** Null: the reader sees no price of the carrier and no line has its operator's. */
  summary: z.nullable(basketSummarySchema),
  /** Terms of sale to accept; null when somebody else will. */
  termsVersion: z.nullable(z.string()),
  /** A small company commits itself beyond 24 months only with its express consent, given with the order. */
  needsWaiver: z.boolean(),
  /** Day of the portal. */
  today: day,
  abilities: z.object({ edit: z.boolean(), order: z.boolean() }),
})
export type Basket = z.infer<typeof basketSchema>

/** Who fills baskets; the carrier's people do for its clients. */
export const orderers = {
  anyOf: ['orders.manage', 'carrier.pilot', 'carrier.administer'],
  universes: ['client', 'ambassador', 'operator', 'carrier'],
} as const

const lineParams = z.strictObject({ company: companyReference, line: id })
const lineProblems = ['offer_expired', 'offer_not_allowed', 'contract_not_running'] as const

export const readBasket = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/basket',
  summary: "The caller's basket for a company, with prices as of now, what is missing and what changed.",
  topic: 'baskets',
  right: orderers,
  params: companyParams,
  response: basketSchema,
})

/** One of the caller's open baskets. */
export const basketCountSchema = z.object({ company: namedCompany, lines: count })

export const countBaskets = endpoint({
  method: 'GET',
  path: '/api/:universe/baskets',
  summary: "How many lines the caller's open baskets hold, the latest first; twenty at most.",
  topic: 'basket-counts',
  right: orderers,
  response: z.object({ items: z.array(basketCountSchema) }),
})

export const addBasketLine = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/basket/lines',
  summary: 'Put an offer in the basket, even with an unfinished form.',
  touches: ['basket-counts'],
  answers: readBasket,
  right: orderers,
  params: companyParams,
  body: newLineSchema,
  response: z.extend(basketSchema, { lineId: id }),
  status: 201,
  idempotent: true,
  problems: lineProblems,
})

export const updateBasketLine = endpoint({
  method: 'PUT',
  path: '/api/:universe/companies/:company/basket/lines/:line',
  summary: 'Change a line: sites, form, commitment, wished day, on-site contact.',
  touches: [],
  answers: readBasket,
  right: orderers,
  params: lineParams,
  body: changedLineSchema,
  response: basketSchema,
  problems: ['version_conflict', ...lineProblems],
})

export const removeBasketLine = endpoint({
  method: 'DELETE',
  path: '/api/:universe/companies/:company/basket/lines/:line',
  summary: 'Take a line out of the basket.',
  touches: ['basket-counts'],
  answers: readBasket,
  right: orderers,
  params: lineParams,
  response: basketSchema,
})

export const emptyBasket = endpoint({
  method: 'DELETE',
  path: '/api/:universe/companies/:company/basket',
  summary: 'Empty the basket.',
  touches: ['baskets', 'basket-counts'],
  right: orderers,
  params: companyParams,
})

export const acceptPrices = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/basket/accepted-prices',
  summary: 'Accept prices that changed, as they were told; lines of an expired version take the one on sale.',
  touches: [],
  answers: readBasket,
  right: orderers,
  params: companyParams,
  body: z.strictObject({
    lines: z
      .array(
        z.strictObject({
          id,
          price: z.nullable(z.strictObject({ oneOffCents: cents, monthlyCents: cents })),
        }),
      )
      .check(z.minLength(1, 'required'), z.maxLength(200, 'too_many')),
  }),
  response: basketSchema,
  problems: ['price_changed'],
})

export const estimateSchema = z.object({
  price: z.nullable(linePriceSchema),
  addition: z.nullable(additionSchema),
  modification: z.nullable(modificationSchema),
  contracts: count,
  expectedOn: day,
  faults: z.array(lineFaultSchema),
})
export type Estimate = z.infer<typeof estimateSchema>

export const estimateLine = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/basket/estimates',
  summary: 'What a line would cost and what its form still lacks, as it is typed; nothing is kept.',
  topic: 'baskets',
  right: orderers,
  params: companyParams,
  body: newLineSchema,
  response: estimateSchema,
  problems: lineProblems,
})

/** Media types of the files that a form may hold. */
export const basketFileTypes = ['application/pdf', 'image/png', 'image/jpeg', 'text/csv'] as const
export const basketFileBytes = 10 * 1024 * 1024

export const uploadBasketFile = endpoint({
  method: 'POST',
  path: '/api/:universe/companies/:company/basket/files',
  summary: 'Send a file that a characteristic asks for; its id is the value.',
  touches: [],
  right: orderers,
  params: companyParams,
  query: z.strictObject({
    /** As the customer calls it; « document » unless told. */
    name: z.optional(z.string().check(z.maxLength(160, 'too_long'))),
    /** PDF unless told; the bytes must be of that type. */
    type: z.optional(z.enum(basketFileTypes, 'file_type_refused')),
  }),
  consumes: 'application/octet-stream',
  bodyLimit: basketFileBytes + 1024,
  response: z.object({ id, name: label, size: byteSize, mediaType }),
  status: 201,
  problems: ['unsupported_media_type', 'body_too_large'],
})

/** A running contract's additions: SIP channels, licences, options, blocks of numbers. */
export const additionOffersSchema = z.object({
  contract: z.object({
    reference: contractReference,
    name: label,
    site: namedSiteSchema,
    quantity: count,
    monthlyCents: z.nullable(cents),
    /** Another operation is running on it: nothing may be added meanwhile. */
    runningOrder: z.nullable(orderReference),
  }),
  items: z.array(
    z.object({
      code: offerCode,
      name: bilingual,
      family: familyCode,
      summary: bilingual,
      freeIncomingPerUnit: z.nullable(count),
      leadTimeDays: count,
    }),
  ),
})

export const listAdditions = endpoint({
  method: 'GET',
  path: '/api/:universe/companies/:company/contracts/:subscription/additions',
  summary: 'Offers that add to a running contract.',
  topic: 'subscriptions',
  right: orderers,
  params: z.strictObject({ company: companyReference, subscription: contractReference }),
  response: additionOffersSchema,
})
