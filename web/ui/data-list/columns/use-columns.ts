import { useLocalStorage } from '@mantine/hooks'
import type { DataColumn } from '../data-list-types.ts'

interface Kept {
  /** Chosen in « Colonnes »; what is not named is as the list has it. */
  readonly shown?: Readonly<Record<string, boolean>>
  /** Keys in their order; columns that it does not name come where the list has them. */
  readonly order?: readonly string[]
  /** In pixels. */
  readonly widths?: Readonly<Record<string, number>>
  readonly isCompact?: boolean
}

export interface Columns<Row> {
  /** In order, as the table shows them. */
  readonly shown: readonly DataColumn<Row>[]
  /** All of them in order, for the choice. */
  readonly ordered: readonly DataColumn<Row>[]
  readonly isShown: (column: DataColumn<Row>) => boolean
  readonly isOptional: (column: DataColumn<Row>) => boolean
  readonly givesWay: (column: DataColumn<Row>) => boolean
  readonly widthOf: (column: DataColumn<Row>) => number | undefined
  readonly toggle: (key: string) => void
  readonly move: (from: number, to: number) => void
  readonly resize: (key: string, width: number | null) => void
  readonly reset: () => void
  /** One line a row rather than two. */
  readonly isCompact: boolean
  readonly setCompact: (isCompact: boolean) => void
}

/** Puts the columns in the order that was kept; a column that came since stands behind the one it follows in the list. */
export const inOrder = <C extends { readonly key: string }>(columns: readonly C[], order: readonly string[]): readonly C[] => {
  const known = order.flatMap((key) => columns.find((column) => column.key === key) ?? [])
  const placed = [...known]
  for (const [index, column] of columns.entries()) {
    if (placed.includes(column)) continue
    const before = columns[index - 1]
    placed.splice(before ? placed.indexOf(before) + 1 : 0, 0, column)
  }
  return placed
}

/** Which columns a list shows, in which order and how wide: kept on this device. */
export const useColumns = <Row>(screen: string, columns: readonly DataColumn<Row>[]): Columns<Row> => {
  const [kept, keep] = useLocalStorage<Kept>({ key: `list:${screen}`, defaultValue: {}, getInitialValueInEffect: false })
  const ordered = inOrder(columns, kept.order ?? [])
  const isOptional = (column: DataColumn<Row>) => column !== columns[0] && !column.primary && !column.fixed
  const isShown = (column: DataColumn<Row>) => !isOptional(column) || (kept.shown?.[column.key] ?? !column.hidden)
  return {
    shown: ordered.filter(isShown),
    ordered,
    isShown,
    isOptional,
    givesWay: ({ key, roomy }) => roomy === true && kept.shown?.[key] === undefined,
    widthOf: ({ key }) => kept.widths?.[key],
    toggle: (key) => {
      const column = columns.find((one) => one.key === key)
      if (column) keep({ ...kept, shown: { ...kept.shown, [key]: !isShown(column) } })
    },
    move: (from, to) => {
      const keys = ordered.map(({ key }) => key)
      keys.splice(to, 0, ...keys.splice(from, 1))
      keep({ ...kept, order: keys })
    },
    resize: (key, width) => {
      const { [key]: _, ...others } = kept.widths ?? {}
      keep({ ...kept, widths: width === null ? others : { ...others, [key]: Math.round(Math.min(900, Math.max(56, width))) } })
    },
    reset: () => keep({}),
    isCompact: kept.isCompact ?? false,
    setCompact: (isCompact) => keep({ ...kept, isCompact }),
  }
}
