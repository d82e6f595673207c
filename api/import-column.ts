/**
 * Columns of a file, in the order of its template. `header` is what stands in the first line; it is recognised without accents, case or
 * punctuation. `required` = each line needs a value.
 */
export interface ImportColumn {
  readonly field: string
  readonly header: string
  readonly required?: true
  readonly example: string
}
