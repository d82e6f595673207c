import { priceableItems, proposedItems } from '#api/catalog/admin/definition'
import type { Bilingual, OfferDefinition, PriceItem } from '#api/catalog/rules/offer-definition'
import { baseItem, baseLabel, terminationItem } from '#api/catalog/rules/pricing'
import { foldText } from '#api/rules/text-fold'
import { toCsv } from '../../../../platform/http/csv.ts'
import { readCsv } from '../../../../platform/imports/read-csv.ts'
import { fieldProblem } from '../../../../platform/problem.ts'

/** A price list as people edit it in a spreadsheet: one line per item and step, amounts in euros without VAT. */

const headers = {
  offer: 'Offre',
  name: 'Désignation',
  item: 'Élément',
  label: 'Libellé',
  from: 'À partir de',
  oneOff: 'Frais HT (€)',
  monthly: 'Mensuel HT (€)',
} as const
type Column = keyof typeof headers
const needed: readonly Column[] = ['offer', 'item', 'oneOff', 'monthly']

const euros = (cents: number): string => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`

/** How an item of a price list reads: « Abonnement », « Canaux », « Codec : G.711 ». */
export const itemLabel = ({ characteristics }: OfferDefinition, item: string, price: PriceItem | undefined): Bilingual => {
  if (item === baseItem) return baseLabel(price ?? { oneOffCents: 0, monthlyCents: 0 })
  if (item === terminationItem) return { fr: 'Frais de résiliation', en: 'Termination fee' }
  const [key, value] = item.split('=')
  const found = characteristics.find((one) => one.key === key)
  const option = found?.type === 'choice' ? found.options.find((one) => one.value === value)?.label : undefined
  const label = found?.label ?? { fr: item, en: item }
  return option ? { fr: `${label.fr} : ${option.fr}`, en: `${label.en}: ${option.en}` } : label
}

export interface ListedOffer {
  readonly code: string
  readonly name: string
  readonly definition: OfferDefinition
  readonly prices: readonly PriceItem[]
}

/** Every item that may well have a price has its line, so that the file says what can be filled. */
export const writePriceFile = (offers: readonly ListedOffer[]): Buffer =>
  toCsv(
    Object.values(headers),
    offers.flatMap(({ code, name, definition, prices }) =>
      proposedItems(definition, prices).flatMap((item) => {
        const price = prices.find((candidate) => candidate.item === item)
        const line = (from: number, amounts: { oneOffCents: number; monthlyCents: number } | undefined) => [
          code,
          name,
          item,
          itemLabel(definition, item, price).fr,
          from,
          amounts ? euros(amounts.oneOffCents) : '',
          amounts ? euros(amounts.monthlyCents) : '',
        ]
        return [line(1, price), ...(price?.steps ?? []).map((step) => line(step.from, step))]
      }),
    ),
  )

export interface FileFault {
  readonly line: number
  readonly column: string | null
  readonly code: string
  readonly value: string | null
}

export interface FileLine {
  readonly line: number
  readonly offer: string
  readonly item: string
  readonly from: number
  readonly oneOffCents: number
  readonly monthlyCents: number
}

const bare = (text: string): string => foldText(text).replaceAll(/[^a-z0-9]/g, '')

const columnsOf = (given: readonly string[]): ReadonlyMap<Column, number> => {
  const found = new Map<Column, number>()
  for (const column of Object.keys(headers) as Column[]) {
    const at = given.findIndex((header) => bare(header) === bare(headers[column]))
    if (at >= 0) found.set(column, at)
    else if (needed.includes(column)) throw fieldProblem('file', 'header_missing', { header: headers[column] })
  }
  return found
}

const maximumCents = 1_000_000_000
/** `1 234,50` or `1234.5` → cents; null when it is no amount. */
const cents = (text: string): number | null => {
  const match = /^(\d{1,8})(?:[.,](\d{1,2}))?$/.exec(text.replaceAll(/[\s\u00a0\u202f€]/g, ''))
  if (!match) return null
  const amount = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return amount <= maximumCents ? amount : null
}

export interface PriceFile {
  /** Lines with at least an amount. */
  readonly lines: FileLine[]
  /** First prices that a line without amount takes away. */
  readonly emptied: { readonly offer: string; readonly item: string }[]
  /** Every line without amount: what it names is judged all the same. */
  readonly blanks: { readonly line: number; readonly offer: string; readonly item: string }[]
  readonly faults: FileFault[]
  readonly read: number
}

/**
 * What a file says; a line without amount says that the item has no price there. Faults are told line by line.
 * @throws Problem about `file` when it is no such file.
 */
export const readPriceFile = (bytes: Buffer): PriceFile => {
  const file = readCsv(bytes)
  const columns = columnsOf(file.headers)
  const lines: FileLine[] = []
  const emptied: PriceFile['emptied'] = []
  const blanks: PriceFile['blanks'] = []
  const faults: FileFault[] = []
  for (const { line, cells } of file.rows) {
    const cell = (column: Column) => (cells[columns.get(column) ?? -1] ?? '').trim()
    const fault = (column: Column, code: string) => {
      faults.push({ line, column: headers[column], code, value: cell(column) || null })
    }
    // As a spreadsheet shows it: digits, with spaces or not.
    const from =
      cell('from') === '' ? 1 : /^\d{1,3}(?:\s?\d{3})*$|^\d+$/.test(cell('from')) ? Number(cell('from').replaceAll(/\s/g, '')) : Number.NaN
    const offer = cell('offer').toUpperCase()
    const item = cell('item').toLowerCase()
    if (cell('offer') === '') fault('offer', 'required')
    if (cell('item') === '') fault('item', 'required')
    const isQuantity = Number.isInteger(from) && from >= 1 && from <= 1_000_000
    if (!isQuantity) fault('from', 'number_invalid')
    if (cell('oneOff') === '' && cell('monthly') === '') {
      if (offer !== '' && item !== '') blanks.push({ line, offer, item })
      if (from === 1) emptied.push({ offer, item })
      continue
    }
    const oneOffCents = cell('oneOff') === '' ? 0 : cents(cell('oneOff'))
    const monthlyCents = cell('monthly') === '' ? 0 : cents(cell('monthly'))
    if (oneOffCents === null) fault('oneOff', 'amount_invalid')
    if (monthlyCents === null) fault('monthly', 'amount_invalid')
    if (oneOffCents !== null && monthlyCents !== null && isQuantity) lines.push({ line, offer, item, from, oneOffCents, monthlyCents })
  }
  return { lines, emptied, blanks, faults, read: file.rows.length }
}

/**
 * The lines of one offer as its items. An item told by its volume steps only keeps its first price, and a base price that is not told stays:
 * no offer is without. Faults: an item that the offer does not have, one said twice, steps without a first price.
 * @param standing the prices of the day before, without those that the file takes away.
 */
export const itemsOf = (
  definition: OfferDefinition,
  lines: readonly FileLine[],
  standing: readonly PriceItem[],
): { items: PriceItem[]; faults: FileFault[] } => {
  const known = new Set(priceableItems(definition))
  const faults: FileFault[] = []
  const items: PriceItem[] = []
  for (const [item, own] of Map.groupBy(lines, (line) => line.item)) {
    const sorted = own.toSorted((a, b) => a.from - b.from)
    const [lowest] = sorted
    if (!lowest) continue
    const fault = (line: FileLine, column: Column, code: string, value: string) =>
      faults.push({ line: line.line, column: headers[column], code, value })
    const first = lowest.from === 1 ? lowest : standing.find((price) => price.item === item)
    if (!known.has(item)) fault(lowest, 'item', 'price_item_unknown', item)
    else if (!first) fault(lowest, 'from', 'first_price_missing', String(lowest.from))
    for (const [index, line] of sorted.entries())
      if (index > 0 && line.from === sorted[index - 1]?.from) fault(line, 'from', 'duplicate', String(line.from))
    items.push({
      item,
      oneOffCents: (first ?? lowest).oneOffCents,
      monthlyCents: (first ?? lowest).monthlyCents,
      steps: sorted.filter((line) => line.from > 1).map(({ from, oneOffCents, monthlyCents }) => ({ from, oneOffCents, monthlyCents })),
    })
  }
  const [any] = lines
  const base = standing.find((price) => price.item === baseItem)
  if (!items.some((price) => price.item === baseItem)) {
    if (base) items.push(base)
    else if (any) faults.push({ line: any.line, column: headers.item, code: 'base_price_missing', value: any.offer })
  }
  return { items, faults }
}
