import * as z from 'zod/mini'
import { isoDateField } from '../atoms.ts'
import { listEndpoint } from '../list.ts'
import { universes } from '../universes.ts'

const reference = z.string().check(z.maxLength(32))

/** One operation: who did what, when, from where, on whose behalf, and what it changed. */
export const activityLineSchema = z.object({
  id: z.string(),
  at: z.string(),
  actorName: z.string(),
  actorLogin: z.nullable(z.string()),
  /** « A pour B »: the actor's company, when it is not the one concerned. */
  onBehalfOf: z.nullable(z.string()),
  universe: z.nullable(z.string()),
  ip: z.nullable(z.string()),
  company: z.object({ reference: z.string(), name: z.string() }),
  action: z.string(),
  objectKind: z.string(),
  objectReference: z.nullable(z.string()),
  objectLabel: z.nullable(z.string()),
  before: z.nullable(z.record(z.string(), z.unknown())),
  after: z.nullable(z.record(z.string(), z.unknown())),
})
export type ActivityLine = z.infer<typeof activityLineSchema>

/** Administrators of the company or of its partner; of the carrier, who administers or supports. */
const right = { anyOf: ['company.write', 'carrier.support'], universes } as const

export const listActivity = listEndpoint({
  path: '/api/:universe/companies/:company/activity',
  summary: "The history of a company's operations, newest first.",
  topic: 'activity',
  right,
  params: z.strictObject({ company: reference }),
  screen: 'activity',
  row: activityLineSchema,
  filters: {
    /** Object kind, such as `site`. */
    kind: z.string().check(z.maxLength(40, 'too_long'), z.regex(/^[a-z_]+$/, 'invalid')),
    action: z.string().check(z.maxLength(80, 'too_long'), z.regex(/^[a-z_.]+$/, 'invalid')),
    /** Login of the person. */
    actor: z.string().check(z.maxLength(32, 'too_long')),
    from: isoDateField,
    until: isoDateField,
  },
  sorts: ['at'],
  defaultSort: '-at',
})
