import * as z from 'zod/mini'
import {
  amounts,
  bilingual,
  byteSize,
  cents,
  contractReference,
  count,
  day,
  familyCode,
  faultCode,
  faultPath,
  formAnswer,
  formAnswers,
  id,
  itemKey,
  label,
  months,
  offerCode,
  orNull,
  phone,
  version,
} from '../../atoms.ts'
import type { OfferDefinition } from '../../catalog/rules/offer-definition.ts'
import { namedSiteSchema } from '../../companies/sites/named-site.ts'

/** A text in both languages of the portal. */

export type Amounts = z.infer<typeof amounts>

/** What makes a price: one line per priced item, all units together. */
export const priceLineSchema = z.object({
  item: itemKey,
  label: bilingual,
  quantity: count,
  unitOneOffCents: cents,
  /** After the discount of the commitment. */
  unitMonthlyCents: cents,
  oneOffCents: cents,
  monthlyCents: cents,
})
export type PricedLine = z.infer<typeof priceLineSchema>

/** Price of one contract of the line, for one site (or for all of them when the offer spans several). */
export const linePriceSchema = z.extend(amounts, { lines: z.array(priceLineSchema) })
export type LinePrice = z.infer<typeof linePriceSchema>

/** An addition beside the running contract that it changes. `monthlyCents` null: the reader sees no price of it. */
export const additionSchema = z.object({
  quantityBefore: count,
  quantityAfter: count,
  /** What a unit is: « canaux ». */
  unit: z.nullable(bilingual),
  monthlyBeforeCents: z.nullable(cents),
  monthlyAfterCents: z.nullable(cents),
  /** « Un appel entrant offert par canal »: simultaneous calls, before and after. Null: the offer gives none. */
  calls: z.nullable(
    z.object({
      outgoingBefore: count,
      outgoingAfter: count,
      incomingBefore: count,
      incomingAfter: count,
      freePerUnit: count,
    }),
  ),
})
export type Addition = z.infer<typeof additionSchema>

const answerSchema = z.nullable(formAnswer)

/** A running contract changed by its own offer: what becomes of it. Amounts are null for who sees none of them. */
export const modificationSchema = z.object({
  /** Numbers of the versions of the offer: as contracted, and the one that holds from now on. */
  versionBefore: z.int(),
  versionAfter: z.int(),
  quantityBefore: count,
  quantityAfter: count,
  monthlyBeforeCents: z.nullable(cents),
  monthlyAfterCents: z.nullable(cents),
  /** One per characteristic that changes or costs another price; key `base` is the subscription itself. */
  changes: z.array(
    z.object({
      key: z.string(),
      before: answerSchema,
      after: answerSchema,
      /** Fees due once, and the difference of the monthly fee. */
      amounts: z.nullable(amounts),
      /** Its monthly fee as the contract runs, and once changed. */
      fees: z.nullable(z.object({ beforeCents: cents, afterCents: cents })),
    }),
  ),
  /** Last day of the running commitment; null: none runs. */
  committedUntil: z.nullable(day),
})
export type Modification = z.infer<typeof modificationSchema>

/** What stops a line from being ordered. `path` is a field of the line (`values.channels`, `siteIds`, `wishedOn`). */
export const lineFaultSchema = z.object({
  path: faultPath,
  code: faultCode,
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
})
export type LineFault = z.infer<typeof lineFaultSchema>

export const offerStandings = ['on_sale', 'new_version', 'withdrawn', 'not_allowed'] as const
/** `new_version`: the line's version is no longer sold; accepting the change takes the one that is. */
export type OfferStanding = (typeof offerStandings)[number]

/** The price moved since the line was last accepted: nothing is ordered until the new one is. */
export const priceChangeSchema = z.object({ before: z.nullable(amounts), after: z.nullable(amounts) })

const contractOfLine = z.object({
  reference: contractReference,
  name: label,
  quantity: count,
  site: namedSiteSchema,
})

export const basketLineSchema = z.object({
  id,
  version,
  offer: z.object({
    code: offerCode,
    name: bilingual,
    family: familyCode,
    kind: z.enum(['contract', 'addition']),
    versionNumber: z.int(),
    standing: z.enum(offerStandings),
    /** The form of the version on sale: characteristics, commitments, sites, lead time. */
    definition: z.custom<OfferDefinition>(),
  }),
  /** The contract that an addition changes, or a modification when the offer is its own. */
  contract: z.nullable(contractOfLine),
  sites: z.array(namedSiteSchema),
  values: formAnswers,
  /** Files that the values name. */
  files: z.array(z.object({ id, name: label, size: byteSize })),
  commitmentMonths: months,
  wishedOn: z.nullable(day),
  onsiteContact: z.nullable(z.object({ id, name: label, phone: z.nullable(phone) })),
  /** Contracts that the line makes: one per site, or a single one. */
  contracts: count,
  /** As far as the form is filled in. Null: « prix sur demande ». */
  price: z.nullable(linePriceSchema),
  addition: z.nullable(additionSchema),
  modification: z.nullable(modificationSchema),
  change: z.nullable(priceChangeSchema),
  /** Day from which it would be billed: wished, or announced. */
  expectedOn: day,
  faults: z.array(lineFaultSchema),
})
export type BasketLine = z.infer<typeof basketLineSchema>

/** What the form of a line holds. An addition or a modification names its contract, whose sites it takes; its `siteIds` are then empty. */
export const basketLineFields = {
  siteIds: z.array(id).check(z.maxLength(100, 'too_many')),
  /** As far as it is filled in: a basket keeps what is not finished. */
  values: z.record(
    z.string().check(z.maxLength(64, 'too_long')),
    z.union([z.string().check(z.maxLength(4000, 'too_long')), z.number(), z.boolean()]),
  ),
  /** A modification without a new commitment says 0. */
  commitmentMonths: z.number({ error: 'invalid' }).check(z.int('invalid'), z.minimum(0, 'invalid'), z.maximum(120, 'invalid')),
  wishedOn: orNull(day),
  onsiteContactId: z.nullable(id),
}

export const newLineSchema = z.strictObject({
  offer: z.string().check(z.minLength(1, 'required'), z.maxLength(64, 'too_long')),
  /** Reference of the running contract: of an addition, or of a modification when the offer is the contract's own. */
  contract: z.nullable(contractReference),
  ...basketLineFields,
})
export type NewLine = z.infer<typeof newLineSchema>

export const changedLineSchema = z.strictObject({ ...basketLineFields, version })
export type ChangedLine = z.infer<typeof changedLineSchema>
