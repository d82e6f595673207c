import { afterAll, beforeAll, expect, it } from 'vitest'
import { readSubscription } from '#api/orders/contract/contract'
import { completeDelivery, listQueue, moveStep, takeOver } from '#api/orders/delivery/delivery'
import { placeOrder } from '#api/orders/life/placing'
import { type Order, readOrder } from '#api/orders/reading/orders'
import { addBasketLine, readBasket } from '#api/shop/baskets/baskets'
import { ordersWorker } from '../domains/orders/orders.factory.ts'
import { openShop, typed } from '../domains/shop/shop.factory.ts'
import { type TestApp, testApp, testTools } from '../testing/test-app.ts'

/** From the basket to the contract as people live it: the client orders, days pass, the pilot delivers, the client adds channels. */
let app: TestApp
let worker: ReturnType<typeof ordersWorker>
beforeAll(async () => {
  app = await testApp({ now: '2026-11-09T09:00:00Z' })
  await openShop(app)
  worker = ordersWorker({ urls: app.urls, clock: app.clock, tools: testTools(app.clock) })
})
afterAll(async () => {
  await worker?.close()
  await app?.close()
})

/** Days go by; people sign in again. */
const travelTo = async (instant: string): Promise<void> => {
  app.clock.travelTo(instant)
  const now = app.clock.now()
  await app.build.run('update sessions set created_at = $1, last_seen_at = $1, expires_at = $2', [
    now,
    new Date(now.getTime() + 86_400_000),
  ])
}
const order = async (line: Parameters<typeof typed>[0]): Promise<string> => {
  const who = app.world.personas.clientAdministrator
  const params = { company: who.company.reference }
  const added = await app.call(who, addBasketLine, { params, body: typed(line) })
  expect(added.status, JSON.stringify(added.problem)).toBe(201)
  const { body: basket } = await app.call(who, readBasket, { params })
  const placed = await app.call(who, placeOrder, {
    params,
    body: { basketId: basket.id ?? '', version: basket.version, termsVersion: basket.termsVersion, longCommitmentWaiver: true },
  })
  expect(placed.status, JSON.stringify(placed.problem)).toBe(201)
  return placed.body.orders[0]?.reference ?? ''
}
const asPilot = async (reference: string): Promise<Order> =>
  (await app.call(app.world.personas.carrierPilot, readOrder, { universe: 'carrier', params: { order: reference } })).body
const deliver = async (reference: string, deliveredOn: string): Promise<Order> => {
  const { version } = await asPilot(reference)
  const done = await app.call(app.world.personas.carrierPilot, completeDelivery, {
    universe: 'carrier',
    params: { order: reference },
    body: { version, deliveredOn, finishSteps: true },
  })
  expect(done.status, JSON.stringify(done.problem)).toBe(200)
  return done.body
}

it('an order becomes a contract, and an addition changes it', async () => {
  const { personas: p, companies: c } = app.world
  const reference = await order({ offer: 'TRUNK-SIP', siteIds: [c.client.headOfficeId], values: { channels: 4 }, commitmentMonths: 36 })
  await worker.drain()
  const placed = await app.call(p.clientAdministrator, readOrder, { params: { order: reference } })
  expect(placed.body).toMatchObject({ state: 'submitted', pilot: null, subscription: { state: 'creating' }, abilities: { cancel: true } })
  expect(placed.body.documents.map(({ kind }) => kind)).toEqual(['order_form'])

  await travelTo('2026-11-12T09:00:00Z')
  const taken = await app.call(p.carrierPilot, takeOver, {
    universe: 'carrier',
    params: { order: reference },
    body: { version: placed.body.version },
  })
  expect(taken.body.pilot).toBe('Céline B.')
  const [step] = taken.body.steps
  if (step)
    await app.call(p.carrierPilot, moveStep, {
      universe: 'carrier',
      params: { order: reference, step: step.id },
      body: { version: step.version, move: 'complete' },
    })
  const mine = await app.call(p.carrierPilot, listQueue, { universe: 'carrier', query: { scope: 'mine' } })
  expect(mine.body.items).toMatchObject([{ reference, openDays: 3 }])

  await travelTo('2026-11-19T09:00:00Z')
  const delivered = await deliver(reference, '2026-11-19')
  expect(delivered).toMatchObject({ state: 'delivered', subscription: { state: 'active' } })
  await worker.drain()
  const contract = delivered.subscription.reference
  const first = await app.call(p.clientAdministrator, readSubscription, { params: { subscription: contract } })
  expect(first.status, JSON.stringify(first.problem)).toBe(200)
  expect(first.body).toMatchObject({
    state: 'active',
    quantity: 4,
    commitments: [{ startsOn: '2026-11-19', months: 36, endsOn: '2029-11-18' }],
  })
  expect(first.body.services.length).toBeGreaterThan(0)
  const fee = first.body.costs?.monthlyCents ?? 0

  await travelTo('2027-02-10T09:00:00Z')
  const more = await order({ offer: 'AJOUT-CANAUX-SIP', contract, siteIds: [], values: { channels: 4 } })
  const added = (await asPilot(more)).totals?.monthlyCents ?? 0
  expect(await asPilot(more)).toMatchObject({ kind: 'addition', quantity: { before: 4, after: 8 }, subscription: { reference: contract } })
  await travelTo('2027-02-15T09:00:00Z')
  await deliver(more, '2027-02-15')
  const second = await app.call(p.clientAdministrator, readSubscription, { params: { subscription: contract } })
  expect(second.body).toMatchObject({ state: 'active', quantity: 8, costs: { monthlyCents: fee + added } })
  expect(added).toBeGreaterThan(0)
  await worker.drain()
  const papers = await app.call(p.clientAdministrator, readOrder, { params: { order: more } })
  expect(papers.body.documents.map(({ kind }) => kind).sort()).toEqual(['delivery_note', 'order_form'])
})
