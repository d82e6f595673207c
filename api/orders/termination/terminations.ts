import * as z from 'zod/mini'
import {
  cents,
  contractReference,
  count,
  day,
  fullName,
  id,
  instant,
  label,
  longText,
  month,
  months,
  namedContract,
  orderReference,
  phrase,
  serviceReference,
  version,
} from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { universes } from '../../universes.ts'

const noticeSchema = z.object({ count, unit: z.enum(['day', 'month']) })

export const terminationOrigins = ['portal', 'letter', 'carrier', 'port_out'] as const
export type TerminationOrigin = (typeof terminationOrigins)[number]
/** `proposed`: an ambassador asked; the client has not validated yet, and nothing ends. */
export const terminationStates = ['proposed', 'pending', 'withdrawn', 'effective'] as const

export const terminationSchema = z.object({
  /** Of the order « Résiliation ». */
  orderReference,
  state: z.enum(terminationStates),
  origin: z.enum(terminationOrigins),
  /** Day that starts the notice: of the request, or of the letter's reception. */
  requestedOn: day,
  wishedOn: day,
  notice: noticeSchema,
  /** The contract and its services end on that day. */
  effectiveOn: day,
  /** Last day of the last started month, which is due. */
  billedUntil: day,
  remainingMonths: months,
  reason: z.nullable(phrase),
  requestedAt: instant,
  requestedBy: fullName,
  /** Null for who may not see amounts. */
  costs: z.nullable(z.object({ oneOffCents: cents, penaltyCents: cents, totalCents: cents })),
})
export type Termination = z.infer<typeof terminationSchema>

/** What a commitment left early costs. */
export const penaltySchema = z.object({
  label,
  endsOn: day,
  /** Counted from the day after the last billed day: no month is charged twice. */
  months,
  monthlyCents: cents,
  cents,
})

/** What leaving at the end of a month costs. */
export const monthlyCostSchema = z.object({
  /** `2027-01`. */
  month,
  effectiveOn: day,
  billedUntil: day,
  remainingMonths: months,
  /** Monthly fees still due after the current month. */
  recurringCents: cents,
  penaltyCents: cents,
  oneOffCents: cents,
  /** Everything still to pay if the contract ends then. */
  totalCents: cents,
  /** The lowest total; of equal ones the latest, which gives the longest service for the same money. */
  isCheapest: z.boolean(),
})

export const terminationRefusals = [
  'not_active',
  'already_requested',
  'terminated',
  'running_order',
  'operator_only',
  'no_right',
  'other_sites',
] as const
export type TerminationRefusal = (typeof terminationRefusals)[number]

export const terminationPreviewSchema = z.object({
  requestedOn: day,
  wishedOn: day,
  notice: noticeSchema,
  /** The contract was tacitly renewed: shorter notice, no penalty (code de la consommation, L224-40). */
  isRenewed: z.boolean(),
  /** First day that the notice allows. */
  earliestOn: day,
  /** The wished day, put off to the first possible one. */
  effectiveOn: day,
  isPutOff: z.boolean(),
  billedUntil: day,
  remainingMonths: months,
  costs: z.object({ oneOffCents: cents, penaltyCents: cents, totalCents: cents, monthlyCents: cents, penalties: z.array(penaltySchema) }),
  /** Commitments that bind a small company for 24 months only, where that lowers the penalties: it accepted no longer one. */
  shortened: z.array(z.object({ label, months, endsOn: day, heldUntil: day, sparedCents: cents })),
  curve: z.array(monthlyCostSchema),
  /** What closes with the contract. */
  services: z.array(z.object({ reference: serviceReference, name: label, site: z.nullable(label), accountcode: z.nullable(z.int()) })),
  serviceCount: count,
  /** Other running contracts that name this one in their form: they lose what they lean on. */
  dependents: z.array(namedContract),
  /** Confirming asks the client, who validates; the notice starts only then. */
  awaitsClient: z.boolean(),
  refusal: z.nullable(z.enum(terminationRefusals)),
  /** Of the contract: to send back with the confirmation. */
  version,
})
export type TerminationPreview = z.infer<typeof terminationPreviewSchema>

const params = z.strictObject({ subscription: contractReference })
const right = { anyOf: ['orders.terminate', 'carrier.pilot', 'carrier.administer'], universes } as const
const staff = { anyOf: ['carrier.pilot', 'carrier.administer'], universes: ['carrier'] } as const

export const previewTermination = endpoint({
  method: 'GET',
  path: '/api/:universe/subscriptions/:subscription/termination-preview',
  summary:
    'What a termination would come to on a wished day (today unless told): notice, effective day, started periods, penalties, services; nothing is written.',
  topic: 'subscriptions',
  right,
  params,
  query: z.strictObject({
    wishedOn: z.optional(day),
    /** Day the notice starts: the carrier's case of a letter; never in the future. */
    requestedOn: z.optional(day),
    /** A port-out ends the contract without notice. */
    origin: z.optional(z.enum(terminationOrigins, { error: 'invalid' })),
  }),
  response: terminationPreviewSchema,
})

/** What was on the screen when it was confirmed: another computation is refused, with the new one. */
const confirmed = {
  version,
  wishedOn: day,
  effectiveOn: day,
  totalCents: z.int().check(z.gte(0, 'invalid')),
  reason: z.optional(longText(500)),
}

export const requestTermination = endpoint({
  method: 'POST',
  path: '/api/:universe/subscriptions/:subscription/termination',
  summary: '« Confirmer »: order a termination as previewed. It may be withdrawn until its effective day.',
  touches: ['subscriptions', 'orders'],
  right: { anyOf: ['orders.terminate'], universes: ['client', 'ambassador', 'operator'] },
  params,
  body: z.strictObject(confirmed),
  response: terminationSchema,
  status: 201,
  idempotent: true,
  problems: ['conflict', 'version_conflict', 'subscription_terminated', 'termination_pending', 'running_order'],
})

export const enterTermination = endpoint({
  method: 'POST',
  path: '/api/:universe/subscriptions/:subscription/termination-entry',
  summary: 'Enter a termination that the client asked for by registered letter, the carrier decided, or a port-out brings.',
  touches: ['subscriptions', 'orders'],
  right: staff,
  params,
  body: z.strictObject({
    ...confirmed,
    origin: z.enum(['letter', 'carrier', 'port_out'], { error: 'invalid' }),
    /** Reception of the letter: starts the notice; today at the latest. */
    receivedOn: day,
  }),
  response: terminationSchema,
  status: 201,
  idempotent: true,
  problems: ['conflict', 'version_conflict', 'subscription_terminated', 'termination_pending', 'running_order'],
})

export const withdrawTermination = endpoint({
  method: 'DELETE',
  path: '/api/:universe/subscriptions/:subscription/termination',
  summary: 'Withdraw a termination before its effective day; not a port-out.',
  touches: ['subscriptions', 'orders'],
  right,
  params,
  problems: ['conflict'],
})

const deciders = { anyOf: ['orders.terminate'], universes: ['client', 'operator'] } as const
const orderParams = z.strictObject({ order: orderReference })

export const readTerminationDecision = endpoint({
  method: 'GET',
  path: '/api/:universe/orders/:order/termination-decision',
  summary: 'What validating a termination that an ambassador asked for comes to, were it validated today.',
  topic: 'orders',
  right: deciders,
  params: orderParams,
  response: z.object({
    reference: orderReference,
    /** Of the order: to send back with the validation. */
    version,
    placedBy: fullName,
    preview: terminationPreviewSchema,
    abilities: z.object({ decide: z.boolean() }),
  }),
})

export const validateTermination = endpoint({
  method: 'POST',
  path: '/api/:universe/orders/:order/termination-validation',
  summary:
    'Validate a termination that an ambassador asked for: the notice starts today, with what was shown. Refusing it is refusing its order.',
  touches: ['subscriptions', 'orders'],
  right: deciders,
  params: orderParams,
  body: z.strictObject({ version, effectiveOn: day, totalCents: z.int().check(z.gte(0, 'invalid')) }),
  response: terminationSchema,
  status: 201,
  idempotent: true,
  problems: ['conflict', 'version_conflict', 'order_already_decided'],
})

export const attachTerminationLetter = endpoint({
  method: 'POST',
  path: '/api/:universe/subscriptions/:subscription/termination-letter',
  summary: 'Keep the scanned letter of a termination with the contract’s documents (PDF).',
  touches: ['subscriptions', 'orders'],
  right: staff,
  params,
  query: z.strictObject({ name: z.string().check(z.minLength(1, 'required'), z.maxLength(160, 'too_long')) }),
  consumes: 'application/pdf',
  bodyLimit: 20 * 1024 * 1024,
  status: 201,
  response: z.object({ id, name: label }),
  problems: ['conflict', 'unsupported_media_type', 'body_too_large'],
})
