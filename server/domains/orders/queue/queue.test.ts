import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QueryInput } from '#api/endpoint'
import { blockStep, listQueue, takeOver } from '#api/orders/delivery/delivery'
import { readOrder } from '#api/orders/reading/orders'
import { type TestApp, testApp, testTools } from '../../../testing/test-app.ts'
import { addOffer, addOrder, type MadeOrder, type OrderableOffer, ordersWorker } from '../orders.factory.ts'
import { computeDeliveryTimes } from './delivery-times.ts'

let app: TestApp
let worker: ReturnType<typeof ordersWorker>
let trunk: OrderableOffer
let centrex: OrderableOffer
const made: Record<string, MadeOrder> = {}
const on = (day: string) => new Date(`${day}T10:00:00Z`)

beforeAll(async () => {
  app = await testApp()
  worker = ordersWorker({ urls: app.urls, clock: app.clock, tools: testTools(app.clock) })
  const { companies: c, bordeauxId } = app.world
  trunk = await addOffer(app.build)
  centrex = await addOffer(app.build, { name: 'MetaCentrex' })
  made.first = await addOrder(app.build, { offer: trunk, company: c.client, placedAt: on('2026-11-01') })
  made.late = await addOrder(app.build, {
    offer: trunk,
    company: c.client,
    siteIds: [bordeauxId],
    placedAt: on('2026-11-18'),
    wishedOn: '2026-11-20',
  })
  made.blocked = await addOrder(app.build, { offer: centrex, company: c.directClient, placedAt: on('2026-11-19') })
  made.waiting = await addOrder(app.build, { offer: centrex, company: c.endClient, state: 'awaiting_client', placedAt: on('2026-11-20') })
  await addOrder(app.build, { offer: trunk, company: c.client, state: 'delivered', placedAt: on('2026-10-01'), deliveredOn: '2026-10-09' })
})
afterAll(async () => {
  await worker?.close()
  await app?.close()
})

const queue = async (query: QueryInput<typeof listQueue> = {}) =>
  (await app.call(app.world.personas.carrierPilot, listQueue, { universe: 'carrier', query })).body
const names = async (query: QueryInput<typeof listQueue> = {}) => {
  const { items } = await queue(query)
  return items.map(({ reference }) => Object.entries(made).find(([, order]) => order.reference === reference)?.[0])
}

describe('the queue', () => {
  it('holds what runs, oldest first, counted', async () => {
    const all = await queue()
    expect(await names()).toEqual(['first', 'late', 'blocked', 'waiting'])
    expect(all.counts).toEqual({ all: 4, mine: 0, nobody: 3, late: 1, blocked: 0, atRisk: 0, awaitingClient: 1 })
    expect(all.items[0]).toMatchObject({
      openDays: 20,
      stepsDone: 0,
      stepsTotal: 2,
      step: { label: { fr: 'Étude' }, actor: 'carrier' },
      abilities: { takeOver: true },
    })
    expect(all.items[0]?.when).toMatchObject({ is: 'unplanned', on: null, late: null })
    expect(all.items[1]?.when.late).toEqual({ what: 'wished', since: '2026-11-20', days: 1, by: 'carrier' })
    expect(all.items.filter(({ when }) => when.late).map(({ reference }) => reference)).toEqual([made.late?.reference])
    expect(all.items[3]).toMatchObject({ state: 'awaiting_client', abilities: { takeOver: false } })
  })

  it('filters by whose, late, blocked, offer, client and words; sorts both ways', async () => {
    const { personas: p, companies: c } = app.world
    const read = (order: MadeOrder | undefined) =>
      app.call(p.carrierPilot, readOrder, { universe: 'carrier', params: { order: order?.reference ?? '' } })
    const first = (await read(made.first)).body
    await app.call(p.carrierPilot, takeOver, { universe: 'carrier', params: { order: first.reference }, body: { version: first.version } })
    const blocked = (await read(made.blocked)).body
    await app.call(p.carrierPilot, blockStep, {
      universe: 'carrier',
      params: { order: blocked.reference, step: blocked.steps[0]?.id ?? '' },
      body: { version: 1, by: 'infrastructure', cause: 'Fourreau bouché' },
    })
    expect(await names({ scope: 'mine' })).toEqual(['first', 'blocked'])
    expect(await names({ scope: 'nobody' })).toEqual(['late'])
    expect(await names({ late: 'true' })).toEqual(['late'])
    expect(await names({ blocked: 'true' })).toEqual(['blocked'])
    expect(await names({ offer: centrex.code })).toEqual(['blocked', 'waiting'])
    expect(await names({ company: c.directClient.reference })).toEqual(['blocked'])
    expect(await names({ state: 'awaiting_client' })).toEqual(['waiting'])
    expect(await names({ q: 'bordeaux' })).toEqual(['late'])
    expect(await names({ q: made.blocked?.contract ?? '' })).toEqual(['blocked'])
    expect(await names({ pilot: p.carrierPilot.login })).toEqual(['first', 'blocked'])
    expect(await names({ sort: '-reference' })).toEqual(['waiting', 'blocked', 'late', 'first'])
    expect((await names({ sort: 'wished' }))[0]).toBe('late')
    expect((await queue()).counts).toMatchObject({ mine: 2, nobody: 1, blocked: 1 })
    const row = (await queue({ blocked: 'true' })).items[0]
    expect(row).toMatchObject({ blockedBy: 'infrastructure', step: { isBlocked: true }, isMine: true })
  })

  it('is the pilots’ alone', async () => {
    const { personas: p, companies: c } = app.world
    for (const [persona, universe] of [
      [p.clientAdministrator, 'client'],
      [p.operatorAdministrator, 'operator'],
    ] as const)
      expect((await app.call(persona, listQueue, { universe })).status).toBe(404)
    const billing = await app.build.addPerson({
      lastName: 'Facturation',
      company: c.carrier,
      rights: [{ universe: 'carrier', templates: ['carrier.billing'] }],
    })
    expect((await app.call(billing, listQueue, { universe: 'carrier' })).status).toBe(403)
    const bad = await app.call(p.carrierPilot, listQueue, {
      universe: 'carrier',
      query: { state: 'anything' as never, late: 'yes' as never },
    })
    expect(bad.status).toBe(422)
  })
})

describe('the risk of being late', () => {
  it('compares with what four deliveries in five of the offer took', async () => {
    const { companies: c, personas: p } = app.world
    await worker.inTransaction(computeDeliveryTimes)
    expect((await queue()).counts.atRisk).toBe(0)
    for (const day of ['03', '05', '07', '09'])
      await addOrder(app.build, {
        offer: trunk,
        company: c.client,
        state: 'delivered',
        placedAt: on('2026-10-01'),
        deliveredOn: `2026-10-${day}`,
      })
    await worker.inTransaction(computeDeliveryTimes)
    const { rows } = await app.build.run('select offer_id, delivered_orders, p80_days from offer_delivery_times')
    // Deliveries of 2, 4, 6, 8 and 8 days.
    expect(rows).toEqual([{ offer_id: trunk.id, delivered_orders: 5, p80_days: 8 }])
    expect(await names({ atRisk: 'true' })).toEqual(['first'])
    expect((await queue({ atRisk: 'true' })).items[0]).toMatchObject({ openDays: 20, usualDays: 8 })
    const seen = await app.call(p.carrierPilot, readOrder, { universe: 'carrier', params: { order: made.first?.reference ?? '' } })
    expect(seen.body.risk).toEqual({ atRisk: true, openDays: 20, usualDays: 8 })
    const client = await app.call(p.clientAdministrator, readOrder, { params: { order: made.first?.reference ?? '' } })
    expect(client.body.risk).toBeNull()
    app.clock.advance({ days: 400 })
    await worker.inTransaction(computeDeliveryTimes)
    expect((await app.build.run('select 1 from offer_delivery_times')).rows).toEqual([])
  })
})
