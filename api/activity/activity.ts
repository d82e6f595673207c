import * as z from 'zod/mini'
import { about } from '../about.ts'
import { companyParams, day, fullName, id, instant, ipAddress, label, login, namedCompany } from '../atoms.ts'
import { listEndpoint } from '../list.ts'
import { universes } from '../universes.ts'

const objectKind = z.string().check(z.maxLength(40, 'too_long'), z.regex(/^[a-z_]+$/, 'invalid'))
about(objectKind, 'What kind of thing it was done to.', { examples: ['site'] })
const action = z.string().check(z.maxLength(80, 'too_long'), z.regex(/^[a-z_.]+$/, 'invalid'))
about(action, 'What was done: `<object>.<verb>`.', { examples: ['site.created'] })

/** One operation: who did what, when, from where, on whose behalf, and what it changed. */
export const activityLineSchema = z.object({
  id,
  at: instant,
  actorName: fullName,
  actorLogin: z.nullable(login),
  /** « A pour B »: the actor's company, when it is not the one concerned. */
  onBehalfOf: z.nullable(label),
  universe: z.nullable(z.string()),
  ip: z.nullable(ipAddress),
  company: namedCompany,
  action: z.string(),
  objectKind: z.string(),
  objectReference: z.nullable(z.string()),
  objectLabel: z.nullable(label),
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
  params: companyParams,
  screen: 'activity',
  row: activityLineSchema,
  filters: {
    kind: objectKind,
    action,
    /** Login of the person. */
    actor: login,
    from: day,
    until: day,
  },
  sorts: ['at'],
  defaultSort: '-at',
})
