import { Readable } from 'node:stream'
import { type Language, say, type Words } from '#api/languages'
import type { ExportFormat } from '#api/list'
import { businessTimeZone } from '../clock.ts'
import { csvLines } from '../http/csv.ts'
import type { ColumnKind, ExportColumn } from './export-columns.ts'
import { type SheetColumn, type SheetValue, writeWorkbook } from './xlsx-file.ts'

interface ExportOptions<Item> {
  readonly format: ExportFormat
  readonly language: Language
  readonly columns: readonly ExportColumn<Item>[]
  readonly batches: AsyncIterable<readonly Item[]>
  readonly name: Words
  readonly day: Temporal.PlainDate
}

/** `2027-01-01 00:20:33`: what a clock in Paris shows at an instant. */
const wallClock = (instant: string): string => {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(businessTimeZone).toPlainDateTime()
  return at.toString({ smallestUnit: 'second' }).replace('T', ' ')
}

/** What a cell holds, before any format: days and instants as texts, `null` for nothing. */
const contentOf = <Item>({ kind, cell }: ExportColumn<Item>, item: Item, language: Language): SheetValue => {
  const value = cell(item)
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return { kind: kind === 'euros' ? 'euros' : 'number', value: kind === 'euros' ? value / 100 : value }
  if (typeof value === 'object') return { kind: 'text', value: say(value, language) }
  if (kind === 'instant') return { kind, value: wallClock(value) }
  return { kind: kind === 'day' ? 'day' : 'text', value }
}

const csvCell = (value: SheetValue, language: Language): string | number => {
  if (value === null) return ''
  if (value.kind !== 'euros') return value.value
  const amount = value.value.toFixed(2)
  return say({ fr: amount.replace('.', ','), en: amount }, language)
}

const widths: Readonly<Record<ColumnKind, number>> = { text: 24, day: 13, instant: 20, number: 12, euros: 14 }

/** The file of a list, written as it is read: CSV as French spreadsheets open it, or a workbook whose days and amounts are typed. */
export const exportFile = <Item>(options: ExportOptions<Item>): { content: Readable; name: string } => {
  const { format, language, columns, batches, name, day } = options
  const titles = columns.map(({ title }) => say(title, language))
  const rows = async function* () {
    for await (const items of batches) yield items.map((item) => columns.map((column) => contentOf(column, item, language)))
  }
  const fileName = `${say(name, language)}-${day}.${format}`
  if (format === 'xlsx') {
    const shown: SheetColumn[] = columns.map(({ kind }, index) => ({ title: titles[index] ?? '', width: widths[kind] }))
    return { content: writeWorkbook(shown, rows(), say(name, language)), name: fileName }
  }
  const text = async function* () {
    yield `\ufeff${csvLines([titles])}`
    for await (const lines of rows())
      if (lines.length > 0) yield csvLines(lines.map((line) => line.map((value) => csvCell(value, language))))
  }
  return { content: Readable.from(text(), { highWaterMark: 1 }), name: fileName }
}
