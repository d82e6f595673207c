import * as z from 'zod/mini'
import { count, fileFault, fileName, fullName, importReference, instant, label } from '../atoms.ts'
import { companyImportColumns } from '../companies/imports.ts'
import { endpoint } from '../endpoint.ts'
import type { ImportColumn } from '../import-column.ts'
import { listEndpoint } from '../list.ts'

export const importKinds = ['companies', 'sites', 'contacts', 'subscriptions', 'services', 'accountcodes'] as const
export const importKindSchema = z.enum(importKinds)
export type ImportKind = (typeof importKinds)[number]

export const importStates = ['checking', 'checked', 'applying', 'done', 'cancelled'] as const
export type ImportState = (typeof importStates)[number]

export const importColumns: Readonly<Record<ImportKind, readonly ImportColumn[]>> = {
  ...companyImportColumns,
  subscriptions: [
    { field: 'company', header: 'Société', required: true, example: 'OIP-00000002' },
    { field: 'externalKey', header: 'Clé externe', required: true, example: 'CTR-40482' },
    { field: 'reference', header: 'Référence', example: 'OC90001' },
    { field: 'site', header: 'Site', example: 'Siège Social' },
    { field: 'offer', header: 'Offre', required: true, example: 'TRUNK-SIP' },
    { field: 'name', header: 'Nom', example: 'TRUNK SIP' },
    { field: 'quantity', header: 'Quantité', example: '4' },
    { field: 'oneOff', header: 'Frais uniques HT', example: '99,00' },
    { field: 'monthly', header: 'Mensuel HT', required: true, example: '45,90' },
    { field: 'termination', header: 'Frais de résiliation HT', example: '150,00' },
    { field: 'deliveredOn', header: 'Livrée le', required: true, example: '2024-03-19' },
    { field: 'commitmentMonths', header: 'Engagement (mois)', example: '36' },
    { field: 'noticeMonths', header: 'Préavis (mois)', example: '1' },
    { field: 'tacitRenewal', header: 'Tacite reconduction', example: 'non' },
    { field: 'terminatedOn', header: 'Résiliée le', example: '' },
  ],
  services: [
    { field: 'contract', header: 'Offre contractée', required: true, example: 'CTR-40482' },
    { field: 'externalKey', header: 'Clé externe', required: true, example: 'SRV-1001' },
    { field: 'kind', header: 'Type', required: true, example: 'sip_trunk' },
    { field: 'name', header: 'Nom', required: true, example: 'Trunk SIP' },
    { field: 'site', header: 'Site', example: 'Siège Social' },
    { field: 'createdOn', header: 'Créé le', example: '2024-03-19' },
  ],
  accountcodes: [
    { field: 'service', header: 'Service', required: true, example: 'SRV-1001' },
    { field: 'number', header: 'Accountcode', example: '133615' },
    { field: 'label', header: 'Libellé', example: 'Trunk du siège' },
    { field: 'partnerCode', header: 'Code partenaire', example: 'REV-17' },
  ],
}

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
  /** Columns of the file that no field recognises: ignored. */
  ignoredColumns: z.array(label),
  abilities: z.object({ apply: z.boolean(), cancel: z.boolean() }),
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

export const cancelImport = endpoint({
  method: 'POST',
  path: '/api/:universe/imports/:import/cancel',
  summary: 'Stop an import; what is already applied stays.',
  touches: ['imports'],
  right: administers,
  params,
  problems: ['conflict'],
})
