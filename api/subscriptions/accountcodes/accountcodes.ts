import * as z from 'zod/mini'
import { about } from '../../about.ts'
import { code, count, fileFault, fullName, instant, label, namedCompany, namedContract, serviceReference, version } from '../../atoms.ts'
import { bulkEndpoint } from '../../bulk.ts'
import { endpoint } from '../../endpoint.ts'
import { listEndpoint } from '../../list.ts'

const text = (maximum: number) =>
  z.string().check(z.trim(), z.maxLength(maximum, code('too_long')), z.regex(/^[^\p{Cc}]*$/u, code('control_characters')))

/** Label and partner's own code: one line each, may be empty. */
export const accountcodeLabelField = text(120)
export const partnerCodeField = text(60)
about(partnerCodeField, 'The partner’s own code.', { examples: ['CPT-0042'] })

export const accountcodeSchema = z.object({
  /** `133615`, on calls and invoice lines. */
  number: z.int(),
  label,
  partnerCode: z.string(),
  state: z.enum(['active', 'closed']),
  client: namedCompany,
  site: label,
  service: z.object({ reference: serviceReference, name: label, kind: z.string() }),
  subscription: namedContract,
  version,
  abilities: z.object({ edit: z.boolean() }),
})
export type Accountcode = z.infer<typeof accountcodeSchema>

const readers = {
  anyOf: ['orders.manage', 'carrier.pilot', 'carrier.catalog', 'carrier.support', 'carrier.billing', 'carrier.administer'],
  universes: ['ambassador', 'operator', 'carrier'],
} as const
const editors = {
  anyOf: ['orders.manage', 'carrier.pilot', 'carrier.billing', 'carrier.administer'],
  universes: ['ambassador', 'operator', 'carrier'],
} as const

const prefix = (maximum: number) => z.string().check(z.maxLength(maximum, 'too_long'))

const numberStart = z.string().check(z.regex(/^\d{1,12}$/, 'invalid'))
about(numberStart, 'How its number begins.', { examples: ['1000'] })

const params = z.strictObject({ accountcode: z.string().check(z.maxLength(40)) })

/**
 * Texts are compared from their beginning, without accents or case; `partnerCode=none`: those that have none yet. Its CSV, corrected in a
 * spreadsheet, comes back through the bulk edit.
 */
export const listAccountcodes = listEndpoint({
  path: '/api/:universe/accountcodes',
  summary: 'Accountcodes of the billable services.',
  topic: 'accountcodes',
  right: readers,
  screen: 'accountcodes',
  row: accountcodeSchema,
  filters: {
    number: numberStart,
    label: prefix(120),
    partnerCode: prefix(60),
    client: prefix(80),
    subscription: prefix(32),
    service: prefix(32),
    state: z.enum(['active', 'closed'], { error: 'invalid' }),
  },
  sorts: ['number', 'label', 'partnerCode', 'client', 'service'],
  defaultSort: 'number',
  beside: { abilities: z.object({ edit: z.boolean() }) },
})

export const updateAccountcode = endpoint({
  method: 'PUT',
  path: '/api/:universe/accountcodes/:accountcode',
  summary: 'Change the label and the partner’s own code.',
  touches: ['accountcodes', 'subscriptions'],
  right: editors,
  params,
  body: z.strictObject({ version, label: accountcodeLabelField, partnerCode: partnerCodeField }),
  response: accountcodeSchema,
  problems: ['version_conflict'],
})

export const setPartnerCodes = bulkEndpoint({
  list: listAccountcodes,
  of: updateAccountcode,
  act: 'partner-code',
  summary: 'Give many accountcodes the same partner’s code.',
  input: { partnerCode: partnerCodeField },
})

export const readAccountcodeHistory = endpoint({
  method: 'GET',
  path: '/api/:universe/accountcodes/:accountcode/history',
  summary: 'Who changed an accountcode, when, and what: latest first, 200 at most.',
  topic: 'accountcodes',
  right: readers,
  params,
  response: z.object({
    items: z.array(
      z.object({
        at: instant,
        by: fullName,
        before: z.object({ label: z.nullable(label), partnerCode: z.nullable(z.string()) }),
        after: z.object({ label: z.nullable(label), partnerCode: z.nullable(z.string()) }),
      }),
    ),
  }),
})

export const bulkEditAccountcodes = endpoint({
  method: 'POST',
  path: '/api/:universe/accountcodes/bulk-edit',
  summary:
    'Change many from a CSV file with the columns « Accountcode », « Libellé », « Code partenaire »: a dry run unless `apply=1`. One faulty line and nothing is changed.',
  touches: ['accountcodes', 'subscriptions'],
  right: editors,
  query: z.strictObject({ apply: z.optional(z.literal('1', { error: 'invalid' })) }),
  consumes: 'text/csv',
  bodyLimit: 4 * 1024 * 1024,
  response: z.object({
    applied: z.boolean(),
    total: count,
    changed: count,
    unchanged: count,
    /** Changes that only lose zeros in front (`00123` → `123`): a spreadsheet did that, not a person. */
    zerosLost: count,
    /** The first 200 changes. */
    changes: z.array(
      z.object({
        line: z.int(),
        number: z.int(),
        before: z.object({ label, partnerCode: z.string() }),
        after: z.object({ label, partnerCode: z.string() }),
      }),
    ),
    /** The first 200 faults; `code` is a field code. */
    errors: z.array(fileFault),
    errorCount: count,
  }),
  problems: ['unsupported_media_type', 'body_too_large'],
})
