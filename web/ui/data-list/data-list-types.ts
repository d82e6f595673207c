import type { UseQueryResult } from '@tanstack/react-query'
import type { LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Page } from '#api/paging'
import type { SavedView } from '#api/subscriptions/views/saved-views'

export interface DataColumn<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** The column can be sorted by its key (or by this name, where the contract's differs). */
  readonly sort?: true | string
  readonly align?: 'end'
  /**
   * On one line, cut with an ellipsis where it is too long, the whole on hover: such columns share, by these weights, the width that the others
   * leave, which are then on one line too.
   */
  readonly clip?: number
  /** Hidden until the person asks for it in « Colonnes ». */
  readonly hidden?: boolean
  /** Cannot be hidden; the first column never can. */
  readonly fixed?: boolean
  /** The row's link and the card's title, where it is not the first column. */
  readonly primary?: boolean
  /** Beside the title of a card rather than among its facts: usually the state. */
  readonly headline?: boolean
  /** Without use in a card. */
  readonly tableOnly?: boolean
}

export interface SearchFilter {
  readonly kind: 'search'
  readonly label?: string
  readonly placeholder?: string
}

interface Folding {
  readonly key: string
  readonly label: string
  /** Waits behind « Filtres » on wide screens too. */
  readonly more?: true
}

export interface ChoiceFilter extends Folding {
  /** `segments`: few options, side by side. */
  readonly kind: 'select' | 'multi' | 'segments'
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** The label is a feminine noun in French: « Toutes » rather than « Tous ». */
  readonly feminine?: true
}

export interface TypedFilter extends Folding {
  readonly kind: 'date' | 'text'
  readonly placeholder?: string
}

export type DataFilter = SearchFilter | ChoiceFilter | TypedFilter

export interface RowAction {
  readonly key: string
  readonly label: string
  readonly icon?: ReactNode
  readonly danger?: boolean
  readonly onClick: () => void
}

export interface DataListProps<Row> {
  /** Where the chosen columns are kept on this device. */
  readonly id: string
  /** What is listed, for screen readers. */
  readonly label: string
  /** A query of a `Page` (api/paging.ts), with `placeholderData: keepPreviousData`. */
  readonly query: Pick<
    UseQueryResult<Pick<Page<Row>, 'next' | 'previous' | 'total'> & { readonly items: readonly Row[] }>,
    'data' | 'error' | 'isPlaceholderData' | 'refetch'
  >
  readonly columns: readonly DataColumn<Row>[]
  readonly rowKey: (row: Row) => string
  /** How the row is called in its menu (« Actions pour … »). */
  readonly rowLabel: (row: Row) => string
  /** The page that the row opens: its first column becomes the link, and the whole row clickable. */
  readonly rowLink?: (row: Row) => Pick<LinkProps, 'to' | 'params' | 'search'>
  readonly rowActions?: (row: Row) => readonly RowAction[]
  readonly filters?: readonly DataFilter[]
  /** The person may keep filters and sort under a name; told apart by this name. */
  readonly savedViews?: SavedView['screen']
  /** At the right of the filters: usually the export. */
  readonly tools?: ReactNode
  /** When there is nothing at all (without filters): what to do. */
  readonly empty: { readonly title: string; readonly description?: ReactNode; readonly action?: ReactNode }
}
