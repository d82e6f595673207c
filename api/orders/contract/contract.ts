import * as z from 'zod/mini'
import { offerSheetSchema } from '../../catalog/offers/offers.ts'
import { stepActors } from '../../catalog/rules/offer-definition.ts'
import { endpoint } from '../../endpoint.ts'
import { subscriptionReaders, subscriptionRowSchema } from '../../subscriptions/list/subscription-list.ts'
import { documentKinds, orderKinds, orderStates, stepStates } from '../../subscriptions/rules/operations.ts'
import { universeSchema } from '../../universes.ts'
import { terminationRefusals, terminationSchema } from '../termination/terminations.ts'

const bilingual = z.object({ fr: z.string(), en: z.string() })
const day = z.nullable(z.string())
/** Cents without VAT. */
const cents = z.number()
const siteSchema = z.object({ id: z.string(), name: z.string(), street: z.string(), postcode: z.string(), city: z.string() })

/** An operation on the contract, latest first. */
export const operationSchema = z.object({
  reference: z.string(),
  kind: z.enum(orderKinds),
  state: z.enum(orderStates),
  placedAt: z.string(),
  placedBy: z.string(),
  placedUniverse: universeSchema,
  wishedOn: day,
  deliveredOn: day,
  closedAt: z.nullable(z.string()),
  closingReason: z.nullable(z.string()),
  /** Who delivers it, once somebody took it over. */
  pilot: z.nullable(z.string()),
  quantityBefore: z.nullable(z.number()),
  quantityAfter: z.nullable(z.number()),
})

/** A step of the running order, as its timeline shows it. */
export const timelineStepSchema = z.object({
  label: bilingual,
  actor: z.enum(stepActors),
  state: z.enum(stepStates),
  plannedOn: day,
  doneOn: day,
  isLate: z.boolean(),
  blocked: z.nullable(z.object({ by: z.enum(stepActors), cause: z.string() })),
})

export const actorRoles = ['pilot', 'sales', 'partner', 'onsite_contact', 'placed_by'] as const
export const contractActorSchema = z.object({
  role: z.enum(actorRoles),
  name: z.string(),
  company: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  email: z.nullable(z.string()),
})

export const subscriptionPriceLineSchema = z.object({
  item: z.string(),
  label: bilingual,
  quantity: z.number(),
  oneOffCents: cents,
  monthlyCents: cents,
})

export const subscriptionCostsSchema = z.object({
  oneOffCents: cents,
  monthlyCents: cents,
  /** One-off fees and every month of the commitments, from their first day to their last; a replaced one counts until it was. */
  commitmentTotalCents: cents,
  /** One-off fee of leaving. */
  terminationCents: cents,
  lines: z.array(subscriptionPriceLineSchema),
})

export const commitmentSchema = z.object({
  label: z.string(),
  orderReference: z.nullable(z.string()),
  startsOn: z.string(),
  /** Whole or started months from the first day to the last. */
  months: z.number(),
  /** Last day. */
  endsOn: z.string(),
  /** Whole or started months left from tomorrow on; 0 once it is over. */
  remainingMonths: z.number(),
  /** Last day that binds a small company that did not accept more than 24 months; null when the whole commitment binds. */
  enforceableUntil: day,
  /** Null for who may not see amounts. */
  monthlyCents: z.nullable(cents),
})

export const contractServiceSchema = z.object({
  reference: z.string(),
  name: z.string(),
  kind: z.string(),
  state: z.enum(['active', 'closed']),
  site: z.nullable(z.string()),
  createdOn: z.string(),
  closedOn: day,
  /** For partners and the carrier. */
  accountcode: z.nullable(z.number()),
})

export const contractDocumentSchema = z.object({
  id: z.string(),
  kind: z.enum(documentKinds),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
  orderReference: z.nullable(z.string()),
  createdAt: z.string(),
  createdBy: z.string(),
  internal: z.boolean(),
})

export const subscriptionSchema = z.extend(subscriptionRowSchema, {
  offer: z.object({ code: z.string(), name: bilingual }),
  clientPhone: z.nullable(z.string()),
  site: siteSchema,
  sites: z.array(siteSchema),
  createdAt: z.string(),
  activatedOn: day,
  terminatedOn: day,
  takenOver: z.boolean(),
  quantity: z.number(),
  unit: z.nullable(bilingual),
  /** « Un appel entrant offert par canal »: simultaneous calls; null when the offer gives none. */
  calls: z.nullable(z.object({ outgoing: z.number(), incoming: z.number() })),
  /** The form as contracted, in words. */
  characteristics: z.array(z.object({ key: z.string(), label: bilingual, value: bilingual })),
  terms: z.object({
    notice: z.object({ count: z.number(), unit: z.enum(['day', 'month']) }),
    penaltyBasisPoints: z.number(),
    tacitRenewal: z.boolean(),
    longCommitmentWaiver: z.boolean(),
  }),
  /** Null for an operator's client. */
  costs: z.nullable(subscriptionCostsSchema),
  /** What the operator charges its client; only for that client: null is « prix sur demande ». */
  resalePrice: z.nullable(z.object({ oneOffCents: cents, monthlyCents: cents })),
  operations: z.array(operationSchema),
  /** The running order, with its timeline. */
  runningOrder: z.nullable(
    z.object({
      reference: z.string(),
      kind: z.enum(orderKinds),
      state: z.enum(orderStates),
      wishedOn: day,
      plannedOn: day,
      steps: z.array(timelineStepSchema),
    }),
  ),
  actors: z.array(contractActorSchema),
  commitments: z.array(commitmentSchema),
  services: z.array(contractServiceSchema),
  /** How many there are; `services` holds the first 200. */
  serviceCount: z.number(),
  sheets: z.array(offerSheetSchema),
  documents: z.array(contractDocumentSchema),
  /** The termination that is pending, or the one that ended the contract. */
  termination: z.nullable(terminationSchema),
  /** Offers that change this running contract. */
  additions: z.array(z.object({ code: z.string(), name: bilingual })),
  version: z.number(),
  /** Why the contract cannot be terminated by this reader now, as a code `termination_refusal_…`; null when it can. */
  terminationRefusal: z.nullable(z.enum(terminationRefusals)),
  abilities: z.object({
    terminate: z.boolean(),
    withdrawTermination: z.boolean(),
    /** Enter a letter or a port-out: the carrier's. */
    enterTermination: z.boolean(),
    /** Keep a letter about its termination, pending or done, whoever asked for it: the carrier's. */
    attachLetter: z.boolean(),
    addTo: z.boolean(),
    modify: z.boolean(),
    readAccountcodes: z.boolean(),
  }),
})
export type Subscription = z.infer<typeof subscriptionSchema>

const params = z.strictObject({ subscription: z.string().check(z.maxLength(32)) })

export const readSubscription = endpoint({
  method: 'GET',
  path: '/api/:universe/subscriptions/:subscription',
  summary: 'A contracted offer with everything about it, and what the caller may do.',
  topic: 'subscriptions',
  right: subscriptionReaders,
  params,
  response: subscriptionSchema,
})

export const downloadSubscriptionDocument = endpoint({
  method: 'GET',
  path: '/api/:universe/subscriptions/:subscription/documents/:document',
  summary: 'A document of a contract: order form, delivery note, letter.',
  right: subscriptionReaders,
  params: z.strictObject({ subscription: z.string().check(z.maxLength(32)), document: z.uuid() }),
  produces: 'application/octet-stream',
})

export const downloadSubscriptionSheet = endpoint({
  method: 'GET',
  path: '/api/:universe/subscriptions/:subscription/sheets/:sheet',
  summary: 'A product sheet of the version that was contracted.',
  right: subscriptionReaders,
  params: z.strictObject({ subscription: z.string().check(z.maxLength(32)), sheet: z.uuid() }),
  produces: 'application/octet-stream',
})
