import { stringify } from 'csv-stringify/sync'

/** A cell that a spreadsheet would take for a formula is made text. */
const harmless = (value: unknown): unknown => (typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value)

/** CSV as French spreadsheets open it: UTF-8 with BOM, semicolons. Dates are ISO. */
export const toCsv = (header: readonly string[], rows: readonly (readonly unknown[])[]): Buffer =>
  Buffer.from(`\uFEFF${stringify([[...header], ...rows.map((row) => row.map(harmless))], { delimiter: ';' })}`)

/** One line of such a file, for exports that are written as they are read. */
export const csvLine = (cells: readonly unknown[]): string => stringify([cells.map(harmless)], { delimiter: ';' })
