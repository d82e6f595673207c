import { QueryClient } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import type { Session } from '#api/identity/sign-in/session'
import { listOrders } from '#api/orders/reading/orders'
import type { Place } from '../platform/reading/place.ts'
import { read } from '../platform/reading/read.ts'
import { sessionQuery } from '../platform/session.ts'
import { page } from './page.ts'
import type { UniverseRoute } from './universe-route.tsx'

const session = {
  company: { reference: 'OIP-00000001', name: 'Alpha' },
  universes: [{ universe: 'client', grants: { 'orders.manage': 'all' } }],
} as unknown as Session

interface Entered {
  readonly as?: Session | null
  readonly address?: string
  readonly cause?: 'preload' | 'enter' | 'stay'
}

/** What a page of the orders of one contract begins to read when its address is entered. */
const begun = async ({ as = session, address = '/client/commandes', cause = 'enter' }: Entered = {}) => {
  const queryClient = new QueryClient()
  const prefetched = vi.spyOn(queryClient, 'prefetchQuery').mockResolvedValue()
  queryClient.setQueryData(sessionQuery.queryKey, as)
  const reads = ({ universe, params, search }: Place<{ readonly contract: string }, { readonly state?: 'running' }>) => [
    read(listOrders, { params: { universe }, query: { subscription: params.contract, state: search.state } }),
  ]
  const load = vi.fn(async () => ({ reads, OrdersPage: () => null }))
  const { loader } = page({} as UniverseRoute, {
    path: '/$universe/commandes/$contract',
    search: ({ state }): { state?: 'running' } => (state === 'running' ? { state } : {}),
    load,
    name: 'OrdersPage',
  }).options
  const given = {
    context: { queryClient },
    params: { universe: 'client', contract: 'OC00001' },
    location: { pathname: address, search: { state: 'running', utm: 'mail' } },
    cause,
  }
  const held = (loader as (given: unknown) => unknown)(given)
  // Whatever comes of it comes later.
  await vi.dynamicImportSettled()
  return { held, keys: prefetched.mock.calls.map(([{ queryKey }]) => queryKey) }
}

it('begins what the page says to read, from the place that is entered, and holds nothing back', async () => {
  const { held, keys } = await begun()
  expect(held).toBeUndefined()
  expect(keys).toEqual([
    ['orders', '/api/:universe/orders', { params: { universe: 'client' }, query: { subscription: 'OC00001', state: 'running' } }],
  ])
  expect((await begun({ cause: 'stay' })).keys).toHaveLength(1)
})

it('reads nothing for a link that is passed over, for nobody, nor where the person may not go', async () => {
  expect((await begun({ cause: 'preload' })).keys).toEqual([])
  expect((await begun({ as: null })).keys).toEqual([])
  expect((await begun({ address: '/client/pilotage' })).keys).toEqual([])
})
