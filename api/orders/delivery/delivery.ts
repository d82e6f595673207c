import * as z from 'zod/mini'
import { about } from '../../about.ts'
import {
  amounts,
  bilingual,
  companyReference,
  count,
  day,
  familyCode,
  id,
  label,
  login,
  longText,
  offerCode,
  orderReference,
  shortText,
  version,
} from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { listEndpoint } from '../../list.ts'
import {
  orderDocumentSchema,
  orderKindSchema,
  orderNoteSchema,
  orderRowSchema,
  orderSchema,
  orderStateSchema,
  readOrder,
  stepActorSchema,
} from '../reading/orders.ts'

/** « Pilotage »: the carrier delivers. Every verb answers the order as it became; `version_conflict` carries it as it is. */
const pilots = { anyOf: ['carrier.pilot', 'carrier.administer'], universes: ['carrier'] } as const
const params = z.strictObject({ order: orderReference })
const stepParams = z.strictObject({ order: orderReference, step: id })
const reason = longText(500).check(z.minLength(1, 'required'))
const problems = ['conflict', 'version_conflict'] as const

// Queue -------------------------------------------------------------------------------------------------------------------------------

/** Whose orders: mine, nobody's, everybody's. */
export const queueScopes = ['mine', 'nobody', 'all'] as const

export const queueRowSchema = z.extend(orderRowSchema, {
  /** The next thing to do. */
  step: z.nullable(
    z.object({
      label: bilingual,
      actor: stepActorSchema,
      plannedOn: z.nullable(day),
      isBlocked: z.boolean(),
    }),
  ),
  stepsDone: count,
  stepsTotal: count,
  openDays: count,
  /** Days that four delivered orders of this offer in five took at most, when enough were delivered. */
  usualDays: z.nullable(count),
  isAtRisk: z.boolean(),
  isMine: z.boolean(),
  version,
  abilities: z.object({ takeOver: z.boolean() }),
})
export type QueueRow = z.infer<typeof queueRowSchema>

const flag = z.literal('true', { error: 'invalid' })

export const listQueue = listEndpoint({
  path: '/api/:universe/delivery/orders',
  summary: 'Running orders of the carrier, the longest open first.',
  topic: 'orders',
  right: pilots,
  screen: 'delivery',
  row: queueRowSchema,
  filters: {
    scope: z.enum(queueScopes, { error: 'invalid' }),
    late: flag,
    blocked: flag,
    atRisk: flag,
    state: orderStateSchema,
    kind: orderKindSchema,
    family: familyCode,
    /** Code of an offer. */
    offer: offerCode,
    /** Login of a pilot. */
    pilot: login,
    company: companyReference,
  },
  sorts: ['reference', 'placed', 'planned', 'wished', 'company', 'offer', 'open'],
  defaultSort: 'open',
  beside: {
    /** How many running orders, whatever the filters. */
    counts: z.object({
      all: count,
      mine: count,
      nobody: count,
      late: count,
      blocked: count,
      atRisk: count,
      awaitingClient: count,
    }),
  },
})

export const listPilots = endpoint({
  method: 'GET',
  path: '/api/:universe/delivery/pilots',
  summary: 'Who may pilot a delivery, with how many running orders each has.',
  topic: 'orders',
  right: pilots,
  response: z.object({ items: z.array(z.object({ login, name: label, running: count, isSelf: z.boolean() })) }),
})

// Pilot -------------------------------------------------------------------------------------------------------------------------------

export const takeOver = endpoint({
  method: 'POST',
  path: '/api/:universe/delivery/orders/:order/pilot',
  summary: 'Take an order over.',
  touches: ['orders', 'subscriptions'],
  answers: readOrder,
  right: pilots,
  params,
  body: z.strictObject({ version }),
  response: orderSchema,
  problems,
})

export const handOver = endpoint({
  method: 'PUT',
  path: '/api/:universe/delivery/orders/:order/pilot',
  summary: 'Hand an order over to another pilot, or to nobody (`login` null).',
  touches: ['orders', 'subscriptions'],
  answers: readOrder,
  right: pilots,
  params,
  body: z.strictObject({ version, login: z.nullable(login) }),
  response: orderSchema,
  problems,
})

// The order -----------------------------------------------------------------------------------------------------------------------------

export const startDelivery = endpoint({
  method: 'POST',
  path: '/api/:universe/delivery/orders/:order/start',
  summary: 'Start the delivery: from now on the customer cannot cancel. Working on a step does it too.',
  touches: ['orders', 'subscriptions'],
  answers: readOrder,
  right: pilots,
  params,
  body: z.strictObject({ version }),
  response: orderSchema,
  problems,
})

export const planDelivery = endpoint({
  method: 'PUT',
  path: '/api/:universe/delivery/orders/:order/plan',
  summary: 'Plan the delivery and its open steps: the days, who acts. Steps not named stay as they are.',
  touches: ['orders', 'subscriptions'],
  answers: readOrder,
  right: pilots,
  params,
  body: z.strictObject({
    version,
    plannedOn: z.nullable(day),
    steps: z.array(z.strictObject({ id, version, plannedOn: z.nullable(day), actor: stepActorSchema })).check(z.maxLength(50, 'too_many')),
  }),
  response: orderSchema,
  problems,
})

/** What an order asks for, as the carrier would have it. Absent = unchanged. */
const amended = {
  quantity: z.optional(z.int().check(z.gte(1, 'invalid'), z.lte(100_000, 'invalid'))),
  /** The whole form. */
  values: z.optional(z.record(z.string().check(z.maxLength(80)), z.union([z.string().check(z.maxLength(4000)), z.number(), z.boolean()]))),
}

export const amendOrder = endpoint({
  method: 'PUT',
  path: '/api/:universe/delivery/orders/:order/amendment',
  summary: 'Change what a running order asks for, before its delivery: prices follow, the customer is told. Absent = unchanged.',
  touches: ['orders', 'subscriptions'],
  answers: readOrder,
  right: pilots,
  params,
  body: z.strictObject({ version, reason, ...amended, wishedOn: z.optional(z.nullable(day)) }),
  response: orderSchema,
  problems,
})

const totals = amounts

export const previewAmendment = endpoint({
  method: 'POST',
  path: '/api/:universe/delivery/orders/:order/amendment-preview',
  summary: 'What the order would come to with this form: nothing is written.',
  topic: 'orders',
  right: pilots,
  params,
  body: z.strictObject(amended),
  response: z.object({ before: totals, after: totals }),
  problems: ['conflict'],
})

export const completeDelivery = endpoint({
  method: 'POST',
  path: '/api/:universe/delivery/orders/:order/delivery',
  summary:
    'Delivered: the contract is active, its commitment starts on that day, services and accountcodes are created, the delivery note is written.',
  touches: ['orders', 'subscriptions'],
  answers: readOrder,
  right: pilots,
  params,
  body: z.strictObject({
    version,
    /** Today at the latest, not before the order was submitted. */
    deliveredOn: day,
    /** Says that the steps left are done too; otherwise open steps refuse the delivery. A blocked one always does. */
    finishSteps: z.optional(z.boolean()),
  }),
  response: orderSchema,
  problems,
})

export const declareImpossible = endpoint({
  method: 'POST',
  path: '/api/:universe/delivery/orders/:order/impossibility',
  summary: 'Declare an order impossible, with a reason that the customer reads. The contract of a creation has no follow-up.',
  touches: ['orders', 'subscriptions'],
  answers: readOrder,
  right: pilots,
  params,
  body: z.strictObject({ version, reason }),
  response: orderSchema,
  problems,
})

// Steps ---------------------------------------------------------------------------------------------------------------------------------

export const addStep = endpoint({
  method: 'POST',
  path: '/api/:universe/delivery/orders/:order/steps',
  summary: 'Add a step at the end, or after another one.',
  touches: ['orders', 'subscriptions'],
  answers: readOrder,
  right: pilots,
  params,
  body: z.strictObject({
    version,
    label: shortText(120),
    actor: stepActorSchema,
    plannedOn: z.nullable(day),
    after: z.optional(id),
  }),
  response: orderSchema,
  problems,
})

const versionInQuery = z.string().check(z.regex(/^\d{1,9}$/, 'invalid'))
about(versionInQuery, 'Version of the order that was read.', { examples: ['3'] })

export const removeStep = endpoint({
  method: 'DELETE',
  path: '/api/:universe/delivery/orders/:order/steps/:step',
  summary: 'Remove a step that nobody began.',
  touches: ['orders', 'subscriptions'],
  answers: readOrder,
  right: pilots,
  params: stepParams,
  query: z.strictObject({ version: versionInQuery }),
  response: orderSchema,
  problems,
})

export const stepMoves = ['start', 'complete', 'skip', 'unblock', 'reopen'] as const
export const stepMoveSchema = z.enum(stepMoves, { error: 'invalid' })

export const moveStep = endpoint({
  method: 'POST',
  path: '/api/:universe/delivery/orders/:order/steps/:step/move',
  summary: 'Start, complete, skip, unblock or reopen a step; `version` is the step’s. `doneOn`: today unless told, never later.',
  touches: ['orders', 'subscriptions'],
  answers: readOrder,
  right: pilots,
  params: stepParams,
  body: z.strictObject({ version, move: stepMoveSchema, doneOn: z.optional(day) }),
  response: orderSchema,
  problems,
})

export const blockStep = endpoint({
  method: 'POST',
  path: '/api/:universe/delivery/orders/:order/steps/:step/block',
  summary: 'Block a step with a cause that the customer reads, and who must act; `version` is the step’s.',
  touches: ['orders', 'subscriptions'],
  answers: readOrder,
  right: pilots,
  params: stepParams,
  body: z.strictObject({ version, by: stepActorSchema, cause: reason }),
  response: orderSchema,
  problems,
})

// Papers ----------------------------------------------------------------------------------------------------------------------------------

export const noteOrder = endpoint({
  method: 'POST',
  path: '/api/:universe/delivery/orders/:order/notes',
  summary: "Write a note that only the carrier's people read.",
  touches: ['orders'],
  right: pilots,
  params,
  body: z.strictObject({ body: longText(4000).check(z.minLength(1, 'required')) }),
  response: orderNoteSchema,
  status: 201,
  idempotent: true,
})

export const attachmentMediaTypes = ['application/pdf', 'image/png', 'image/jpeg', 'text/csv'] as const

export const attachDocument = endpoint({
  method: 'POST',
  path: '/api/:universe/delivery/orders/:order/documents',
  summary: 'Attach a file to an order, shared unless `internal`. The body is the file as it is; `mediaType` says what it is.',
  touches: ['orders', 'subscriptions'],
  right: pilots,
  params,
  query: z.strictObject({
    name: z.string().check(z.minLength(1, 'required'), z.maxLength(200, 'too_long')),
    mediaType: z.enum(attachmentMediaTypes, { error: 'file_type_refused' }),
    internal: z.optional(flag),
  }),
  consumes: 'application/octet-stream',
  bodyLimit: 20 * 1024 * 1024,
  response: orderDocumentSchema,
  status: 201,
  problems: ['unsupported_media_type'],
})
