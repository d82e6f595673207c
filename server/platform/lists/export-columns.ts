import type { Words } from '#api/languages'

/** How a column is written: a spreadsheet sorts days as days and adds amounts up. */
export type ColumnKind = 'text' | 'day' | 'instant' | 'number' | 'euros'

/** Days and instants are ISO texts, amounts are cents; words stand where there is no value (« À planifier »). */
export type Cell = string | number | Words | null | undefined

export interface ExportColumn<Item> {
  readonly kind: ColumnKind
  readonly title: Words
  readonly cell: (item: Item) => Cell
}

type Maker = <Item>(title: Words, cell: (item: Item) => Cell) => ExportColumn<Item>

const of =
  (kind: ColumnKind): Maker =>
  (title, cell) => ({ kind, title, cell })

/** A text, or words in the reader's language. */
export const textColumn = of('text')
/** A civil day. */
export const dayColumn = of('day')
/** An instant, written as the clock in Paris shows it: the title says so. */
export const instantColumn: Maker = (title, cell) => ({
  kind: 'instant',
  title: { fr: `${title.fr} (heure de Paris)`, en: `${title.en} (Paris time)` },
  cell,
})
/** A count. */
export const numberColumn = of('number')
/** Cents, written as euros. */
export const eurosColumn = of('euros')
