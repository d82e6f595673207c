import { sql } from 'kysely'
import * as z from 'zod/mini'
import type { ResponseOf } from '#api/endpoint'
import type { Words } from '#api/languages'
import { codeOfCheck } from '#api/rules/field-codes'
import { isScientific } from '#api/rules/read-cell'
import { accountcodeLabelField, type bulkEditAccountcodes, partnerCodeField } from '#api/subscriptions/accountcodes/accountcodes'
import { accountcodeWords } from '#api/subscriptions/words'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { readCsv } from '../../../platform/imports/read-csv.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { mayEditAccountcodes } from './accountcodes.policy.ts'
import { changeAccountcode } from './update-accountcode.ts'

type Report = ResponseOf<typeof bulkEditAccountcodes>
type Fault = Report['errors'][number]

/** Columns of the file, called as the export calls them in either language. */
const bulkColumns = [accountcodeWords.number, accountcodeWords.label, accountcodeWords.partnerCode] as const
const bulkHeader = bulkColumns.map(({ fr }) => fr) as [string, string, string]
/** Beyond, it is cut in two by whoever prepares it. */
const maximumLines = 20_000
const shownAtMost = 200

const bare = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')

const bulkTitles = new Set(bulkColumns.flatMap(({ fr, en }) => [bare(fr), bare(en)]))

/** A spreadsheet keeps the apostrophe that protects a text from being read as a formula. */
const cellOf = (text: string | undefined): string => (text ?? '').replace(/^'(?=[=+\-@])/, '').trim()

const losesZeros = (before: string, after: string): boolean =>
  /^0+\d/.test(before) && before !== after && before.replace(/^0+/, '') === after.replace(/^0+/, '')

interface WantedLine {
  readonly line: number
  readonly number: number | null
  readonly typed: string
  readonly label: string | null
  readonly partnerCode: string | null
}

const linesOf = (bytes: Buffer): WantedLine[] => {
  const { headers, rows } = readCsv(bytes, (title) => bulkTitles.has(bare(title)))
  if (rows.length > maximumLines) throw fieldProblem('file', 'too_many_lines', { maximum: maximumLines })
  const at = (title: Words): number => headers.findIndex((header) => bare(header) === bare(title.fr) || bare(header) === bare(title.en))
  const [number, label, partnerCode] = bulkColumns.map(at)
  if (number === undefined || number < 0 || ((label ?? -1) < 0 && (partnerCode ?? -1) < 0)) throw fieldProblem('file', 'column_missing')
  const text = (cells: readonly string[], index: number | undefined) => (index === undefined || index < 0 ? null : cellOf(cells[index]))
  return rows.map(({ line, cells }) => {
    const typed = cellOf(cells[number])
    return {
      line,
      typed,
      number: /^\d{1,15}$/.test(typed) ? Number(typed) : null,
      label: text(cells, label),
      partnerCode: text(cells, partnerCode),
    }
  })
}

const faultOf = (field: z.core.$ZodType, value: string | null): string | null => {
  if (value === null) return null
  if (isScientific(value)) return 'scientific_number'
  const parsed = z.safeParse(field, value, { error: codeOfCheck })
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? 'invalid')
}

/**
 * Judges every line, then changes all of them or, when one is faulty or this is a dry run, none. A column that the file does not have stays as
 * it is; an empty cell empties the field.
 */
export const bulkEdit = async (tx: ScopedTransaction, bytes: Buffer, apply: boolean): Promise<Report> => {
  if (!mayEditAccountcodes(tx.scope)) throw new Problem('forbidden')
  const lines = linesOf(bytes)
  const numbers = lines.flatMap(({ number }) => (number === null ? [] : [number]))
  const rows = await tx.all(
    db
      .selectFrom('accountcodes')
      .select(['id', 'number', 'company_id', 'site_id', 'label', 'partner_code', 'version'])
      .where(sql<boolean>`number = any (${numbers}::bigint[])`)
      .orderBy('id')
      .forUpdate(),
  )
  const known = new Map(rows.map((row) => [row.number, row]))
  const seen = new Map<number, number>()
  const errors: Fault[] = []
  const wanted: { readonly line: number; readonly row: (typeof rows)[number]; readonly label: string; readonly partnerCode: string }[] = []
  for (const { line, number, typed, label, partnerCode } of lines) {
    const row = number === null ? undefined : known.get(number)
    const first = number === null ? undefined : seen.get(number)
    if (number !== null && first === undefined) seen.set(number, line)
    const faults: Fault[] = [
      ...(row
        ? []
        : [{ line, column: bulkHeader[0], code: isScientific(typed) ? 'scientific_number' : 'accountcode_unknown', value: typed }]),
      ...(first === undefined ? [] : [{ line, column: null, code: 'duplicate_line', value: String(first) }]),
    ]
    for (const [column, field, value] of [
      [bulkHeader[1], accountcodeLabelField, label],
      [bulkHeader[2], partnerCodeField, partnerCode],
    ] as const) {
      const code = faultOf(field, value)
      if (code) faults.push({ line, column, code, value })
    }
    errors.push(...faults)
    if (row && faults.length === 0) wanted.push({ line, row, label: label ?? row.label, partnerCode: partnerCode ?? row.partner_code })
  }
  const differing = wanted.filter(({ row, label, partnerCode }) => label !== row.label || partnerCode !== row.partner_code)
  const applied = apply && errors.length === 0
  if (applied) for (const { row, label, partnerCode } of differing) await changeAccountcode(tx, row, { label, partnerCode })
  return {
    applied,
    total: lines.length,
    changed: differing.length,
    unchanged: wanted.length - differing.length,
    zerosLost: differing.filter(({ row, label, partnerCode }) => losesZeros(row.label, label) || losesZeros(row.partner_code, partnerCode))
      .length,
    changes: differing.slice(0, shownAtMost).map(({ line, row, label, partnerCode }) => ({
      line,
      number: row.number,
      before: { label: row.label, partnerCode: row.partner_code },
      after: { label, partnerCode },
    })),
    errors: errors.slice(0, shownAtMost),
    errorCount: errors.length,
  }
}
