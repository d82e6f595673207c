import * as z from 'zod/mini'
import { frenchPostcode } from '#api/companies/sites/site-fields'
import type { ImportColumn } from '#api/import-column'
import { codeOfCheck, faultsOf } from '#api/rules/field-codes'
import type { Transaction } from '../db/query.ts'

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

export interface Outcome {
  readonly line: number
  readonly outcome: 'created' | 'updated' | 'unchanged'
  readonly reference: string
}

export type Examined<Plan> = { readonly line: number; readonly faults: readonly Fault[] } | { readonly line: number; readonly plan: Plan }

/** Who imports, for the history. */
export interface ImportActor {
  readonly userId: string | null
  readonly name: string
  readonly companyId: string
  readonly companyName: string
}

/** How a kind of lines is judged, then written. Judging changes nothing and is done again just before writing. */
export interface LineKind<Plan> {
  examine(tx: Transaction, lines: readonly Line[]): Promise<Examined<Plan>[]>
  apply(tx: Transaction, plans: readonly { line: number; plan: Plan }[], actor: ImportActor): Promise<Outcome[]>
}

type Field = z.core.$ZodType<string, string>

/** The canonical values of a line and what is wrong with it. */
export const judge = (
  line: Line,
  columns: readonly ImportColumn[],
  fields: Readonly<Record<string, Field>>,
): { values: Record<string, string>; faults: Fault[] } => {
  const values: Record<string, string> = {}
  const faults: Fault[] = []
  for (const { field, required } of columns) {
    const cell = line.values[field]
    if (cell === undefined) {
      if (required) faults.push({ column: field, code: 'required', value: null })
      continue
    }
    const schema = fields[field]
    const parsed = schema ? z.safeParse(schema, cell, { error: codeOfCheck }) : { success: true as const, data: cell }
    if (parsed.success) values[field] = parsed.data
    else {
      for (const { code, params } of faultsOf(parsed.error.issues).slice(0, 1))
        faults.push({ column: field, code, value: cell.slice(0, 200), ...(params ? { params } : {}) })
    }
  }
  if (values.postcode && (values.country ?? 'FR') === 'FR' && !z.safeParse(frenchPostcode, values.postcode).success)
    faults.push({ column: 'postcode', code: 'postcode_invalid', value: values.postcode })
  return { values, faults }
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
