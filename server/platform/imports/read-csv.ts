import { CsvError, parse } from 'csv-parse/sync'
import { fieldProblem } from '../problem.ts'

export interface CsvRow {
  /** Number of the line in the file where the row starts, as a text editor counts. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface CsvFile {
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252'
  readonly delimiter: ';' | ',' | '\t'
  readonly headers: readonly string[]
  readonly rows: readonly CsvRow[]
}

/** Lines of one file; beyond, it is cut in two by whoever prepares it. */
const maximumLines = 100_000

const decode = (bytes: Buffer): { text: string; encoding: CsvFile['encoding'] } => {
  if (bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)))
    return { text: new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes), encoding: 'UTF-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    // What French spreadsheets write when they are not asked for UTF-8.
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' }
  }
}

/** The separator that stands most often, outside quotes, in the first line. */
const delimiterOf = (text: string): CsvFile['delimiter'] => {
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? ''
  const bare = first.replaceAll(/"(?:[^"]|"")*"/g, '')
  const count = (separator: string) => bare.split(separator).length
  const candidates = [';', ',', '\t'] as const
  return candidates.reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best))
}

/**
 * Reads a CSV file as people make them: UTF-8 (with or without mark), UTF-16 or Windows-1252; semicolons, commas or tabs; quotes, line breaks
 * within quotes. Lines that are too short or too long are kept: they are judged with the others.
 * @throws Problem about `file` when it is no CSV at all.
 */
export const readCsv = (bytes: Buffer): CsvFile => {
  if (bytes.length === 0) throw fieldProblem('file', 'file_empty')
  const { text, encoding } = decode(bytes)
  // A spreadsheet or an image renamed .csv: text holds no control characters but tabs and line breaks.
  if (/(?![\t\n\v\f\r])\p{Cc}/u.test(text.slice(0, 4096)) || text.startsWith('PK')) throw fieldProblem('file', 'file_not_csv')
  const delimiter = delimiterOf(text.replace(/^\ufeff/, ''))
  try {
    const records = parse(text, {
      bom: true,
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
