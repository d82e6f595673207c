import * as z from 'zod/mini'
import { listScreen } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { universes } from '../../universes.ts'

export const bulkRunStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const

export const bulkRunSchema = z.object({
  id: z.string(),
  /** The act: `delivery.take-over`. */
  act: z.string(),
  state: z.enum(bulkRunStates),
  /** Null until the rows of a filter are known. */
  total: z.nullable(z.number()),
  done: z.number(),
  refused: z.number(),
  /** Why it stopped before its end: a code. */
  message: z.nullable(z.string()),
  createdAt: z.string(),
})
export type BulkRun = z.infer<typeof bulkRunSchema>

/** One's own, in each universe; each act has asked for its right. */
const anybody = { anyOf: null, universes } as const
const params = z.strictObject({ run: z.uuid() })

export const listBulkRuns = endpoint({
  method: 'GET',
  path: '/api/:universe/bulk-runs',
  summary: 'The caller’s acts on many rows of a list that are under way or ended within a day; the latest first, ten at most.',
  topic: 'bulk-runs',
  right: anybody,
  query: z.strictObject({ screen: listScreen }),
  response: z.object({ items: z.array(bulkRunSchema) }),
})

export const readBulkRun = endpoint({
  method: 'GET',
  path: '/api/:universe/bulk-runs/:run',
  summary: 'How an act on many rows goes, with its result row by row: the refused ones first, five hundred at most.',
  topic: 'bulk-runs',
  right: anybody,
  params,
  response: z.extend(bulkRunSchema, {
    items: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        state: z.enum(['waiting', 'done', 'refused']),
        /** Code of the problem that refused it, and of the field where it names one. */
        problem: z.nullable(z.string()),
        field: z.nullable(z.string()),
      }),
    ),
    abilities: z.object({ retry: z.boolean(), cancel: z.boolean() }),
  }),
})

export const retryBulkRun = endpoint({
  method: 'POST',
  path: '/api/:universe/bulk-runs/:run/retry',
  summary: 'Try the refused rows again, as they are now, and go on with those that were not reached.',
  touches: ['bulk-runs'],
  right: anybody,
  params,
  response: bulkRunSchema,
  problems: ['conflict'],
})

export const cancelBulkRun = endpoint({
  method: 'DELETE',
  path: '/api/:universe/bulk-runs/:run',
  summary: 'Stop an act on many rows: what is done stays done.',
  touches: ['bulk-runs'],
  right: anybody,
  params,
  response: bulkRunSchema,
  problems: ['conflict'],
})
