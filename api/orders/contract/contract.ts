import * as z from 'zod/mini'
import {
  amounts,
  basisPoints,
  bilingual,
  byteSize,
  cents,
  city,
  contractReference,
  count,
  country,
  day,
  email,
  fullName,
  id,
  instant,
  itemKey,
  label,
  mediaType,
  months,
  offerCode,
  orderReference,
  phone,
  phrase,
  postcode,
  serviceReference,
  street,
  version,
} from '../../atoms.ts'
import { offerSheetSchema } from '../../catalog/offers/offers.ts'
import { stepActors } from '../../catalog/rules/offer-definition.ts'
import { endpoint } from '../../endpoint.ts'
import { subscriptionReaders, subscriptionRowSchema } from '../../subscriptions/list/subscription-list.ts'
import { documentKinds, orderKinds, orderStates, stepStates } from '../../subscriptions/rules/operations.ts'
import { whenSchema } from '../../subscriptions/when.ts'
import { universeSchema } from '../../universes.ts'
import { terminationRefusals, terminationSchema } from '../termination/terminations.ts'

const siteSchema = z.object({ id, name: label, street, complement: z.nullable(street), postcode, city, country })

/** An operation on the contract, latest first. */
export const operationSchema = z.object({
  reference: orderReference,
  kind: z.enum(orderKinds),
  state: z.enum(orderStates),
  placedAt: instant,
  placedBy: fullName,
  placedUniverse: universeSchema,
  wishedOn: z.nullable(day),
  deliveredOn: z.nullable(day),
  when: whenSchema,
  closedAt: z.nullable(instant),
  closingReason: z.nullable(phrase),
  /** Who delivers it, once somebody took it over. */
  pilot: z.nullable(fullName),
  quantityBefore: z.nullable(count),
  quantityAfter: z.nullable(count),
})

/** A step of the running order, as its timeline shows it. */
export const timelineStepSchema = z.object({
  label: bilingual,
  actor: z.enum(stepActors),
  state: z.enum(stepStates),
  plannedOn: z.nullable(day),
  doneOn: z.nullable(day),
  isLate: z.boolean(),
  blocked: z.nullable(z.object({ by: z.enum(stepActors), cause: phrase })),
})

export const actorRoles = ['pilot', 'sales', 'partner', 'onsite_contact', 'placed_by'] as const
export const contractActorSchema = z.object({
  role: z.enum(actorRoles),
  name: label,
  company: z.nullable(label),
  phone: z.nullable(phone),
  email: z.nullable(email),
})

export const subscriptionPriceLineSchema = z.object({
  item: itemKey,
  label: bilingual,
  quantity: count,
  oneOffCents: cents,
  monthlyCents: cents,
})

export const subscriptionCostsSchema = z.object({
  oneOffCents: cents,
  monthlyCents: cents,
  /** The monthly fee once the running order is delivered; null when none runs, or when it changes nothing. */
  monthlyAfterCents: z.nullable(cents),
  /**
   * One-off fees and every month of the commitments, from their first day to their last; a replaced one counts until it was. One that waits for its
   * delivery counts whole, but a modification's: what it replaces depends on its day.
   */
  commitmentTotalCents: cents,
  /** One-off fee of leaving. */
  terminationCents: cents,
  lines: z.array(subscriptionPriceLineSchema),
})

export const commitmentSchema = z.object({
  label,
  orderReference: z.nullable(orderReference),
  /** Null: it begins on the day of the delivery. */
  startsOn: z.nullable(day),
  /** Whole or started months from the first day to the last. */
  months,
  /** Last day; null as long as it has not begun. */
  endsOn: z.nullable(day),
  /** Whole or started months left from tomorrow on; 0 once it is over. */
  remainingMonths: months,
  /** Last day that binds a small company that did not accept more than 24 months; null when the whole commitment binds. */
  enforceableUntil: z.nullable(day),
  /** Null for who may not see amounts. */
  monthlyCents: z.nullable(cents),
})

export const contractServiceSchema = z.object({
  reference: serviceReference,
  name: label,
  kind: z.string(),
  state: z.enum(['active', 'closed']),
  site: z.nullable(label),
  createdOn: day,
  closedOn: z.nullable(day),
  /** For partners and the carrier. */
  accountcode: z.nullable(z.int()),
})

export const contractDocumentSchema = z.object({
  id,
  kind: z.enum(documentKinds),
  name: label,
  mediaType,
  size: byteSize,
  orderReference: z.nullable(orderReference),
  createdAt: instant,
  createdBy: fullName,
  internal: z.boolean(),
})

export const subscriptionSchema = z.extend(subscriptionRowSchema, {
  offer: z.object({ code: offerCode, name: bilingual }),
  clientPhone: z.nullable(phone),
  site: siteSchema,
  sites: z.array(siteSchema),
  createdAt: instant,
  activatedOn: z.nullable(day),
  terminatedOn: z.nullable(day),
  takenOver: z.boolean(),
  quantity: count,
  unit: z.nullable(bilingual),
  /** « Un appel entrant offert par canal »: simultaneous calls; null when the offer gives none. */
  calls: z.nullable(z.object({ outgoing: count, incoming: count })),
  /** The form as contracted, in words. */
  characteristics: z.array(z.object({ key: z.string(), label: bilingual, value: bilingual })),
  terms: z.object({
    notice: z.object({ count, unit: z.enum(['day', 'month']) }),
    penaltyBasisPoints: basisPoints,
    tacitRenewal: z.boolean(),
    longCommitmentWaiver: z.boolean(),
  }),
  /** Null for an operator's client. */
  costs: z.nullable(subscriptionCostsSchema),
  /** What the operator charges its client; only for that client: null is « prix sur demande ». */
  resalePrice: z.nullable(amounts),
  operations: z.array(operationSchema),
  /** The running order, with its timeline. */
  runningOrder: z.nullable(
    z.object({
      reference: orderReference,
      kind: z.enum(orderKinds),
      state: z.enum(orderStates),
      wishedOn: z.nullable(day),
      plannedOn: z.nullable(day),
      when: whenSchema,
      steps: z.array(timelineStepSchema),
    }),
  ),
  actors: z.array(contractActorSchema),
  commitments: z.array(commitmentSchema),
  services: z.array(contractServiceSchema),
  /** How many there are; `services` holds the first 200. */
  serviceCount: count,
  sheets: z.array(offerSheetSchema),
  documents: z.array(contractDocumentSchema),
  /** The termination that is pending, or the one that ended the contract. */
  termination: z.nullable(terminationSchema),
  /** Offers that change this running contract. */
  additions: z.array(z.object({ code: offerCode, name: bilingual })),
  version,
  /** Why the contract cannot be terminated by this reader now, as a code `termination_refusal_…`; null when it can. */
  terminationRefusal: z.nullable(z.enum(terminationRefusals)),
  /** The reader could change or end this contract, but for the order that runs on it. */
  waitsForOrder: z.boolean(),
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

const params = z.strictObject({ subscription: contractReference })

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
  params: z.strictObject({ subscription: contractReference, document: id }),
  produces: 'application/octet-stream',
})

export const downloadSubscriptionSheet = endpoint({
  method: 'GET',
  path: '/api/:universe/subscriptions/:subscription/sheets/:sheet',
  summary: 'A product sheet of the version that was contracted.',
  right: subscriptionReaders,
  params: z.strictObject({ subscription: contractReference, sheet: id }),
  produces: 'application/octet-stream',
})
