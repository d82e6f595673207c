import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

export type SheetValue =
  | { readonly kind: 'text' | 'day' | 'instant'; readonly value: string }
  | { readonly kind: 'number' | 'euros'; readonly value: number }
  | null

export interface SheetColumn {
  readonly title: string
  /** In characters. */
  readonly width: number
}

/** Rows of a sheet, its title included: more make another sheet. */
const sheetRows = 1_048_576
const longestText = 32_767

/** Styles by their place in `styles.xml`. */
const styles = { plain: 0, title: 1, day: 2, instant: 3, number: 4, euros: 5, quoted: 6 } as const

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Text of XML: what XML has no sign for is left out, what a spreadsheet would read as a code is kept as it stands. */
const xml = (text: string): string =>
  text
    .slice(0, longestText)
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

const textCell = (text: string, style: number): string =>
  `<c t="inlineStr"${style === 0 ? '' : ` s="${style}"`}><is><t xml:space="preserve">${xml(text)}</t></is></c>`

const dayZero = Date.UTC(1899, 11, 30)
/** Before it, spreadsheets do not agree on what day a number is. */
const firstDay = '1900-03-01'
/** Days since the spreadsheets' zero, from `2027-01-01` or `2027-01-01 00:20:33`. */
const serial = (text: string): number => (Date.parse(`${text.replace(' ', 'T')}${text.length > 10 ? 'Z' : ''}`) - dayZero) / 86_400_000

const cell = (value: SheetValue): string => {
  if (value === null) return '<c/>'
  switch (value.kind) {
    case 'number':
    case 'euros':
      return `<c s="${styles[value.kind]}"><v>${value.value}</v></c>`
    case 'day':
    case 'instant':
      if (value.value >= firstDay) return `<c s="${styles[value.kind]}"><v>${serial(value.value)}</v></c>`
      return textCell(value.value, styles.plain)
    default:
      // Typed as text, and quoted: it stays text when somebody edits the cell.
      return textCell(value.value, /^[=+\-@\t\r]/.test(value.value) ? styles.quoted : styles.plain)
  }
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const type = (part: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`

const sheetHead = (columns: readonly SheetColumn[]): string =>
  `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns
    .map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData><row>${columns.map(({ title }) => textCell(title, styles.title)).join('')}</row>`
const sheetFoot = '</sheetData></worksheet>'

const formats = [
  { font: 0, format: 0 },
  { font: 1, format: 0 },
  { font: 0, format: 164 },
  { font: 0, format: 165 },
  { font: 0, format: 3 },
  { font: 0, format: 4 },
  { font: 0, format: 0, quoted: true },
]
const stylesXml = `${declaration}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats
  .map(
    ({ font, format, quoted }) =>
      `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${quoted ? ' quotePrefix="1"' : ''}/>`,
  )
  .join('')}</cellXfs></styleSheet>`

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

const addFrame = (zip: ZipFile, sheets: number, name: string): void => {
  const add = (path: string, text: string) => zip.addBuffer(Buffer.from(text), path)
  // A sheet's name is 31 characters at most, without these signs.
  const base = name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 27)
  add(
    '[Content_Types].xml',
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type('sheet.main')}"/><Override PartName="/xl/styles.xml" ContentType="${type('styles')}"/>${numbers(
      sheets,
    )
      .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type('worksheet')}"/>`)
      .join('')}</Types>`,
  )
  add(
    '_rels/.rels',
    `${declaration}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  add(
    'xl/workbook.xml',
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${numbers(sheets)
      .map((n) => `<sheet name="${xml(n === 1 ? base : `${base} ${n}`)}" sheetId="${n}" r:id="rId${n}"/>`)
      .join('')}</sheets></workbook>`,
  )
  add(
    'xl/_rels/workbook.xml.rels',
    `${declaration}<Relationships xmlns="${packageRelationships}">${numbers(sheets)
      .map((n) => `<Relationship Id="rId${n}" Type="${relationships}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
      .join('')}<Relationship Id="rId${sheets + 1}" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
  )
  add('xl/styles.xml', stylesXml)
}

/**
 * A workbook (Office Open XML) that is written as its rows come: a batch is asked for when the one before it was taken, so that memory stays flat
 * however many rows follow and however slowly they are read. `maximumRows` of a sheet: tests only.
 */
export const writeWorkbook = (
  columns: readonly SheetColumn[],
  batches: AsyncIterable<readonly (readonly SheetValue[])[]>,
  name: string,
  maximumRows = sheetRows,
): Readable => {
  const zip = new ZipFile()
  const output = new PassThrough()
  const source = batches[Symbol.asyncIterator]()
  let waiting: readonly (readonly SheetValue[])[] = []
  let isOver = false
  const next = async () => {
    while (waiting.length === 0 && !isOver) {
      const { done, value } = await source.next()
      if (done) isOver = true
      else waiting = value
    }
  }
  const sheet = async function* () {
    yield sheetHead(columns)
    for (let room = maximumRows - 1; room > 0; ) {
      await next()
      if (isOver) break
      const rows = waiting.slice(0, room)
      waiting = waiting.slice(room)
      room -= rows.length
      yield rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')
    }
    yield sheetFoot
  }
  let current: Readable | undefined
  // Whoever stops reading stops the reading of the database.
  output.once('close', () => {
    current?.destroy()
    void source.return?.()
  })
  const write = async () => {
    let sheets = 0
    do {
      sheets += 1
      const lines = Readable.from(sheet(), { highWaterMark: 1 })
      current = lines
      zip.addReadStream(lines, `xl/worksheets/sheet${sheets}.xml`)
      await finished(lines)
      await next()
    } while (!isOver)
    addFrame(zip, sheets, name)
    zip.end()
  }
  zip.once('error', (error: Error) => output.destroy(error))
  zip.outputStream.pipe(output)
  write().catch((error: Error) => output.destroy(error))
  return output
}
