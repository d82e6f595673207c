import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readSubscription } from '#api/orders/contract/contract'
import { completeDelivery } from '#api/orders/delivery/delivery'
import { placeOrder } from '#api/orders/life/placing'
import { cancelOrder, readOrder } from '#api/orders/reading/orders'
import { previewTermination, requestTermination, withdrawTermination } from '#api/orders/termination/terminations'
import { addBasketLine, emptyBasket, readBasket } from '#api/shop/baskets/baskets'
import { openShop, typed } from '../domains/shop/shop.factory.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

/** Two people act on one contract in the same instant: one of them is told why not, and the contract is what the other one made of it. */
let app: TestApp
let contract: string
beforeAll(async () => {
  app = await testApp({ now: '2026-11-21T09:00:00Z' })
  await openShop(app)
})
afterAll(() => app?.close())

const me = () => app.world.personas.clientAdministrator
const company = () => ({ company: me().company.reference })
const fill = async (line: Parameters<typeof typed>[0]) => {
  await app.call(me(), emptyBasket, { params: company() })
  const added = await app.call(me(), addBasketLine, { params: company(), body: typed(line) })
  expect(added.status, JSON.stringify(added.problem)).toBe(201)
  const { body: basket } = await app.call(me(), readBasket, { params: company() })
  const body = { basketId: basket.id ?? '', version: basket.version, termsVersion: basket.termsVersion, longCommitmentWaiver: true }
  return () => app.call(me(), placeOrder, { params: company(), body })
}
const versionOf = async (order: string): Promise<number> => (await app.call(me(), readOrder, { params: { order } })).body.version
const deliver = (order: string, version: number) =>
  app.call(app.world.personas.carrierPilot, completeDelivery, {
    universe: 'carrier',
    params: { order },
    body: { version, deliveredOn: '2026-11-21', finishSteps: true },
  })
const read = async () => (await app.call(me(), readSubscription, { params: { subscription: contract } })).body

beforeEach(async () => {
  const site = app.world.companies.client.headOfficeId
  const placed = await (await fill({ offer: 'TRUNK-SIP', siteIds: [site], values: { channels: 4 }, commitmentMonths: 36 }))()
  const [order] = placed.body.orders
  if (!order) throw new Error('Nothing was placed.')
  expect((await deliver(order.reference, await versionOf(order.reference))).status).toBe(200)
  contract = order.contract
})

const rounds = [1, 2, 3, 4]

describe('at once', () => {
  it.each(rounds)('an addition is ordered and the contract terminated: one of the two (%i)', async (round) => {
    const add = await fill({ offer: 'AJOUT-CANAUX-SIP', contract, siteIds: [], values: { channels: 2 } })
    const params = { subscription: contract }
    const { version, wishedOn, effectiveOn, costs } = (await app.call(me(), previewTermination, { params })).body
    const end = () => app.call(me(), requestTermination, { params, body: { version, wishedOn, effectiveOn, totalCents: costs.totalCents } })
    const [added, ended] = round % 2 === 0 ? await Promise.all([add(), end()]) : (await Promise.all([end(), add()])).toReversed()
    const outcome = [added?.status, added?.problem?.code, ended?.status, ended?.problem?.code]
    const { state, lastOrder } = await read()
    if (added?.status === 201) {
      expect(outcome).toEqual([201, undefined, 409, expect.stringMatching(/^(running_order|version_conflict)$/)])
      expect([state, lastOrder?.kind]).toEqual(['active', 'addition'])
    } else {
      expect(outcome).toEqual([409, 'contract_not_running', 201, undefined])
      expect([state, lastOrder?.kind]).toEqual(['termination_requested', 'termination'])
    }
  })

  it.each(rounds)('the client cancels what the pilot delivers: one of the two (%i)', async (round) => {
    const placed = await (await fill({ offer: 'AJOUT-CANAUX-SIP', contract, siteIds: [], values: { channels: 2 } }))()
    const order = placed.body.orders[0]?.reference ?? ''
    const version = await versionOf(order)
    const cancel = () => app.call(me(), cancelOrder, { params: { order }, body: { version } })
    const statuses =
      round % 2 === 0
        ? (await Promise.all([cancel(), deliver(order, version)])).map(({ status }) => status)
        : (await Promise.all([deliver(order, version), cancel()])).map(({ status }) => status).toReversed()
    const { quantity } = await read()
    expect([
      [200, 409],
      [409, 200],
    ]).toContainEqual(statuses)
    // What was delivered counts, what was cancelled does not.
    expect(quantity).toBe(statuses[0] === 200 ? 4 : 6)
  })

  it('a termination is confirmed in two windows, then withdrawn in two: once each', async () => {
    const params = { subscription: contract }
    const { version, wishedOn, effectiveOn, costs } = (await app.call(me(), previewTermination, { params })).body
    const end = () => app.call(me(), requestTermination, { params, body: { version, wishedOn, effectiveOn, totalCents: costs.totalCents } })
    expect((await Promise.all([end(), end()])).map(({ status }) => status).sort()).toEqual([201, 409])
    const withdraw = () => app.call(me(), withdrawTermination, { params })
    expect((await Promise.all([withdraw(), withdraw()])).map(({ status }) => status).sort()).toEqual([204, 409])
    expect((await read()).state).toBe('active')
  })
})
