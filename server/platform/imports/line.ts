import * as z from 'zod/mini'
import type { ImportColumn, ImportColumns } from '#api/import-file'
import { codeOfCheck, faultsOf } from '#api/rules/field-codes'
import { type CellReading, isScientific, onOneLine, type ReadingCode } from '#api/rules/read-cell'
import { foldText } from '#api/rules/text-fold'

/** One line of a file, by field; only the cells that hold something. */
export interface Line {
  readonly line: number
  readonly values: Readonly<Record<string, string>>
}

/** What is wrong with a line; `column` is the field, null when it is the whole line. */
export interface Fault {
  readonly column: string | null
  readonly code: string
  readonly value: string | null
  /** What the code needs to be said in words: the `maximum` of a text that is too long. */
  readonly params?: Readonly<Record<string, number>>
}

/** A cell that was understood otherwise than it is written. */
export interface Reading {
  readonly column: string
  readonly code: ReadingCode
  readonly from: string
  readonly to: string
}

/** How many cells of a column were read otherwise than they are written, and the first of them. */
export interface ReadingCount extends Reading {
  readonly count: number
}

/** What stands in a cell: on one line unless its column takes several, then as its column understands it. */
const understand = (cell: string, column: ImportColumn, line: Line['values']): CellReading => {
  const single = column.manyLines ? { value: cell } : onOneLine(cell)
  const read = column.read?.(single.value, line) ?? single
  return { value: read.value, told: read.told ?? single.told }
}

/** The canonical values of a line, column by column, what is wrong with its cells, and what was read otherwise than it is written. */
export const judge = <C extends ImportColumns>(
  line: Line,
  columns: C,
): { values: { [F in keyof C]?: string }; faults: Fault[]; readings: Reading[] } => {
  const values: { [F in keyof C]?: string } = {}
  const faults: Fault[] = []
  const readings: Reading[] = []
  for (const field in columns) {
    const column = columns[field]
    const cell = line.values[field]
    if (column === undefined) continue
    if (cell === undefined) {
      if (column.required) faults.push({ column: field, code: 'required', value: null })
      continue
    }
    const { value, told } = understand(cell, column, line.values)
    if (!column.manyLines && isScientific(value)) {
      faults.push({ column: field, code: 'scientific_number', value: cell.slice(0, 200) })
      continue
    }
    const parsed = z.safeParse(column.value, value, { error: codeOfCheck })
    if (parsed.success) {
      values[field] = parsed.data
      if (told) readings.push({ column: field, code: told, from: cell.slice(0, 80), to: value.slice(0, 80) })
      continue
    }
    for (const { code, params } of faultsOf(parsed.error.issues).slice(0, 1))
      faults.push({ column: field, code, value: cell.slice(0, 200), ...(params ? { params } : {}) })
  }
  return { values, faults, readings }
}

/** The values that differ from what stands, as columns. An empty cell never erases. */
export const differences = (
  current: Readonly<Record<string, unknown>>,
  wished: Readonly<Record<string, string | undefined>>,
): Record<string, string> => {
  const changed: Record<string, string> = {}
  for (const [column, value] of Object.entries(wished)) if (value !== undefined && current[column] !== value) changed[column] = value
  return changed
}

/** The columns before a change, for the history. */
export const formerly = (current: Readonly<Record<string, unknown>>, changed: Readonly<Record<string, string>>): Record<string, unknown> =>
  Object.fromEntries(Object.keys(changed).map((column) => [column, current[column] ?? null]))

/** Values without the absent, for an `in` list that must not be empty. */
export const listed = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((value): value is string => value !== undefined)),
]

/** Without accents, case or punctuation: what two spellings of one thing have in common. */
export const bare = (text: string): string => foldText(text).replaceAll(/[^a-z0-9]/g, '')

/** A line named by the reference that it gives, or by the carrier's own key; null when it gives neither. */
export const ownKey = ({ reference, externalKey }: { readonly reference?: string; readonly externalKey?: string }): string | null =>
  reference ? `r:${bare(reference)}` : externalKey ? `k:${externalKey}` : null

/** The row that a cell names, by the carrier's own key, else by its number. */
export const namedRow = <R extends { readonly external_key: string | null; readonly number: number }>(
  rows: readonly R[],
  name: string | undefined,
  number: number | null,
): R | undefined =>
  rows.find(({ external_key: key }) => key !== null && key === name) ?? rows.find((row) => number !== null && row.number === number)
