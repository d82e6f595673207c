import { QueryClient } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import type { Session } from '#api/identity/sign-in/session'
import { listOrders } from '#api/orders/reading/orders'
import type { Place } from '../platform/reading/place.ts'
import { read } from '../platform/reading/read.ts'
import { sessionQuery } from '../platform/session.ts'
import { addressOf, listSearch } from '../ui/data-list/list-search.ts'
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

/** Where a list of orders is entered with this search, and what its route reads of it before and after its page is there. */
const enteredAt = async (search: Record<string, string>) => {
  const orders = page({} as UniverseRoute, {
    path: '/$universe/commandes',
    search: addressOf<typeof listOrders>(),
    load: async () => ({ address: listSearch(listOrders), OrdersPage: () => null }),
    name: 'OrdersPage',
  }).options
  const readSearch = orders.validateSearch as (raw: Record<string, unknown>) => object
  const before = readSearch(search)
  const sentTo = await (orders.beforeLoad as (given: unknown) => Promise<void>)({
    location: { pathname: '/client/commandes', search: before, hash: 'nouveau' },
  })
    .then(() => null)
    .catch((sent: { options: unknown }) => sent.options)
  return { before, sentTo, after: readSearch(search) }
}

it('what a list does not read leaves the address once its page is there', async () => {
  expect(await enteredAt({ q: 'fibre', state: 'nowhere', utm: 'mail' })).toEqual({
    before: { q: 'fibre', state: 'nowhere', utm: 'mail' },
    sentTo: expect.objectContaining({ to: '/client/commandes', search: { q: 'fibre' }, hash: 'nouveau', replace: true }),
    after: { q: 'fibre' },
  })
  expect(await enteredAt({ q: 'fibre' })).toEqual({ before: { q: 'fibre' }, sentTo: null, after: { q: 'fibre' } })
})
