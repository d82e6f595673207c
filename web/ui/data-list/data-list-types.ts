import type { UseQueryResult } from '@tanstack/react-query'
import type { LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ParamsInput } from '#api/endpoint'
import type { ItemOf, Page, SearchOf } from '#api/list'
import type { PathParams } from '../../platform/call.ts'
import type { AnyList } from './list-search.ts'
import type { BulkOffer } from './selection/bulk-types.ts'

export interface DataColumn<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** The column can be sorted by its key (or by this name, where the contract's differs). */
  readonly sort?: true | string
  readonly align?: 'end'
  /** On one line, cut with an ellipsis where the table is too narrow for it, the whole on hover: what may be long beside the name. */
  readonly clip?: true
  /** The widest column, never cut, on two lines where it must; the others are on one line. Usually the name. */
  readonly wide?: true
  /** Gives way on a small screen, unless somebody asked for it in « Colonnes ». */
  readonly roomy?: true
  /** Hidden until the person asks for it in « Colonnes ». */
  readonly hidden?: boolean
  /** Cannot be hidden; the first column never can. */
  readonly fixed?: boolean
  /** The row's link and the card's title, where it is not the first column. */
  readonly primary?: boolean
  /** Under the title of a card rather than among its facts: usually the state. */
  readonly headline?: boolean
  /** Ends the line of a card's state: usually a day. */
  readonly corner?: boolean
  /** Without use in a card. */
  readonly tableOnly?: boolean
}

export interface SearchFilter {
  readonly kind: 'search'
  readonly label?: string
  readonly placeholder?: string
}

interface Named<K extends string> {
  readonly key: K
  readonly label: string
}

export interface ChoiceFilter<K extends string = string> extends Named<K> {
  /** `segments`: few options, side by side in the bar rather than in a chip. */
  readonly kind: 'select' | 'multi' | 'segments'
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** The label is a feminine noun in French: « Toutes » rather than « Tous ». */
  readonly feminine?: true
}

export interface TypedFilter<K extends string = string> extends Named<K> {
  readonly kind: 'date' | 'text'
  readonly placeholder?: string
}

/** A filter that is a chip once it holds something. */
export type FoldedFilter<K extends string = string> = ChoiceFilter<K> | TypedFilter<K>

export type DataFilter<K extends string = string> = SearchFilter | FoldedFilter<K>

/** The filters that a list is declared with: no other can be offered. */
export type FilterOf<E extends AnyList> = DataFilter<Exclude<keyof SearchOf<E>, 'q' | 'sort' | 'cursor'> & string>

export interface RowAction {
  readonly key: string
  readonly label: string
  readonly icon?: ReactNode
  readonly danger?: boolean
  readonly onClick: () => void
}

/** How the rows of a list are shown. */
export interface RowsProps<Row> {
  /** What is listed, for screen readers. */
  readonly label: string
  readonly columns: readonly DataColumn<Row>[]
  readonly rowKey: (row: Row) => string
  /** How the row is called in its menu (« Actions pour … »). */
  readonly rowLabel: (row: Row) => string
  /** The page that the row opens: its first column becomes the link, and the whole row clickable. */
  readonly rowLink?: (row: Row) => Pick<LinkProps, 'to' | 'params' | 'search'>
  readonly rowActions?: (row: Row) => readonly RowAction[]
}

export interface DataListProps<E extends AnyList> extends RowsProps<ItemOf<E>> {
  /** The list as it is declared: what it is filtered and sorted by, its exports, the name under which views and columns are kept. */
  readonly endpoint: E
  readonly params: PathParams<ParamsInput<E>>
  /** What `query` asked: its filters and its sort are the export's too. */
  readonly asked: SearchOf<E>
  /** A query of a `Page` (api/list.ts), with `placeholderData: keepPreviousData`. */
  readonly query: Pick<
    UseQueryResult<Pick<Page<ItemOf<E>>, 'next' | 'previous' | 'total'> & { readonly items: readonly ItemOf<E>[] }>,
    'data' | 'error' | 'isPlaceholderData' | 'refetch'
  >
  readonly filters?: readonly FilterOf<E>[]
  /** What may be done to many rows: those picked, or all that the filter keeps. */
  readonly acts?: readonly BulkOffer<E>[]
  /** Keys of this list alone, on the row that holds the focus: a letter → what it does. */
  readonly rowKeys?: Readonly<Record<string, (row: ItemOf<E>) => void>>
  /** The page has tabs of its own: views are behind a button. */
  readonly hasTabs?: boolean
  /** At the right of the filters, before the export. */
  readonly tools?: ReactNode
  /** When there is nothing at all (without filters): what to do. */
  readonly empty: { readonly title: string; readonly description?: ReactNode; readonly action?: ReactNode }
}
