import { importFiles } from '#api/import-kinds'
import type { ImportKind } from '#api/imports/imports'
import { bare } from '../../platform/imports/line.ts'

/** Which field each column of a file feeds; null for a column that nothing recognises. */
export type HeaderMap = readonly (string | null)[]

/** Tells the titles that a kind of file has, in French, by the fields' own names or as people call them. */
export const titlesOf = (kind: ImportKind): ((title: string) => boolean) => {
  const known = new Set(
    Object.entries(importFiles[kind].columns).flatMap(([field, { header, also = [] }]) => [field, header, ...also].map(bare)),
  )
  return (title) => known.has(bare(title))
}

/**
 * Recognises titles without accents, case or punctuation: by the column's own title or field first, then by what people call it, where no other
 * column of the file has that field already. What a person chose holds instead.
 */
export const matchHeaders = (kind: ImportKind, headers: readonly string[], chosen: readonly string[] | null = null): HeaderMap => {
  const columns = Object.entries(importFiles[kind].columns)
  if (chosen) return headers.map((_, index) => columns.find(([field]) => field === chosen[index])?.[0] ?? null)
  const own = headers.map(
    (header) => columns.find(([field, column]) => [bare(column.header), bare(field)].includes(bare(header)))?.[0] ?? null,
  )
  const given = new Set(own)
  return own.map((field, index) => {
    if (field !== null) return field
    const title = bare(headers[index] ?? '')
    const named = columns.find(([name, { also = [] }]) => !given.has(name) && also.some((other) => bare(other) === title))?.[0] ?? null
    if (title === '' || named === null) return null
    given.add(named)
    return named
  })
}

/** What keeps a file from being checked: needed fields that no column feeds, and fields that two feed. */
export const faultyFields = (
  kind: ImportKind,
  map: HeaderMap,
): { readonly missing: readonly string[]; readonly twice: readonly string[] } => {
  const times = (field: string) => map.filter((found) => found === field).length
  const columns = Object.entries(importFiles[kind].columns)
  return {
    missing: columns.filter(([field, { required }]) => required && times(field) === 0).map(([field]) => field),
    twice: columns.filter(([field]) => times(field) > 1).map(([field]) => field),
  }
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
