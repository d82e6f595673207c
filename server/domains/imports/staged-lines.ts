import type { Selectable } from 'kysely'
import type { Tables } from '../../platform/db/tables.gen.ts'
import { isByteEncoding, readAgain } from '../../platform/imports/encoding.ts'
import type { Line } from '../../platform/imports/line.ts'
import { type HeaderMap, matchHeaders, valuesOf } from './match-headers.ts'

type StagedImport = Pick<Selectable<Tables['imports']>, 'kind' | 'headers' | 'fields' | 'encoding' | 'staged_encoding'>

/** Texts of an import as they are to be read: its letters in the encoding that was chosen since. */
export const asRead = ({ encoding, staged_encoding: staged }: StagedImport): ((text: string) => string) =>
  encoding !== staged && isByteEncoding(encoding) && isByteEncoding(staged) ? (text) => readAgain(text, staged, encoding) : (text) => text

/** What each column of an import feeds: as a person said, else by its title. */
export const mapOf = (job: StagedImport): HeaderMap => matchHeaders(job.kind, job.headers.map(asRead(job)), job.fields)

interface StagedRow {
  readonly line: number
  readonly cells: readonly string[]
  /** Cells corrected on screen, by field; an empty one was emptied. */
  readonly mended: unknown
}

/** A line of an import by field, with what was corrected on screen. */
export const lineReader = (job: StagedImport): ((row: StagedRow) => Line) => {
  const map = mapOf(job)
  const read = asRead(job)
  return ({ line, cells, mended }) => {
    const values = { ...valuesOf(map, cells.map(read)), ...(mended as Record<string, string> | null) }
    return { line, values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) }
  }
}

/** The cells of a line as they came, corrected where they were on screen. */
export const cellReader = (job: StagedImport): ((row: StagedRow) => readonly string[]) => {
  const map = mapOf(job)
  const read = asRead(job)
  return ({ cells, mended }) => {
    const corrected = (mended ?? {}) as Record<string, string>
    return job.headers.map((_, index) => {
      const field = map[index]
      return field && corrected[field] !== undefined ? corrected[field] : read(cells[index] ?? '')
    })
  }
}
