import * as z from 'zod/mini'
import { count, fileFault, fileName, fullName, importReference, instant, label } from '../atoms.ts'
import { endpoint } from '../endpoint.ts'
import { listEndpoint } from '../list.ts'

export const importKinds = ['companies', 'sites', 'contacts', 'subscriptions', 'services', 'accountcodes'] as const
export const importKindSchema = z.enum(importKinds)
export type ImportKind = (typeof importKinds)[number]

export const importStates = ['checking', 'checked', 'applying', 'done', 'cancelled', 'failed'] as const
export type ImportState = (typeof importStates)[number]

export const importSchema = z.object({
  reference: importReference,
  kind: importKindSchema,
  state: z.enum(importStates),
  fileName,
  encoding: z.string(),
  delimiter: z.string(),
  total: count,
  examined: count,
  valid: count,
  faulty: count,
  created: count,
  updated: count,
  unchanged: count,
  startedBy: fullName,
  createdAt: instant,
  finishedAt: z.nullable(instant),
  /** Of a failed import: what its run met. */
  failure: z.nullable(z.string()),
  /** Columns of the file that no field recognises: ignored. */
  ignoredColumns: z.array(label),
  abilities: z.object({ apply: z.boolean(), cancel: z.boolean(), retry: z.boolean() }),
})
export type Import = z.infer<typeof importSchema>

const administers = { anyOf: ['carrier.administer'], universes: ['carrier'] } as const
const params = z.strictObject({ import: importReference })

export const listImports = listEndpoint({
  path: '/api/:universe/imports',
  summary: 'Imports of files, latest first.',
  topic: 'imports',
  right: administers,
  screen: 'imports',
  row: importSchema,
  filters: {},
  sorts: ['createdAt'],
  defaultSort: '-createdAt',
})

export const startImport = endpoint({
  method: 'POST',
  path: '/api/:universe/imports',
  summary: 'Send a CSV file; every line is checked and nothing is changed until it is applied.',
  touches: ['imports'],
  right: administers,
  query: z.strictObject({
    kind: importKindSchema,
    fileName: z.string().check(z.minLength(1, 'required'), z.maxLength(160, 'too_long')),
    /** Sends again a file that was already applied. */
    again: z.optional(z.literal('1')),
  }),
  consumes: 'text/csv',
  bodyLimit: 32 * 1024 * 1024,
  response: importSchema,
  status: 201,
  problems: ['already_exists', 'unsupported_media_type'],
})

export const readImport = endpoint({
  method: 'GET',
  path: '/api/:universe/imports/:import',
  summary: 'Where an import stands.',
  topic: 'imports',
  right: administers,
  params,
  response: importSchema,
})

export const importErrorSchema = z.extend(fileFault, {
  /** What the code needs to be said in words: `maximum`. */
  params: z.optional(z.record(z.string(), z.number())),
})

export const listImportErrors = endpoint({
  method: 'GET',
  path: '/api/:universe/imports/:import/errors',
  summary: 'Faulty lines: line number, column, code.',
  topic: 'imports',
  right: administers,
  params,
  query: z.strictObject({ after: z.optional(z.coerce.number().check(z.int(), z.minimum(0))) }),
  response: z.object({ items: z.array(importErrorSchema), next: z.nullable(count) }),
})

export const downloadFaultyLines = endpoint({
  method: 'GET',
  path: '/api/:universe/imports/:import/faulty.csv',
  summary: 'The faulty lines as they came, with the reason: to correct and send again.',
  right: administers,
  params,
  produces: 'text/csv; charset=utf-8',
})

export const downloadImportTemplate = endpoint({
  method: 'GET',
  path: '/api/:universe/import-templates/:kind',
  summary: 'An empty file with the headers of a kind and an example line.',
  right: administers,
  params: z.strictObject({ kind: importKindSchema }),
  produces: 'text/csv; charset=utf-8',
})

export const applyImport = endpoint({
  method: 'POST',
  path: '/api/:universe/imports/:import/apply',
  summary: 'Import the valid lines of a checked file; the faulty ones stay aside.',
  touches: ['imports'],
  right: administers,
  params,
  problems: ['conflict'],
})

export const retryImport = endpoint({
  method: 'POST',
  path: '/api/:universe/imports/:import/retry',
  summary: 'Go on with a failed import where it stopped.',
  touches: ['imports'],
  right: administers,
  params,
  problems: ['conflict'],
})

export const cancelImport = endpoint({
  method: 'POST',
  path: '/api/:universe/imports/:import/cancel',
  summary: 'Stop an import; what is already applied stays.',
  touches: ['imports'],
  right: administers,
  params,
  problems: ['conflict'],
})
