import * as z from 'zod/mini'
import { count, fileFault, fileName, fullName, importReference, instant, itemKey, label } from '../atoms.ts'
import { endpoint } from '../endpoint.ts'
import { listEndpoint } from '../list.ts'
import { readingCodes } from '../rules/read-cell.ts'

export const importKinds = ['companies', 'sites', 'contacts', 'subscriptions', 'services', 'accountcodes'] as const
export const importKindSchema = z.enum(importKinds)
export type ImportKind = (typeof importKinds)[number]

export const importStates = ['mapping', 'checking', 'checked', 'applying', 'done', 'cancelled', 'failed'] as const
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
  abilities: z.object({ apply: z.boolean(), cancel: z.boolean(), retry: z.boolean(), correct: z.boolean() }),
})
export type Import = z.infer<typeof importSchema>

export const importDetailSchema = z.extend(importSchema, {
  /** The columns of the file in their order, each with what it feeds (null: nothing) and some of its values. */
  columns: z.array(z.object({ title: z.string(), field: z.nullable(itemKey), values: z.array(z.string()) })),
  /** What the columns may feed. */
  fields: z.array(z.object({ key: itemKey, header: label, required: z.boolean() })),
  /** Cells understood otherwise than they are written: how many, and one of them. */
  readings: z.array(z.object({ column: label, code: z.enum(readingCodes), count, from: z.string(), to: z.string() })),
  /** Values with accents, as they are read: by these one sees whether the encoding is right. */
  sample: z.array(z.string()),
  /** The sample shows what a wrong encoding makes of accents. */
  isDoubtful: z.boolean(),
})
export type ImportDetail = z.infer<typeof importDetailSchema>

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
  summary: 'Where an import stands, and how its file was read.',
  topic: 'imports',
  right: administers,
  params,
  response: importDetailSchema,
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

const cell = z.string().check(z.maxLength(2000, 'too_long'))

/** Faults of one kind in one column. */
export const faultGroupSchema = z.object({
  /** The title of the column; null for whole lines. */
  column: z.nullable(label),
  /** The field, to mend it; null for whole lines. */
  field: z.nullable(itemKey),
  code: z.string(),
  count,
  /** The values met most, five at most, each with how many lines hold it. */
  values: z.array(z.object({ value: z.string(), count })),
  /** The first lines, five at most. */
  lines: z.array(count),
  params: importErrorSchema.shape.params,
})
export type FaultGroup = z.infer<typeof faultGroupSchema>

export const listFaultGroups = endpoint({
  method: 'GET',
  path: '/api/:universe/imports/:import/fault-groups',
  summary: 'Faults by column and kind, the most frequent first: what is wrong with the file, at a glance.',
  topic: 'imports',
  right: administers,
  params,
  response: z.object({ items: z.array(faultGroupSchema) }),
})

export const mapImportColumns = endpoint({
  method: 'PUT',
  path: '/api/:universe/imports/:import/columns',
  summary: 'Say what each column of the file feeds; every line is checked anew. Remembered for the next file with these titles.',
  touches: ['imports'],
  right: administers,
  params,
  /** By the columns of the file, in their order: a field, or null for a column that is ignored. */
  body: z.strictObject({ fields: z.array(z.nullable(itemKey)).check(z.maxLength(500, 'too_long')) }),
  problems: ['conflict'],
})

export const rereadImport = endpoint({
  method: 'PUT',
  path: '/api/:universe/imports/:import/encoding',
  summary: 'Read the accents of the file in another encoding; every line is checked anew.',
  touches: ['imports'],
  right: administers,
  params,
  body: z.strictObject({ encoding: z.enum(['Windows-1252', 'Mac Roman'], { error: 'invalid' }) }),
  problems: ['conflict'],
})

export const mendImport = endpoint({
  method: 'POST',
  path: '/api/:universe/imports/:import/corrections',
  summary: 'Replace a value in every faulty line where it stands, or in one line; those lines alone are checked anew.',
  touches: ['imports'],
  right: administers,
  params,
  body: z.strictObject({
    field: itemKey,
    /** The value that is wrong, as the line holds it; empty where it holds none. */
    from: cell,
    to: cell,
    line: z.optional(z.int('invalid').check(z.gte(1, 'invalid'))),
  }),
  response: z.object({ lines: count }),
  problems: ['conflict'],
})
