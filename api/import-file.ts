import type * as z from 'zod/mini'
import type { Words } from './languages.ts'
import type { CellReader } from './rules/read-cell.ts'

/**
 * A column of a file. `header` is what stands in its first line; it is recognised without accents, case or punctuation. `required` = each line
 * needs a value. `read` understands a cell as spreadsheets write it, `value` judges what was read; its output is canonical. `choices` are the right
 * answers, where there are few. `also`: other titles that people give it.
 */
export interface ImportColumn {
  readonly header: string
  readonly also?: readonly string[]
  readonly required?: true
  readonly example: string
  readonly choices?: readonly string[]
  readonly read?: CellReader
  /** A cell may hold several lines. */
  readonly manyLines?: true
  readonly value: z.core.$ZodType<string, string>
}

/** Other titles of the carrier's own key. */
export const keyTitles = ['Référence externe', 'Identifiant externe', 'ID externe', 'Identifiant', 'ID'] as const

/** Columns by field, in the order of the file's template. */
export type ImportColumns = Readonly<Record<string, ImportColumn>>

/** A kind of file that the carrier imports: what it is called, and what its lines hold. */
export interface ImportFile<C extends ImportColumns = ImportColumns> {
  readonly name: Words
  readonly columns: C
}

export const importFile = <const C extends ImportColumns>(file: ImportFile<C>): ImportFile<C> => file

/** Canonical values of a line; a cell that holds nothing is absent. */
export type LineValues<C extends ImportColumns> = { readonly [F in keyof C]?: string }
