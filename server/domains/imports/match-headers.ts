import { type ImportKind, importColumns } from '#api/imports/imports'
import { foldText } from '#api/rules/text-fold'
import { fieldProblem } from '../../platform/problem.ts'

const bare = (text: string) => foldText(text).replaceAll(/[^a-z0-9]/g, '')

/** Which field each column of a file feeds; null for a column that nothing recognises. */
export type HeaderMap = readonly (string | null)[]

/**
 * Recognises headers without accents, case or punctuation, in French or by the field's own name.
 * @throws Problem about `file` when a needed column is missing or stands twice.
 */
export const matchHeaders = (kind: ImportKind, headers: readonly string[]): HeaderMap => {
  const columns = importColumns[kind]
  const map = headers.map(
    (header) => columns.find(({ field, header: label }) => [bare(label), bare(field)].includes(bare(header)))?.field ?? null,
  )
  for (const { field, header, required } of columns) {
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

/** What tells two lines of one file apart: the second line with the same key is a mistake. */
export const lineKey = (kind: ImportKind, values: Readonly<Record<string, string>>): string => {
  const own = values.reference ? `r:${bare(values.reference)}` : values.externalKey ? `k:${values.externalKey}` : null
  const parts = {
    companies: [own ?? [values.siren?.replaceAll(/\s/g, ''), values.name, values.partner].map((part) => bare(part ?? '')).join('|')],
    sites: [bare(values.company ?? ''), own ?? bare(values.name ?? '')],
    contacts: [
      bare(values.company ?? ''),
      own ?? [values.lastName, values.firstName].map((part) => bare(part ?? '')).join('|'),
      own ? '' : (values.email ?? '').toLowerCase(),
    ],
    subscriptions: [values.externalKey ?? ''],
    services: [values.externalKey ?? ''],
    accountcodes: [bare(values.service ?? '')],
  }[kind]
  return parts.join('#')
}
