import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { placeOrder } from '#api/orders/life/placing'
import { listOrders } from '#api/orders/reading/orders'
import { call } from './call.ts'

const network = vi.fn<typeof fetch>()
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', network)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  network.mockReset()
})

const answer = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
const lost = () => Promise.reject(new TypeError('Failed to fetch'))

const place = (idempotencyKey?: string) =>
  call(placeOrder, {
    params: { universe: 'client', company: 'OIP-00000002' },
    body: { basketId: '0198c0de-0000-7000-8000-000000000001', version: 1, termsVersion: null },
    ...(idempotencyKey ? { idempotencyKey } : {}),
  })

/** What becomes of a call when nobody hurries it. */
const settled = async <T>(made: Promise<T>): Promise<T | { code: unknown }> => {
  const caught = made.catch((problem: { code?: unknown }) => ({ code: problem.code }))
  await vi.runAllTimersAsync()
  return caught
}

describe('an act whose answer got lost', () => {
  it('is sent again under the same key, and has its one answer', async () => {
    network
      .mockImplementationOnce(lost)
      .mockImplementationOnce(lost)
      .mockResolvedValueOnce(answer({ batch: 'one', orders: [] }))
    expect(await settled(place('key'))).toEqual({ batch: 'one', orders: [] })
    const keys = network.mock.calls.map(([, init]) => new Headers(init?.headers).get('idempotency-key'))
    expect(keys).toEqual(['key', 'key', 'key'])
  })

  it('is given up after some time', async () => {
    network.mockImplementation(lost)
    expect(await settled(place('key'))).toEqual({ code: 'network' })
    expect(network).toHaveBeenCalledTimes(3)
  })

  it('is never sent again without a key, nor when it was refused, nor by an endpoint that knows no key', async () => {
    network.mockImplementation(lost)
    expect(await settled(place())).toEqual({ code: 'network' })
    expect(network).toHaveBeenCalledTimes(1)
    expect(await settled(call(listOrders, { params: { universe: 'client' }, idempotencyKey: 'key' }))).toEqual({ code: 'network' })
    expect(network).toHaveBeenCalledTimes(2)
    network.mockReset().mockResolvedValue(answer({ code: 'version_conflict', status: 409 }, 409))
    expect(await settled(place('key'))).toEqual({ code: 'version_conflict' })
    expect(network).toHaveBeenCalledTimes(1)
  })
})
