import type { ReactNode } from 'react'
import type { BulkEndpoint } from '#api/bulk'
import type { ItemOf } from '#api/list'
import type { AnyList } from '../list-search.ts'

/** An act on many rows of a list, as its page offers it. */
export interface BulkOffer<E extends AnyList> {
  // biome-ignore lint/suspicious/noExplicitAny: what is asked once differs by act.
  readonly endpoint: BulkEndpoint<E, any>
  readonly label: string
  readonly icon?: ReactNode
  readonly danger?: true
  /** Rows that the act is for: the others are left out. */
  readonly isFor?: (row: ItemOf<E>) => boolean
  /** The row's version on screen. */
  readonly seen?: (row: ItemOf<E>) => number
  /** How the API calls the row, where `rowKey` does not say it. */
  readonly keyOf?: (row: ItemOf<E>) => string
  /** Asks once for what all rows get, or for a confirmation; null gives up. `count` is null when the filter's rows are not counted. */
  readonly ask?: (count: number | null) => Promise<object | null>
}
