import { foldText } from './text-fold.ts'
import { readDay } from './typed-day.ts'

/** What was read of a cell otherwise than it is written, so that whoever sent the file may look at it. */
export const readingCodes = ['day_read', 'zero_restored', 'lines_joined', 'name_read'] as const
export type ReadingCode = (typeof readingCodes)[number]

/** A cell as it was understood; `told` when that is not simply what it says. */
export interface CellReading {
  readonly value: string
  readonly told?: ReadingCode
}

/**
 * Understands a cell as spreadsheets and people write it, before its column judges it. Only where there is one reading; else the cell comes back as
 * it is, to be refused with its reason.
 */
export type CellReader = (cell: string, line: Readonly<Record<string, string>>) => CellReading

const asIs = (value: string): CellReading => ({ value })

const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
].map(foldText)

/** `19-mars-24`, `1er févr. 2025`, `mardi 19 mars 2024`: the formats of French spreadsheets that name the month. */
const monthInFigures = (cell: string): string => {
  const [, day, name = '', year] = /^(?:\p{L}{5,8} )?(\d{1,2})(?:er)?[ -](\p{L}{3,9})\.?[ -](\d{4}|\d\d)$/u.exec(cell) ?? []
  const named = months.filter((month) => name !== '' && month.startsWith(foldText(name)))
  const [month] = named
  return month === undefined || named.length > 1 ? cell : `${day}/${months.indexOf(month) + 1}/${year}`
}

/** `19/03/2024`, `19.3.24`, `2024-03-19 00:00:00`: the day first, or the year; as a French spreadsheet writes it back. */
export const dayCell: CellReader = (cell) => {
  const read = readDay(monthInFigures(cell).replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z| ?[AP]M)?$/i, ''), true)
  if (read.kind !== 'day') return asIs(cell)
  return read.day === cell ? asIs(cell) : { value: read.day, told: 'day_read' }
}

/** `36 mois`, `1 000`, `4,00`: a whole number with its unit, its spaces or empty decimals. `1.000` may be one or a thousand: it is refused. */
export const countCell: CellReader = (cell) => {
  const [, digits] =
    /^(\d{1,3}(?:[ \u00a0\u202f]?\d{3})*|\d+)(?:[.,]0{1,2})?(?:[ \u00a0\u202f]?(?:mois|months?|an(?:s|née?s?)?|canaux|canal))?$/i.exec(
      cell,
    ) ?? []
  if (digits === undefined) return asIs(cell)
  const years = /an(?:s|née?s?)?$/i.test(cell)
  const count = Number(digits.replaceAll(/\D/g, '')) * (years ? 12 : 1)
  return asIs(String(count))
}

const isFrench = (country: string): boolean => /^(fr|fra|france)$/i.test(country.trim())

/** `1000` for `01000`: a spreadsheet takes the zero of a French postcode away. */
export const postcodeCell: CellReader = (cell, { country = 'FR' }) =>
  /^\d{4}$/.test(cell) && isFrench(country) ? { value: `0${cell}`, told: 'zero_restored' } : asIs(cell)

/** `199001234` for `01 99 00 12 34`: the same of a French number. */
export const phoneCell: CellReader = (cell, { country = 'FR' }) => {
  const digits = cell.replaceAll(/[\s\u00a0\u202f.-]/g, '')
  return /^[1-9]\d{8}$/.test(digits) && isFrench(country) ? { value: `0${digits}`, told: 'zero_restored' } : asIs(cell)
}

/** Reads a cell that names one of few things: its name without accents or case → its code. A name that two of them bear reads as none. */
export const namedCell = (codes: () => ReadonlyMap<string, string>, fold: (text: string) => string): CellReader => {
  let known: ReadonlyMap<string, string> | null = null
  return (cell) => {
    known ??= codes()
    const code = known.get(fold(cell))
    return code === undefined || code === cell ? asIs(cell) : { value: code, told: 'name_read' }
  }
}

/** « 7,32829E+08 »: a number that a spreadsheet cut to its first digits; the others are lost. */
export const isScientific = (cell: string): boolean => /^\d([.,]\d+)?E\+\d+$/i.test(cell)

/** An address over several lines in one cell, on one. */
export const onOneLine = (cell: string): CellReading => {
  const lines = cell
    .split(/[\n\v\f\u2028\u2029]/)
    .map((line) => line.trim())
    .filter(Boolean)
  return lines.length > 1 ? { value: lines.map((line) => line.replace(/,$/, '')).join(', '), told: 'lines_joined' } : asIs(lines[0] ?? cell)
}
