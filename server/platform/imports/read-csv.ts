import { CsvError, parse } from 'csv-parse/sync'
import { fieldProblem } from '../problem.ts'
import { decode, type FileEncoding } from './encoding.ts'
import { declaredSeparator, type Separator, separatorOf } from './separator.ts'

export interface CsvRow {
  /** Number of the line in the file where the row starts, as a text editor counts. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface CsvFile {
  readonly encoding: FileEncoding
  readonly delimiter: Separator
  readonly headers: readonly string[]
  readonly rows: readonly CsvRow[]
}

/** Lines of one file; beyond, it is cut in two by whoever prepares it. */
const maximumLines = 100_000

/** The first bytes of a spreadsheet and of other archives. */
const isArchive = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))

/**
 * Reads a CSV file as people make them: UTF-8 (with or without mark), UTF-16, or the bytes of Windows and Mac spreadsheets; semicolons, commas, tabs
 * or bars, told by `sep=` or by how the first lines stand; quotes, line breaks within quotes, lines ended by any computer. Lines that are too short
 * or too long are kept: they are judged with the others.
 * @param isTitle tells the titles that the file should have.
 * @throws Problem about `file` when it is no CSV at all.
 */
export const readCsv = (bytes: Buffer, isTitle: (title: string) => boolean = () => false): CsvFile => {
  if (bytes.length === 0) throw fieldProblem('file', 'file_empty')
  if (isArchive(bytes)) throw fieldProblem('file', 'file_not_csv')
  const { text: raw, encoding } = decode(bytes)
  // Lines count as an editor counts them, whichever computer ended them.
  const text = raw.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n')
  // A spreadsheet or an image renamed .csv: text holds no control characters but tabs and line breaks.
  if (/(?![\t\n\v\f\r])\p{Cc}/u.test(text.slice(0, 4096))) throw fieldProblem('file', 'file_not_csv')
  const delimiter = separatorOf(text, isTitle)
  try {
    // The line that tells the separator stays, empty, so that the others keep their number.
    const records = parse(declaredSeparator(text) ? text.replace(/^[^\n]*/, '') : text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    const [head, ...body] = records
    if (!head) throw fieldProblem('file', 'file_empty')
    if (body.length > maximumLines) throw fieldProblem('file', 'too_many_lines', { maximum: maximumLines })
    // The parser tells the line where a row ends; it started after the row before it.
    const rows = body
      .map(({ record, info }) => ({
        line: info.lines - record.join('').split('\n').length + 1,
        cells: record.map((cell) => cell.replaceAll('\0', '')),
      }))
      .filter((row) => row.cells.some((cell) => cell !== ''))
    if (rows.length === 0) throw fieldProblem('file', 'file_without_lines')
    return { encoding, delimiter, headers: head.record, rows }
  } catch (error) {
    if (error instanceof CsvError) throw fieldProblem('file', 'csv_malformed', { line: Number(error.lines ?? 1) })
    throw error
  }
}
