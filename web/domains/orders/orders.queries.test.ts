import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import type { ResponseOf } from '#api/endpoint'
import type { readPendingDecision } from '#api/orders/life/placing'
import type { Order } from '#api/orders/reading/orders'
import type { ReadKey } from '../../platform/reading/reread.ts'
import { receive } from '../../platform/realtime.ts'
import { decisionQuery, orderQuery } from './orders.queries.ts'

/** Pages open on order 2, placed with order 1, and on order 3, placed alone; which ones an event about `ids` makes read again. */
const readAgain = (...ids: string[]) => {
  const client = new QueryClient()
  const open = <Data>(query: { readonly queryKey: ReadKey }, data: Partial<Data>) =>
    client.getQueryCache().build(client, query, { data: data as unknown, status: 'success' } as never)
  const pages = {
    beside: open<Order>(orderQuery('client', 'COM-2'), { together: [{ reference: 'COM-1' }] as Order['together'] }),
    decision: open<ResponseOf<typeof readPendingDecision>>(decisionQuery('client', 'COM-2'), { waiting: ['COM-1'] }),
    alone: open<Order>(orderQuery('client', 'COM-3'), { together: [] }),
    unread: client.getQueryCache().build(client, orderQuery('client', 'COM-4') as never),
  }
  receive({ topic: 'orders', ids }, client)
  return Object.entries(pages).flatMap(([name, { state }]) => (state.isInvalidated ? [name] : []))
}

it('an order follows the orders that were placed with it', () => {
  expect(readAgain('COM-1')).toEqual(['beside', 'decision'])
  expect(readAgain('COM-2')).toEqual(['beside', 'decision'])
  expect(readAgain('COM-3')).toEqual(['alone'])
  expect(readAgain()).toEqual(['beside', 'decision', 'alone', 'unread'])
})
