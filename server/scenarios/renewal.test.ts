import { afterAll, beforeAll, expect, it } from 'vitest'
import { readSubscription } from '#api/orders/contract/contract'
import { completeDelivery } from '#api/orders/delivery/delivery'
import { placeOrder } from '#api/orders/life/placing'
import { readOrder } from '#api/orders/reading/orders'
import { previewTermination, requestTermination } from '#api/orders/termination/terminations'
import { addBasketLine, readBasket } from '#api/shop/baskets/baskets'
import { addOffer, trunkDefinition } from '../domains/catalog/catalog.factory.ts'
import { ordersWorker } from '../domains/orders/orders.factory.ts'
import { openShop, typed } from '../domains/shop/shop.factory.ts'
import { type TestApp, testApp, testTools } from '../testing/test-app.ts'

/** A contract ordered here outlives its commitment: what its offer said of that day holds, and its client was told in time. */
let app: TestApp
let worker: ReturnType<typeof ordersWorker>
beforeAll(async () => {
  app = await testApp({ now: '2026-11-19T09:00:00Z' })
  await openShop(app)
  await addOffer(app.build, {
    code: 'TRUNK-RECONDUIT',
    name: 'Trunk reconduit',
    definition: { ...trunkDefinition, notice: { count: 3, unit: 'month' }, tacitRenewal: true },
  })
  await addOffer(app.build, {
    code: 'TRUNK-PONCTUEL',
    name: 'Trunk ponctuel',
    definition: { ...trunkDefinition, notice: { count: 3, unit: 'month' } },
  })
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

/** Ordered for 36 months and delivered the same day. @returns the contract's reference. */
const contract = async (offer: string): Promise<string> => {
  const { clientAdministrator: who, carrierPilot } = app.world.personas
  const params = { company: who.company.reference }
  const siteIds = [app.world.companies.client.headOfficeId]
  const added = await app.call(who, addBasketLine, {
    params,
    body: typed({ offer, siteIds, values: { channels: 4 }, commitmentMonths: 36 }),
  })
  expect(added.status, JSON.stringify(added.problem)).toBe(201)
  const { body: basket } = await app.call(who, readBasket, { params })
  const placed = await app.call(who, placeOrder, {
    params,
    body: { basketId: basket.id ?? '', version: basket.version, termsVersion: basket.termsVersion, longCommitmentWaiver: true },
  })
  expect(placed.status, JSON.stringify(placed.problem)).toBe(201)
  const order = { order: placed.body.orders[0]?.reference ?? '' }
  const { version } = (await app.call(carrierPilot, readOrder, { universe: 'carrier', params: order })).body
  const delivered = await app.call(carrierPilot, completeDelivery, {
    universe: 'carrier',
    params: order,
    body: { version, deliveredOn: '2026-11-19', finishSteps: true },
  })
  return delivered.body.subscription.reference
}
const told = async (): Promise<{ contract: string; mails: number }[]> =>
  (
    await app.build.run(
      `select e.object_reference as contract, (select count(*)::int from mails where template = 'renewal') as mails
       from notification_events e where e.code = 'subscription.renewal_comes'`,
    )
  ).rows

it('renews itself when its offer says so, announced in time; it is then left within ten days, for nothing', async () => {
  const who = app.world.personas.clientAdministrator
  const renewed = await contract('TRUNK-RECONDUIT')
  const plain = await contract('TRUNK-PONCTUEL')
  const read = async (subscription: string) => (await app.call(who, readSubscription, { params: { subscription } })).body
  const leave = async (subscription: string) =>
    (await app.call(who, previewTermination, { params: { subscription }, query: { wishedOn: app.clock.today().toString() } })).body
  expect((await read(renewed)).terms.tacitRenewal).toBe(true)
  expect((await read(plain)).terms.tacitRenewal).toBe(false)
  expect((await read(renewed)).commitments).toMatchObject([{ endsOn: '2029-11-18' }])

  // Three months before its end; the worker is drained for what it tells.
  await travelTo('2029-08-17T08:00:00Z')
  await worker.tick()
  await worker.drain()
  expect(await told()).toEqual([])
  await travelTo('2029-08-18T08:00:00Z')
  await worker.tick()
  await worker.drain()
  await travelTo('2029-09-02T08:00:00Z')
  await worker.tick()
  await worker.drain()
  expect(await told()).toEqual([{ contract: renewed, mails: 1 }])

  // On its last day, the contract's own terms still hold.
  await travelTo('2029-11-18T09:00:00Z')
  const [last, lastOfPlain] = [await leave(renewed), await leave(plain)]
  expect([last.isRenewed, last.effectiveOn]).toEqual([false, '2030-02-18'])
  expect(lastOfPlain.effectiveOn).toBe('2030-02-18')

  await travelTo('2029-11-19T09:00:00Z')
  expect(await read(renewed)).toMatchObject({ state: 'active', commitments: [{ endsOn: '2029-11-18' }] })
  const after = await leave(renewed)
  expect(after).toMatchObject({ isRenewed: true, effectiveOn: '2029-11-29', billedUntil: '2029-11-30', costs: { totalCents: 0 } })
  // The other goes on by its own terms: its notice, its fee of leaving.
  const other = await leave(plain)
  expect(other).toMatchObject({ isRenewed: false, effectiveOn: '2030-02-19' })
  expect(other.costs.totalCents).toBeGreaterThan(0)

  const { version, effectiveOn, costs } = after
  const asked = await app.call(who, requestTermination, {
    params: { subscription: renewed },
    body: { version, wishedOn: '2029-11-19', effectiveOn, totalCents: costs.totalCents },
  })
  expect(asked.status, JSON.stringify(asked.problem)).toBe(201)
  await travelTo('2029-11-29T08:00:00Z')
  await worker.tick()
  await worker.drain()
  expect(await read(renewed)).toMatchObject({ state: 'terminated', terminatedOn: '2029-11-29' })
  expect((await read(plain)).state).toBe('active')
})
