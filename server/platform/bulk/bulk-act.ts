import type { BulkEndpoint, BulkItem } from '#api/bulk'
import type { BodyOf, ParamsOf } from '#api/endpoint'
import type { ItemOf } from '#api/list'
import type { ScopedTransaction } from '../context.ts'
import type { ListSource } from '../lists/list-routes.ts'

/** A row to act on: `seen` is null when it is to be taken as it is now. */
export interface BulkTarget {
  readonly key: string
  readonly seen: number | null
}

/** What the server adds to the declaration of an act on many rows. */
export interface BulkAct {
  readonly endpoint: BulkEndpoint
  // biome-ignore lint/suspicious/noExplicitAny: lists vary in everything.
  readonly source: ListSource<any, any, any>
  readonly itemOf: (row: never) => BulkItem
  readonly act: (tx: ScopedTransaction, target: BulkTarget, asked: { readonly params: never; readonly input: never }) => Promise<unknown>
}

interface Parts<E extends BulkEndpoint> {
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly source: ListSource<E['bulk']['list'], any, any>
  /** A row of the list as a target, when a filter picks it. */
  readonly itemOf: (row: ItemOf<E['bulk']['list']>) => BulkItem
  /** The verb of the single act, on one row, in a transaction of its own. */
  readonly act: (
    tx: ScopedTransaction,
    target: BulkTarget,
    asked: { readonly params: ParamsOf<E>; readonly input: Omit<BodyOf<E>, 'items' | 'filter'> },
  ) => Promise<unknown>
}

export const bulkAct = <E extends BulkEndpoint>(endpoint: E, parts: Parts<E>): BulkAct => ({ endpoint, ...parts }) as unknown as BulkAct
