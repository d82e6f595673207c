import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listSites } from '#api/companies/sites/sites'
import { readHome } from '#api/home/home'
import { startDelivery } from '#api/orders/delivery/delivery'
import { commentOrder, listOrders, readOrder } from '#api/orders/reading/orders'
import { listKept, markFavourite, rememberSeen } from '#api/search/search'
import { call } from '../call.ts'
import { queryClient } from '../query-client.ts'
import { receive } from '../realtime.ts'
import { gather, read } from './read.ts'
import type { ReadKey } from './reread.ts'

const network = vi.fn<typeof fetch>()
beforeEach(() => vi.stubGlobal('fetch', network))
afterEach(() => {
  vi.unstubAllGlobals()
  network.mockReset()
  queryClient.clear()
})

const answer = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

/** What was read again, the rest left alone: a query on screen is one that is marked and asks anew. */
const invalidated = (client: QueryClient, pages: Readonly<Record<string, { readonly queryKey: ReadKey }>>, act: () => unknown) => {
  const built = Object.entries(pages).map(
    ([name, query]) => [name, client.getQueryCache().build(client, query, { data: {}, status: 'success' } as never)] as const,
  )
  act()
  return built.flatMap(([name, { state }]) => (state.isInvalidated ? [name] : []))
}

const order = (reference: string) => read(readOrder, { params: { universe: 'client', order: reference } })
const orders = (query: { state?: 'running' } = {}) => read(listOrders, { params: { universe: 'client' }, query })
const pages = {
  one: order('COM00000001'),
  two: order('COM00000002'),
  list: orders(),
  placed: gather('orders', 'placed', { references: 'COM00000002' }, async () => 0),
  home: read(readHome, { params: { universe: 'client' } }),
  sites: read(listSites, { params: { universe: 'client', company: 'OIP-00000001' } }),
}

describe('a key', () => {
  it('is what is read and what is sent; what is not told is no part of it', () => {
    expect(pages.one.queryKey).toEqual(['orders', '/api/:universe/orders/:order', { params: { universe: 'client', order: 'COM00000001' } }])
    expect(orders({ state: undefined }).queryKey).toEqual(orders().queryKey)
    expect(orders({ state: 'running' }).queryKey).not.toEqual(orders().queryKey)
  })
})

describe('an event', () => {
  const heard = (ids: readonly string[]) => {
    const client = new QueryClient()
    return invalidated(client, pages, () => receive({ topic: 'orders', ids }, client))
  }

  it('about one object concerns what names it, lists, and what waits; not another object, nor another topic', () => {
    expect(heard(['COM00000001'])).toEqual(['one', 'list', 'placed', 'home'])
    expect(heard([])).toEqual(['one', 'two', 'list', 'placed', 'home'])
  })

  it('after a gap concerns everything', () => {
    const client = new QueryClient()
    expect(invalidated(client, pages, () => receive({ topic: '*' }, client))).toEqual(Object.keys(pages))
  })
})

describe('an act', () => {
  it('gives its answer to the page that reads it, and is over once the rest was read again', async () => {
    network.mockImplementation(async (url) =>
      answer(String(url).endsWith('/start') ? { reference: 'COM00000001', state: 'in_progress' } : {}),
    )
    const stop = [pages.one, pages.list, pages.sites].map((query) =>
      new QueryObserver(queryClient, { ...(query as typeof pages.list), staleTime: Number.POSITIVE_INFINITY }).subscribe(() => undefined),
    )
    const carriers = read(readOrder, { params: { universe: 'carrier', order: 'COM00000001' } })
    queryClient.setQueryData(carriers.queryKey, {} as never)
    await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0))
    network.mockClear()
    await call(startDelivery, { params: { universe: 'carrier', order: 'COM00000001' }, body: { version: 1 } })
    expect(network.mock.calls.map(([url]) => url)).toEqual([
      '/api/carrier/delivery/orders/COM00000001/start',
      '/api/client/orders/COM00000001',
      '/api/client/orders',
    ])
    expect(queryClient.getQueryData(carriers.queryKey)).toMatchObject({ state: 'in_progress' })
    expect(queryClient.isFetching()).toBe(0)
    for (const leave of stop) leave()
  })

  it('leaves the page before anything is read again', async () => {
    network.mockResolvedValue(answer({}))
    queryClient.setQueryData(pages.one.queryKey, {} as never)
    const isMarked = () => queryClient.getQueryState(pages.one.queryKey)?.isInvalidated
    const leave = vi.fn(async () => expect(isMarked()).toBe(false))
    await call(commentOrder, { params: { universe: 'client', order: 'COM00000001' }, body: { body: 'Bonjour' }, leave })
    expect(leave).toHaveBeenCalledOnce()
    expect(isMarked()).toBe(true)
  })

  it('that its caller alone sees leaves everything else as it was', async () => {
    network.mockImplementation(async () => answer({}))
    const kept = read(listKept, { params: { universe: 'client' } })
    const waiting = [pages.home, kept].map(({ queryKey }) => queryKey)
    const marked = () => waiting.map((queryKey) => queryClient.getQueryState(queryKey)?.isInvalidated)
    for (const queryKey of waiting) queryClient.setQueryData(queryKey, {} as never)
    const body = { kind: 'order', reference: 'COM00000001' } as const
    await call(rememberSeen, { params: { universe: 'client' }, body })
    expect(marked()).toEqual([false, false])
    await call(markFavourite, { params: { universe: 'client' }, body: { ...body, favourite: true } })
    expect(marked()).toEqual([true, true])
  })

  it('refused because things are no longer as shown reads them again; a faulty field does not', async () => {
    queryClient.setQueryData(pages.one.queryKey, {} as never)
    const comment = () => call(commentOrder, { params: { universe: 'client', order: 'COM00000001' }, body: { body: 'Bonjour' } })
    const isMarked = () => queryClient.getQueryState(pages.one.queryKey)?.isInvalidated
    network.mockResolvedValueOnce(answer({ code: 'validation_failed' }, 422))
    await expect(comment()).rejects.toMatchObject({ code: 'validation_failed' })
    expect(isMarked()).toBe(false)
    network.mockResolvedValueOnce(answer({ code: 'version_conflict' }, 409))
    await expect(comment()).rejects.toMatchObject({ code: 'version_conflict' })
    expect(isMarked()).toBe(true)
  })
})

describe('a list', () => {
  const shown = (before: { readonly queryKey: ReadKey }, next: ReturnType<typeof orders>) =>
    (next.placeholderData as (rows: unknown, query: unknown) => unknown)('rows', { queryKey: before.queryKey })

  it('keeps its rows while other filters are read, never those of another list', () => {
    expect(shown(orders(), orders({ state: 'running' }))).toBe('rows')
    expect(shown(read(listOrders, { params: { universe: 'carrier' } }), orders())).toBeUndefined()
    expect(shown(pages.sites, orders())).toBeUndefined()
    expect(pages.one).not.toHaveProperty('placeholderData')
  })
})
