import * as z from 'zod/mini'
import { about } from '../about.ts'
import { bilingual, count, day, fullName, instant, label, namedCompany, orderReference } from '../atoms.ts'
import { stepActors } from '../catalog/rules/offer-definition.ts'
import { endpoint } from '../endpoint.ts'
import { orderKinds, orderStates, stepStates } from '../subscriptions/rules/operations.ts'
import { whenSchema } from '../subscriptions/when.ts'
import { templateSchema } from '../templates.ts'
import { universeSchema, universes } from '../universes.ts'

/** What somebody may have to do, in the order of a day: what is decided, what is done, what is chased up, what is kept in order. */
export const todoKinds = [
  'decide_order',
  'do_step',
  'answer_request',
  'answer_proposal',
  'invitation',
  'mandates',
  'mails',
  'imports',
] as const
export type TodoKind = (typeof todoKinds)[number]

/** An order that runs, as the home page tells it. */
export const homeOrderSchema = z.object({
  reference: orderReference,
  kind: z.enum(orderKinds),
  state: z.enum(orderStates),
  offer: z.object({ name: label, nameEn: label }),
  company: namedCompany,
  site: label,
  placedAt: instant,
  placedBy: fullName,
  placedUniverse: universeSchema,
  pilot: z.nullable(fullName),
  when: whenSchema,
  /** Where it stands: what is late on somebody, else what is blocked, begun, or first to do. */
  step: z.nullable(z.object({ label: bilingual, by: z.enum(stepActors), cause: z.nullable(label), plannedOn: z.nullable(day) })),
  steps: z.array(
    z.object({
      label: bilingual,
      state: z.enum(stepStates),
      by: z.enum(stepActors),
      plannedOn: z.nullable(day),
      doneOn: z.nullable(day),
      isLate: z.boolean(),
    }),
  ),
})
export type HomeOrder = z.infer<typeof homeOrderSchema>

export const homeTodoSchema = z.object({
  kind: z.enum(todoKinds),
  /** Of what the act is about: an order, a login, a request; null for what is counted. */
  reference: z.nullable(z.string()),
  /** A person's or a company's name, where the line is about one. */
  name: z.nullable(label),
  count,
  /** Since when it waits. */
  since: z.nullable(instant),
  order: z.nullable(homeOrderSchema),
})
export type HomeTodo = z.infer<typeof homeTodoSchema>

/** Whose day it is: a client's running orders, told to its partner. */
export const homeClientSchema = z.object({ company: namedCompany, running: count, late: count, toDecide: count })
export type HomeClient = z.infer<typeof homeClientSchema>

export const pilotLoadSchema = z.object({
  /** Null: nobody's. */
  pilot: z.nullable(fullName),
  isMine: z.boolean(),
  late: count,
  blocked: count,
  others: count,
})
export type PilotLoad = z.infer<typeof pilotLoadSchema>

/** The carrier's deliveries, for its pilots. */
export const homeQueueSchema = z.object({
  all: count,
  late: count,
  blocked: count,
  nobody: count,
  toDecide: count,
  mine: count,
  /** Planned from today to the sixth day after. */
  week: count,
  weekMine: count,
  /** Late ones: the reader’s own first, then the others, the longest late first. */
  slipping: z.array(homeOrderSchema),
  days: z.array(z.object({ day, late: count, waiting: count, ready: count })),
  loads: z.array(pilotLoadSchema),
})
export type HomeQueue = z.infer<typeof homeQueueSchema>

/** What a counter counts, wherever it stands: menu, tile, list. */
export const homeCounters = ['users', 'company', 'orders', 'basket', 'requests', 'delivery', 'proposals', 'mails', 'imports'] as const
export const homeCountSchema = z.object({
  of: z.enum(homeCounters),
  count,
  /** Grey counts; amber calls, red is late. */
  tone: z.enum(['grey', 'amber', 'red']),
})
export type HomeCount = z.infer<typeof homeCountSchema>

export const homeSchema = z.object({
  /** The day at which lateness is told, in Paris. */
  today: day,
  todo: z.array(homeTodoSchema),
  /** How many of them are late. */
  late: count,
  counts: z.array(homeCountSchema),
  /** Null for who may not read orders. */
  running: z.nullable(z.object({ total: count, orders: z.array(homeOrderSchema) })),
  /** For partners only. */
  clients: z.nullable(z.array(homeClientSchema)),
  /** For the carrier's pilots only. */
  queue: z.nullable(homeQueueSchema),
  /** What the person may do, and whom to ask for more; null for administrators. */
  access: z.nullable(
    z.object({
      rights: z.array(z.object({ name: label, templates: z.array(templateSchema), sites: z.nullable(z.array(label)) })),
      administrators: z.array(fullName),
    }),
  ),
})
export type Home = z.infer<typeof homeSchema>
about(homeSchema, 'What waits for the person, what runs, and what they may do, each part under the right that its own pages ask for.')

export const readHome = endpoint({
  method: 'GET',
  path: '/api/:universe/home',
  summary: 'What waits for the caller, late first; what runs; how many of each. Only what they may see.',
  topic: 'home',
  right: { anyOf: null, universes },
  response: homeSchema,
})
