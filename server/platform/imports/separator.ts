import { parse } from 'csv-parse/sync'

export const separators = [';', ',', '\t', '|'] as const
export type Separator = (typeof separators)[number]

const looked = 20

/** « sep=; »: how a spreadsheet is told its separator; saved again, the line comes in quotes or with empty cells. */
export const declaredSeparator = (text: string): Separator | null => {
  const [, said] = /^"?sep=(.)"?[;,|\t ]*(?:\n|$)/i.exec(text) ?? []
  return separators.find((separator) => separator === said) ?? null
}

const columnsBy = (text: string, delimiter: Separator): readonly (readonly string[])[] => {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      to: looked,
    }) as string[][]
  } catch {
    // A quote that is never closed is told when the file is read, by the separator that the lines have.
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    return lines.slice(0, looked).map((line) => line.split(delimiter).map((cell) => cell.trim()))
  }
}

/** How well the first lines stand in columns: those as wide as the titles, then titles that are known, then how many columns. */
const fit = (rows: readonly (readonly string[])[], isTitle: (title: string) => boolean): readonly [number, number, number] => {
  const [titles, ...lines] = rows
  if (!titles || titles.length < 2) return [0, 0, titles?.length ?? 0]
  const filled = (line: readonly string[]) => line.findLastIndex((cell) => cell !== '') + 1
  // Spreadsheets leave empty cells out at the end of a line, or add some.
  const wide = lines.filter((line) => line.length > 1 && filled(line) <= titles.length).length
  return [lines.length === 0 ? 0.5 : wide / lines.length, titles.filter(isTitle).length, titles.length]
}

/** The separator by which the first lines stand in columns best; `isTitle` tells the titles that the file should have. */
export const separatorOf = (text: string, isTitle: (title: string) => boolean): Separator => {
  const said = declaredSeparator(text)
  if (said) return said
  const head = text.slice(0, 64_000)
  const fits = separators.map((separator) => ({ separator, fit: fit(columnsBy(head, separator), isTitle) }))
  const [best] = fits.toSorted(({ fit: [a, b, c] }, { fit: [x, y, z] }) => y - b || x - a || z - c)
  return best?.separator ?? ';'
}
