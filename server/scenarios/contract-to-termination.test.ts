import { afterAll, beforeAll, expect, it } from 'vitest'
import { readSubscription } from '#api/orders/contract/contract'
import { completeDelivery } from '#api/orders/delivery/delivery'
import { placeOrder } from '#api/orders/life/placing'
import { cancelOrder, readOrder } from '#api/orders/reading/orders'
import { previewTermination, requestTermination, withdrawTermination } from '#api/orders/termination/terminations'
import { addBasketLine, readBasket } from '#api/shop/baskets/baskets'
import { listAccountcodes } from '#api/subscriptions/accountcodes/accountcodes'
import { ordersWorker } from '../domains/orders/orders.factory.ts'
import { openShop, typed } from '../domains/shop/shop.factory.ts'
import { type TestApp, testApp, testTools } from '../testing/test-app.ts'

/** The end of a contract as people live it: an addition is cancelled first, the termination is confirmed, withdrawn, confirmed again, and comes. */
let app: TestApp
let worker: ReturnType<typeof ordersWorker>
beforeAll(async () => {
  app = await testApp({ now: '2026-11-19T09:00:00Z' })
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
  const until = new Date(now.getTime() + 86_400_000)
  await app.build.run('update sessions set created_at = $1, last_seen_at = $1, expires_at = $2', [now, until])
}

const order = async (line: Parameters<typeof typed>[0]): Promise<string> => {
  const who = app.world.personas.clientAdministrator
  const params = { company: who.company.reference }
  await app.call(who, addBasketLine, { params, body: typed(line) })
  const { body: basket } = await app.call(who, readBasket, { params })
  const placed = await app.call(who, placeOrder, {
    params,
    body: { basketId: basket.id ?? '', version: basket.version, termsVersion: basket.termsVersion, longCommitmentWaiver: true },
  })
  expect(placed.status, JSON.stringify(placed.problem)).toBe(201)
  return placed.body.orders[0]?.reference ?? ''
}

it('a contract ends on the day that was confirmed', async () => {
  const { personas: p, companies: c } = app.world
  const who = p.clientAdministrator
  const reference = await order({ offer: 'TRUNK-SIP', siteIds: [c.client.headOfficeId], values: { channels: 4 }, commitmentMonths: 36 })
  const asPilot = await app.call(p.carrierPilot, readOrder, { universe: 'carrier', params: { order: reference } })
  const delivered = await app.call(p.carrierPilot, completeDelivery, {
    universe: 'carrier',
    params: { order: reference },
    body: { version: asPilot.body.version, deliveredOn: '2026-11-19', finishSteps: true },
  })
  const params = { subscription: delivered.body.subscription.reference }
  const contract = async (as = who) => (await app.call(as, readSubscription, { params })).body
  const preview = async (wishedOn: string) => (await app.call(who, previewTermination, { params, query: { wishedOn } })).body
  const confirm = async (wishedOn: string) => {
    const { version, effectiveOn, costs } = await preview(wishedOn)
    return app.call(who, requestTermination, { params, body: { version, wishedOn, effectiveOn, totalCents: costs.totalCents } })
  }
  await worker.tick()
  const fee = (await contract()).costs?.monthlyCents ?? 0
  expect(fee).toBeGreaterThan(0)

  // A running addition must be cancelled first.
  await travelTo('2027-01-31T09:00:00Z')
  const addition = await order({ offer: 'AJOUT-CANAUX-SIP', contract: params.subscription, siteIds: [], values: { channels: 2 } })
  expect((await confirm('2027-06-15')).problem.code).toBe('running_order')
  const { version } = (await app.call(who, readOrder, { params: { order: addition } })).body
  await app.call(who, cancelOrder, { params: { order: addition }, body: { version } })

  // One month from 31 January is 28 February.
  expect((await preview('2027-01-31')).effectiveOn).toBe('2027-02-28')
  const shown = await preview('2027-06-15')
  expect(shown).toMatchObject({ effectiveOn: '2027-06-15', billedUntil: '2027-06-30', remainingMonths: 29, costs: { monthlyCents: fee } })
  expect(shown.costs.penaltyCents).toBe(29 * fee)
  expect((await confirm('2027-06-15')).status).toBe(201)
  expect((await app.call(who, withdrawTermination, { params })).status).toBe(204)
  expect((await contract()).state).toBe('active')
  expect((await confirm('2027-06-15')).status).toBe(201)
  await worker.drain()

  await travelTo('2027-06-14T21:30:00Z')
  await worker.tick()
  await worker.drain()
  expect(await contract()).toMatchObject({ state: 'termination_requested', abilities: { withdrawTermination: true } })

  // The portal was stopped over the day itself: the contract ends on its day all the same.
  await travelTo('2027-06-17T08:30:00Z')
  await worker.tick()
  await worker.drain()
  const ended = await contract()
  expect(ended).toMatchObject({
    state: 'terminated',
    displayedState: 'terminated',
    terminatedOn: '2027-06-15',
    termination: { state: 'effective', costs: { penaltyCents: 29 * fee } },
    terminationRefusal: 'terminated',
    lastOrder: { kind: 'termination', state: 'delivered' },
  })
  expect(ended.services.every(({ state, closedOn }) => state === 'closed' && closedOn === '2027-06-15')).toBe(true)
  const codes = await app.call(p.ambassadorAdministrator, listAccountcodes, { universe: 'ambassador', query: { state: 'closed' } })
  expect(codes.body.items.length).toBeGreaterThan(0)
  expect((await confirm('2027-12-31')).problem.code).toBe('subscription_terminated')
  // Requested, withdrawn, requested, effective: one mail each to the administrator, who also asked.
  const { rows } = await app.build.run("select count(*)::int as n from mails where template = 'termination'")
  expect(rows[0].n).toBe(4)
})
