import type * as z from 'zod/mini'
import type { Words } from './languages.ts'

/**
 * A column of a file. `header` is what stands in its first line; it is recognised without accents, case or punctuation. `required` = each line
 * needs a value. `value` judges a cell; its output is canonical. `choices` are the right answers, where there are few.
 */
export interface ImportColumn {
  readonly header: string
  readonly required?: true
  readonly example: string
  readonly choices?: readonly string[]
  readonly value: z.core.$ZodType<string, string>
}

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
