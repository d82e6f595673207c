import * as z from 'zod/mini'
import { about } from '../../about.ts'
import {
  amounts,
  bilingual,
  byteSize,
  cents,
  city,
  companyReference,
  contractReference,
  count,
  day,
  familyCode,
  formAnswers,
  fullName,
  id,
  instant,
  itemKey,
  label,
  longText,
  mediaType,
  months,
  namedCompany,
  offerCode,
  orderReference,
  phone,
  phrase,
  postcode,
  shortText,
  street,
  version,
} from '../../atoms.ts'
import { stepActors } from '../../catalog/rules/offer-definition.ts'
import { namedSiteSchema } from '../../companies/sites/named-site.ts'
import { endpoint } from '../../endpoint.ts'
import { listEndpoint } from '../../list.ts'
import { documentKinds, itemActions, orderKinds, orderStates, stepStates } from '../../subscriptions/rules/operations.ts'
import { whenSchema } from '../../subscriptions/when.ts'
import { universeSchema, universes } from '../../universes.ts'

export const orderKindSchema = z.enum(orderKinds, { error: 'invalid' })
export const orderStateSchema = z.enum(orderStates, { error: 'invalid' })
export const stepStateSchema = z.enum(stepStates, { error: 'invalid' })
export const stepActorSchema = z.enum(stepActors, { error: 'invalid' })

/** The staff who read orders; piloting, cataloguing, supporting, billing. */
export const orderReaders = [
  'orders.manage',
  'carrier.pilot',
  'carrier.catalog',
  'carrier.support',
  'carrier.billing',
  'carrier.administer',
] as const

/** Cents without VAT; null when the reader may not see amounts (an operator's client). */
const centsOrNull = z.nullable(cents)

/** The customer's own number for what it orders (EN 16931: BT-13). */
export const purchaseOrderField = shortText(35)
about(purchaseOrderField, 'Number of the customer’s purchase order.', { examples: ['BC-2026-0184'] })

/** A line of any list of orders. */
export const orderRowSchema = z.object({
  reference: orderReference,
  kind: orderKindSchema,
  state: orderStateSchema,
  /** The name is the one that the order keeps; in English, the catalogue's. */
  offer: z.object({ code: offerCode, name: label, nameEn: label, family: familyCode }),
  subscription: contractReference,
  company: namedCompany,
  site: z.object({ name: label, city }),
  /** « Céline B. », or null: « Aucun ». */
  pilot: z.nullable(fullName),
  purchaseOrder: z.nullable(purchaseOrderField),
  placedAt: instant,
  wishedOn: z.nullable(day),
  plannedOn: z.nullable(day),
  deliveredOn: z.nullable(day),
  /** Who must act, when a step is blocked. */
  blockedBy: z.nullable(stepActorSchema),
  when: whenSchema,
})
export type OrderRow = z.infer<typeof orderRowSchema>

export const orderItemSchema = z.object({
  action: z.enum(itemActions),
  /** As in the price list: `base`, a characteristic… */
  item: itemKey,
  label: bilingual,
  quantityBefore: z.nullable(count),
  quantityAfter: z.nullable(count),
  /** Of one unit. */
  oneOffCents: centsOrNull,
  monthlyCents: centsOrNull,
})
export type OrderItem = z.infer<typeof orderItemSchema>

export const orderStepSchema = z.object({
  id,
  position: z.int(),
  label: bilingual,
  actor: stepActorSchema,
  state: stepStateSchema,
  plannedOn: z.nullable(day),
  doneOn: z.nullable(day),
  /** A name that the reader may know: « Céline B. (exploitant) ». */
  doneBy: z.nullable(fullName),
  blocked: z.nullable(z.object({ by: stepActorSchema, cause: phrase, since: instant })),
  /** Planned before today and not done. */
  isLate: z.boolean(),
  version,
  abilities: z.object({
    start: z.boolean(),
    block: z.boolean(),
    unblock: z.boolean(),
    complete: z.boolean(),
    skip: z.boolean(),
    reopen: z.boolean(),
    plan: z.boolean(),
    remove: z.boolean(),
  }),
})
export type OrderStep = z.infer<typeof orderStepSchema>

export const orderCommentSchema = z.object({
  id,
  at: instant,
  author: fullName,
  /** The author's side. */
  universe: universeSchema,
  /** Written by the reader's own side. */
  isOurs: z.boolean(),
  body: phrase,
})
export type OrderComment = z.infer<typeof orderCommentSchema>

export const orderNoteSchema = z.object({ id, at: instant, author: fullName, body: phrase })

export const orderDocumentSchema = z.object({
  id,
  kind: z.enum(documentKinds),
  name: label,
  mediaType,
  size: byteSize,
  createdAt: instant,
  /** The carrier's own working paper; customers never receive such a line. */
  internal: z.boolean(),
})
export type OrderDocument = z.infer<typeof orderDocumentSchema>

/** What was asked, changed by the carrier before delivery. `field`: quantity, wished_on or a characteristic. */
export const orderAmendmentSchema = z.object({
  id,
  at: instant,
  author: fullName,
  reason: phrase,
  changes: z.array(z.object({ field: z.string(), label: bilingual, before: z.nullable(bilingual), after: z.nullable(bilingual) })),
  /** Totals before and after; null when the reader may not see amounts. */
  amounts: z.nullable(
    z.object({
      before: amounts,
      after: amounts,
    }),
  ),
})
export type OrderAmendment = z.infer<typeof orderAmendmentSchema>

/** What somebody decided of the order, by its name as the reader may know it. */
export const orderDecisionKinds = ['validated', 'refused', 'cancelled', 'impossible'] as const
export const orderDecisionSchema = z.object({ kind: z.enum(orderDecisionKinds), by: fullName, at: instant })
export type OrderDecision = z.infer<typeof orderDecisionSchema>

export const orderSchema = z.extend(orderRowSchema, {
  subscription: z.object({ reference: contractReference, name: label, state: z.string() }),
  /** « Compte client »: the payer's reference. */
  payerReference: companyReference,
  sites: z.array(z.extend(namedSiteSchema, { street, postcode, city })),
  onsiteContact: z.nullable(z.object({ name: label, phone: z.nullable(phone) })),
  quantity: z.object({ before: z.nullable(count), after: z.nullable(count) }),
  /** The form as filled, in words. */
  characteristics: z.array(z.object({ key: z.string(), label: bilingual, value: bilingual })),
  /** The same as the form keeps it, to amend it. */
  values: formAnswers,
  offerVersionId: id,
  commitmentMonths: months,
  placedBy: fullName,
  placedUniverse: universeSchema,
  submittedAt: z.nullable(instant),
  takenAt: z.nullable(instant),
  closedAt: z.nullable(instant),
  closingReason: z.nullable(phrase),
  /** Who validated it, then who put an end to it; what no history tells is left out. */
  decisions: z.array(orderDecisionSchema),
  items: z.array(orderItemSchema),
  /** What the order adds: null when the reader may not see amounts. */
  totals: z.nullable(amounts),
  steps: z.array(orderStepSchema),
  comments: z.array(orderCommentSchema),
  /** The carrier's own; empty for customers. */
  notes: z.array(orderNoteSchema),
  documents: z.array(orderDocumentSchema),
  amendments: z.array(orderAmendmentSchema),
  /** Other orders placed in the same go. */
  together: z.array(z.object({ reference: orderReference, offerName: label, offerNameEn: label, state: orderStateSchema })),
  /** Open longer than four delivered orders of this offer in five took; null for customers. */
  risk: z.nullable(z.object({ atRisk: z.boolean(), openDays: count, usualDays: z.nullable(count) })),
  version,
  abilities: z.object({
    /** Validate or refuse an order placed for the reader. */
    validate: z.boolean(),
    cancel: z.boolean(),
    /** A reason must be given: the carrier's case. */
    cancelWithReason: z.boolean(),
    comment: z.boolean(),
    note: z.boolean(),
    takeOver: z.boolean(),
    handOver: z.boolean(),
    start: z.boolean(),
    plan: z.boolean(),
    amend: z.boolean(),
    deliver: z.boolean(),
    declareImpossible: z.boolean(),
    attach: z.boolean(),
  }),
})
export type Order = z.infer<typeof orderSchema>

const params = z.strictObject({ order: orderReference })
const readers = { anyOf: orderReaders, universes } as const

export const listOrders = listEndpoint({
  path: '/api/:universe/orders',
  summary: 'Orders of the universe, latest first. `state=running` keeps those still to be done, and counts them up to 1,000.',
  topic: 'orders',
  right: readers,
  screen: 'orders',
  row: orderRowSchema,
  filters: {
    state: z.enum([...orderStates, 'running'], { error: 'invalid' }),
    kind: orderKindSchema,
    company: companyReference,
    subscription: contractReference,
    /** How it begins. */
    purchaseOrder: purchaseOrderField,
  },
  sorts: ['reference', 'placed', 'wished'],
  defaultSort: '-reference',
})

export const readOrder = endpoint({
  method: 'GET',
  path: '/api/:universe/orders/:order',
  summary: 'One order: what, where, its steps, comments and documents, and what the caller may do.',
  topic: 'orders',
  right: readers,
  params,
  response: orderSchema,
})

export const cancelOrder = endpoint({
  method: 'POST',
  path: '/api/:universe/orders/:order/cancellation',
  summary: 'Cancel: a customer until delivery starts, the carrier as long as it runs, with a reason that the customer reads.',
  touches: ['orders', 'subscriptions'],
  answers: readOrder,
  right: { anyOf: ['orders.manage', 'carrier.pilot', 'carrier.administer'], universes },
  params,
  body: z.strictObject({ version, reason: z.optional(longText(500)) }),
  response: orderSchema,
  problems: ['conflict', 'version_conflict'],
})

export const commentOrder = endpoint({
  method: 'POST',
  path: '/api/:universe/orders/:order/comments',
  summary: 'Write a comment that the customer, its partner and the carrier read.',
  touches: ['orders'],
  right: { anyOf: ['orders.manage', 'carrier.pilot', 'carrier.support', 'carrier.administer'], universes },
  params,
  body: z.strictObject({ body: longText(4000).check(z.minLength(1, 'required')) }),
  response: orderCommentSchema,
  status: 201,
  idempotent: true,
})

export const downloadOrderDocument = endpoint({
  method: 'GET',
  path: '/api/:universe/orders/:order/documents/:document',
  summary: 'A document of an order: order form, delivery note, attachment.',
  right: readers,
  params: z.strictObject({ order: orderReference, document: id }),
  produces: 'application/octet-stream',
})
