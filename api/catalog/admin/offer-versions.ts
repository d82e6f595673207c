import * as z from 'zod/mini'
import { amounts, bilingual, count, day, familyCode, faultCode, faultPath, id, instant, offerCode, text, version } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { listEndpoint } from '../../list.ts'
import { familyFilter, familyIcons, offerFamilySchema } from '../families/offer-families.ts'
import { offerKinds, offerSheetSchema } from '../offers/offers.ts'
import { bilingualText, offerDefinitionSchema, pricesSchema, typedOfferCode, validityFields } from './definition.ts'

/** The catalogue as the carrier writes it: offers, their versions, sheets and price lists. */

const editors = { anyOf: ['carrier.catalog', 'carrier.administer'], universes: ['carrier'] } as const
const readers = { anyOf: ['carrier.catalog', 'carrier.pilot', 'carrier.billing', 'carrier.administer'], universes: ['carrier'] } as const

export const offerStates = ['draft', 'on_sale', 'withdrawn'] as const
export type OfferState = (typeof offerStates)[number]
export const offerUniverses = ['client', 'ambassador', 'operator'] as const

/** `published`: still to come; `current`: on sale today; `past`; `draft`. */
export const versionStages = ['draft', 'upcoming', 'current', 'past'] as const
export type VersionStage = (typeof versionStages)[number]

const offerParams = z.strictObject({ offer: offerCode })
const versionParams = z.strictObject({
  offer: offerCode,
  number: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(1_000_000)),
})

const startingAmounts = z.nullable(amounts)

export const adminOfferSchema = z.object({
  code: offerCode,
  family: familyCode,
  kind: z.enum(offerKinds),
  addsTo: z.array(offerCode),
  name: bilingual,
  universes: z.array(z.enum(offerUniverses)),
  state: z.enum(offerStates),
  position: z.int(),
  version,
  /** The version on sale today, if any. */
  current: z.nullable(z.object({ number: z.int(), validFrom: day, validUntil: z.nullable(day) })),
  /** The next version announced, if any. */
  next: z.nullable(z.object({ number: z.int(), validFrom: day })),
  /** « À partir de », of the version on sale today; null where that list has no price. */
  prices: z.object({ public: startingAmounts, wholesale: startingAmounts }),
  drafts: count,
  /** Orders of it that are not closed; counted up to 1,000. */
  runningOrders: count,
  /** Contracts that run on any of its versions; counted up to 1,000. */
  runningContracts: count,
})
export type AdminOffer = z.infer<typeof adminOfferSchema>

/** A family with what keeps it: it goes once nothing is in it. */
const adminFamilySchema = z.extend(offerFamilySchema, {
  /** Whatever their state. */
  offers: count,
  /** Contracts bear its name: those of offers that were in it when they were ordered. */
  contracts: z.boolean(),
})
export type AdminFamily = z.infer<typeof adminFamilySchema>

export const listAdminOffers = listEndpoint({
  path: '/api/:universe/catalog-admin/offers',
  summary: 'Every offer, whatever its state.',
  topic: 'catalog',
  right: readers,
  screen: 'catalog-offers',
  row: adminOfferSchema,
  filters: {
    family: familyFilter,
    state: z.enum(offerStates, { error: 'invalid' }),
    kind: z.enum(offerKinds, { error: 'invalid' }),
  },
  // `shop`: as the shop shows them.
  sorts: ['shop', 'code', 'name', 'state', 'createdAt'],
  defaultSort: 'shop',
  beside: {
    families: z.array(adminFamilySchema),
    abilities: z.object({ edit: z.boolean() }),
  },
})

const typedFamilyCode = z.string('invalid').check(z.minLength(1, 'required'), z.maxLength(40, 'family_unknown'))
const familyFields = { name: bilingualText(60), icon: z.enum(familyIcons, 'invalid') }
const mostFamilies = z.maxLength(40, { error: 'too_many', abort: true })

export const writeFamilies = endpoint({
  method: 'PUT',
  path: '/api/:universe/catalog-admin/families',
  summary:
    'Write the families of the shop, all of them at once: names, pictures, order. One without a code is created, one left out is removed if nothing is in it.',
  touches: ['catalog'],
  right: editors,
  body: z.strictObject({
    families: z
      .array(z.strictObject({ code: z.nullable(typedFamilyCode), ...familyFields }))
      .check(z.minLength(1, 'required'), mostFamilies),
    /** As the caller read them: what somebody else changed meanwhile is not lost. */
    seen: z.array(z.strictObject({ code: typedFamilyCode, ...familyFields })).check(mostFamilies),
  }),
  response: z.object({ families: z.array(adminFamilySchema) }),
  problems: ['version_conflict'],
})

export const versionSummarySchema = z.object({
  number: z.int(),
  stage: z.enum(versionStages),
  validFrom: day,
  validUntil: z.nullable(day),
  /** Once ordered it never changes. */
  firstOrderedAt: z.nullable(instant),
  createdAt: instant,
  revision: version,
})
export type VersionSummary = z.infer<typeof versionSummarySchema>

export const adminOfferPageSchema = z.extend(adminOfferSchema, {
  /** Latest first. */
  versions: z.array(versionSummarySchema),
  abilities: z.object({ edit: z.boolean(), withdraw: z.boolean(), putOnSale: z.boolean(), addVersion: z.boolean() }),
})
export type AdminOfferPage = z.infer<typeof adminOfferPageSchema>

export const readAdminOffer = endpoint({
  method: 'GET',
  path: '/api/:universe/catalog-admin/offers/:offer',
  summary: 'An offer and its versions.',
  topic: 'catalog',
  right: readers,
  params: offerParams,
  response: adminOfferPageSchema,
})

const offerFields = {
  family: text().check(z.minLength(1, 'required'), z.maxLength(40, 'family_unknown')),
  name: bilingualText(120),
  universes: z.array(z.enum(offerUniverses, 'invalid')).check(z.maxLength(3, 'too_many')),
  /** Codes of offers; filled for an addition, empty otherwise. */
  addsTo: z.array(typedOfferCode).check(z.maxLength(50, 'too_many')),
  position: z.number('number_invalid').check(z.int('number_invalid'), z.minimum(0, 'number_invalid'), z.maximum(100_000, 'number_invalid')),
}
/** What the form of an offer holds. */
export const offerFormSchema = z.strictObject({ code: typedOfferCode, kind: z.enum(offerKinds, 'invalid'), ...offerFields })
export type OfferForm = z.infer<typeof offerFormSchema>

export const createOffer = endpoint({
  method: 'POST',
  path: '/api/:universe/catalog-admin/offers',
  summary: 'Create an offer with its first draft, empty or copied from another offer.',
  touches: ['catalog'],
  right: editors,
  body: z.strictObject({ code: typedOfferCode, kind: z.enum(offerKinds, 'invalid'), ...offerFields, copyOf: z.optional(typedOfferCode) }),
  response: adminOfferPageSchema,
  status: 201,
  problems: ['already_exists'],
})

export const updateOffer = endpoint({
  method: 'PATCH',
  path: '/api/:universe/catalog-admin/offers/:offer',
  summary: 'Change where an offer stands: family, names, who may order it. Its code and kind never change.',
  touches: ['catalog'],
  right: editors,
  params: offerParams,
  body: z.strictObject({ ...offerFields, version }),
  response: adminOfferPageSchema,
  problems: ['version_conflict'],
})

export const changeOfferState = endpoint({
  method: 'POST',
  path: '/api/:universe/catalog-admin/offers/:offer/state',
  summary: 'Withdraw an offer from sale, or put it back; its contracts go on.',
  touches: ['catalog'],
  right: editors,
  params: offerParams,
  body: z.strictObject({ state: z.enum(['on_sale', 'withdrawn'], 'invalid'), version }),
  response: adminOfferPageSchema,
  problems: ['version_conflict', 'conflict'],
})

// Versions -------------------------------------------------------------------------------------------------------------------------------

export const offerVersionSchema = z.extend(versionSummarySchema, {
  offer: z.object({ code: offerCode, name: bilingual, kind: z.enum(offerKinds) }),
  definition: offerDefinitionSchema,
  prices: pricesSchema,
  sheets: z.array(offerSheetSchema),
  /** What forbids publishing it, as field errors of the draft: empty when it is ready. */
  impediments: z.array(z.object({ path: faultPath, code: faultCode })),
  abilities: z.object({ edit: z.boolean(), publish: z.boolean(), delete: z.boolean(), end: z.boolean() }),
})
export type OfferVersion = z.infer<typeof offerVersionSchema>

export const readOfferVersion = endpoint({
  method: 'GET',
  path: '/api/:universe/catalog-admin/offers/:offer/versions/:number',
  summary: 'A version with both price lists.',
  topic: 'catalog',
  right: readers,
  params: versionParams,
  response: offerVersionSchema,
})

export const draftOfferVersion = endpoint({
  method: 'POST',
  path: '/api/:universe/catalog-admin/offers/:offer/versions',
  summary: 'Start a draft from a version: the texts, forms, prices and sheets are copied.',
  touches: ['catalog'],
  right: editors,
  params: offerParams,
  body: z.strictObject({
    from: z.number('number_invalid').check(z.int('number_invalid'), z.minimum(1, 'number_invalid')),
    validFrom: day,
  }),
  response: offerVersionSchema,
  status: 201,
})

/** What the editor of a version holds. */
export const versionFormSchema = z.strictObject({ ...validityFields, definition: offerDefinitionSchema, prices: pricesSchema })
export type VersionForm = z.infer<typeof versionFormSchema>

export const writeOfferVersion = endpoint({
  method: 'PUT',
  path: '/api/:universe/catalog-admin/offers/:offer/versions/:number',
  summary: 'Write a draft, or a published version that nobody ordered and whose first day is still to come.',
  touches: ['catalog'],
  answers: readOfferVersion,
  right: editors,
  params: versionParams,
  body: z.strictObject({ ...validityFields, definition: offerDefinitionSchema, prices: pricesSchema, revision: version }),
  bodyLimit: 512 * 1024,
  response: offerVersionSchema,
  problems: ['version_conflict', 'conflict'],
})

export const publishOfferVersion = endpoint({
  method: 'POST',
  path: '/api/:universe/catalog-admin/offers/:offer/versions/:number/publish',
  summary: 'Put a version on sale from its first day on; the version before it ends the day before.',
  touches: ['catalog'],
  answers: readOfferVersion,
  right: editors,
  params: versionParams,
  body: z.strictObject({ revision: version }),
  response: offerVersionSchema,
  problems: ['version_conflict', 'conflict'],
})

export const endOfferVersion = endpoint({
  method: 'POST',
  path: '/api/:universe/catalog-admin/offers/:offer/versions/:number/end',
  summary: 'Say the last day on which a published version is sold; null = no end.',
  touches: ['catalog'],
  answers: readOfferVersion,
  right: editors,
  params: versionParams,
  body: z.strictObject({ validUntil: z.nullable(day), revision: version }),
  response: offerVersionSchema,
  problems: ['version_conflict', 'conflict'],
})

export const deleteOfferVersion = endpoint({
  method: 'DELETE',
  path: '/api/:universe/catalog-admin/offers/:offer/versions/:number',
  summary: 'Throw a draft away.',
  touches: ['catalog'],
  right: editors,
  params: versionParams,
  problems: ['conflict'],
})

export const addOfferSheet = endpoint({
  method: 'POST',
  path: '/api/:universe/catalog-admin/offers/:offer/versions/:number/sheets',
  summary: 'Add a sheet (PDF, up to 10 MiB) to a version that nobody ordered yet.',
  touches: ['catalog'],
  right: editors,
  params: versionParams,
  query: z.strictObject({ name: z.string('required').check(z.minLength(1, 'required'), z.maxLength(160, 'too_long')) }),
  consumes: 'application/pdf',
  bodyLimit: 10 * 1024 * 1024,
  response: offerSheetSchema,
  status: 201,
  problems: ['conflict', 'unsupported_media_type'],
})

export const deleteOfferSheet = endpoint({
  method: 'DELETE',
  path: '/api/:universe/catalog-admin/sheets/:sheet',
  summary: 'Take a sheet off a version that nobody ordered yet.',
  touches: ['catalog'],
  right: editors,
  params: z.strictObject({ sheet: id }),
  problems: ['conflict'],
})
