import { stringify } from 'csv-stringify/sync'

/** A cell that a spreadsheet would take for a formula is made text; an amount below zero is none. */
const harmless = (value: unknown): unknown =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^-\d+[.,]\d\d$/.test(value) ? `'${value}` : value

/** Lines of CSV, for files that are written as they are read. */
export const csvLines = (rows: readonly (readonly unknown[])[]): string =>
  stringify(
    rows.map((row) => row.map(harmless)),
    { delimiter: ';' },
  )

/** CSV as French spreadsheets open it: UTF-8 with BOM, semicolons. Dates are ISO. */
export const toCsv = (header: readonly string[], rows: readonly (readonly unknown[])[]): Buffer =>
  Buffer.from(`\uFEFF${csvLines([header, ...rows])}`)
