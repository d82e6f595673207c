import { importFiles } from '#api/import-kinds'
import type { ImportKind } from '#api/imports/imports'
import { bare } from '../../platform/imports/line.ts'
import { fieldProblem } from '../../platform/problem.ts'

/** Which field each column of a file feeds; null for a column that nothing recognises. */
export type HeaderMap = readonly (string | null)[]

/**
 * Recognises headers without accents, case or punctuation, in French or by the field's own name.
 * @throws Problem about `file` when a needed column is missing or stands twice.
 */
export const matchHeaders = (kind: ImportKind, headers: readonly string[]): HeaderMap => {
  const columns = Object.entries(importFiles[kind].columns)
  const map = headers.map(
    (header) => columns.find(([field, column]) => [bare(column.header), bare(field)].includes(bare(header)))?.[0] ?? null,
  )
  for (const [field, { header, required }] of columns) {
    const times = map.filter((found) => found === field).length
    if (times > 1) throw fieldProblem('file', 'header_twice', { header })
    if (required && times === 0) throw fieldProblem('file', 'header_missing', { header })
  }
  return map
}

/** The cells of a line by field; an absent or empty cell is no value. */
export const valuesOf = (map: HeaderMap, cells: readonly string[]): Readonly<Record<string, string>> => {
  const values: Record<string, string> = {}
  map.forEach((field, index) => {
    // Our own files keep spreadsheets from taking a text for a formula with an apostrophe: it is no part of the value.
    const cell = cells[index]?.trim().replace(/^'(?=[=+\-@])/, '')
    if (field && cell) values[field] = cell
  })
  return values
}
