import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareOffers, deleteResalePrice, listOffers, listResalePrices, readOffer, writeResalePrice } from '#api/catalog/offers/offers'
import { priceOf } from '#api/catalog/rules/pricing'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import { addOffer } from '../catalog.factory.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  await addOffer(app.build, { code: 'TRUNK', name: 'TRUNK SIP' })
  await addOffer(app.build, { code: 'TRUNK-CHANNELS', kind: 'addition', addsTo: ['TRUNK'] })
  await addOffer(app.build, { code: 'FIBRE', family: 'internet_access', universes: ['client'] })
  await addOffer(app.build, { code: 'WHOLESALE-ONLY', universes: ['operator'] })
  await addOffer(app.build, { code: 'DRAFT', state: 'draft' })
  await addOffer(app.build, { code: 'GONE', state: 'withdrawn' })
  await addOffer(app.build, { code: 'TOO-LATE', validUntil: '2026-11-20' })
  await addOffer(app.build, { code: 'TO-COME', validFrom: '2026-11-22' })
  await addOffer(app.build, { code: 'LAST-DAY', validUntil: '2026-11-21' })
})
afterAll(() => app?.close())

const codesSeen = async (
  who: Parameters<TestApp['call']>[0],
  universe: 'client' | 'operator' | 'ambassador' | 'carrier',
  company?: string,
) => {
  const { status, body } = await app.call(who, listOffers, { universe, query: { company } })
  expect(status).toBe(200)
  return body
}

describe('the shop', () => {
  it('shows a direct client what is on sale to it today, at public prices, by family', async () => {
    const body = await codesSeen(app.world.personas.directClientAdministrator, 'client')
    expect(body.items.map((item) => item.code)).toEqual(['FIBRE', 'LAST-DAY', 'TRUNK', 'TRUNK-CHANNELS'])
    expect(body.families.map(({ code, offers }) => [code, offers])).toEqual([
      ['internet_access', 1],
      ['ip_telephony', 3],
    ])
    expect(body.items[2]).toMatchObject({
      price: { source: 'public', oneOffCents: 9000, monthlyCents: 3500, perUnit: false },
      delivery: { announcedDays: 10, usualDays: null },
    })
  })

  it("shows an ambassador its client's prices, and only what it may sell", async () => {
    const { companies, personas } = app.world
    const body = await codesSeen(personas.ambassadorAdministrator, 'ambassador', companies.client.reference)
    expect(body.items.map((item) => item.code)).toEqual(['LAST-DAY', 'TRUNK', 'TRUNK-CHANNELS'])
    expect(body).toMatchObject({ priceSource: 'public', company: { reference: companies.client.reference } })
  })

  it('shows an operator wholesale prices for its clients and public ones for itself', async () => {
    const { companies, personas } = app.world
    const forClient = await codesSeen(personas.operatorAdministrator, 'operator', companies.endClient.reference)
    expect(forClient.items.map((item) => item.code)).toEqual(['LAST-DAY', 'TRUNK', 'TRUNK-CHANNELS', 'WHOLESALE-ONLY'])
    expect(forClient.items[1]?.price).toMatchObject({ source: 'wholesale', oneOffCents: 4500, monthlyCents: 1750 })
    const own = await codesSeen(personas.operatorAdministrator, 'client')
    expect(own.items.find((item) => item.code === 'TRUNK')?.price).toMatchObject({ source: 'public', monthlyCents: 3500 })
  })

  it('shows the carrier everything on sale, at the prices of who pays', async () => {
    const { companies, personas } = app.world
    expect((await codesSeen(personas.carrierAdministrator, 'carrier')).items).toHaveLength(5)
    expect((await codesSeen(personas.carrierPilot, 'carrier', companies.endClient.reference)).priceSource).toBe('wholesale')
    expect((await codesSeen(personas.carrierPilot, 'carrier', companies.client.reference)).priceSource).toBe('public')
  })

  it("never shows an operator's client an amount of the carrier", async () => {
    const { endClientAdministrator } = app.world.personas
    const list = await app.call(endClientAdministrator, listOffers)
    expect(list.body.items.map((item) => item.code)).toContain('WHOLESALE-ONLY')
    for (const { price } of list.body.items)
      expect(price).toEqual({ source: 'on_request', oneOffCents: null, monthlyCents: null, perUnit: false })
    const page = await app.call(endClientAdministrator, readOffer, { params: { offer: 'TRUNK' } })
    expect(page.body.prices).toBeNull()
    expect(page.raw.toString()).not.toMatch(/"(?:oneOff|monthly)Cents":\d/)
  })

  it('gives the page what the browser needs to price it as the server does', async () => {
    const { body } = await app.call(app.world.personas.clientAdministrator, readOffer, { params: { offer: 'TRUNK' } })
    expect(body.additions.map((addition) => addition.code)).toEqual(['TRUNK-CHANNELS'])
    expect(priceOf(body.prices ?? [], body.definition, { channels: 12 }, 36)).toMatchObject({
      oneOffCents: 9000,
      monthlyCents: 1350 + 12 * 720,
    })
  })

  it.each(['DRAFT', 'GONE', 'TOO-LATE', 'TO-COME', 'NOTHING', 'WHOLESALE-ONLY'])('has no page for %s', async (offer) => {
    expect((await app.call(app.world.personas.clientAdministrator, readOffer, { params: { offer } })).status).toBe(404)
  })

  it('compares two to four offers, in the order asked', async () => {
    const compare = (offers: string) => app.call(app.world.personas.clientAdministrator, compareOffers, { query: { offers } })
    expect((await compare('TRUNK,FIBRE')).body.items.map((item) => item.code)).toEqual(['TRUNK', 'FIBRE'])
    expect((await compare('TRUNK')).problem.errors).toEqual([expect.objectContaining({ path: 'offers', code: 'offers_to_compare' })])
    expect((await compare('TRUNK,NOTHING')).problem.errors).toEqual([expect.objectContaining({ code: 'offer_unknown' })])
  })

  it('is closed to who may not order, and to clients of others', async () => {
    const { companies, personas } = app.world
    expect((await app.call(personas.accountant, listOffers)).status).toBe(403)
    expect(
      (await app.call(personas.clientAdministrator, listOffers, { query: { company: companies.directClient.reference } })).status,
    ).toBe(404)
    const operator = { universe: 'operator' as const, query: { company: companies.otherEndClient.reference } }
    expect((await app.call(personas.operatorAdministrator, listOffers, operator)).status).toBe(404)
  })
})

describe('resale prices', () => {
  const set = (body: { company: string | null; oneOffCents: number; monthlyCents: number; version: number | null }, offer = 'TRUNK') =>
    app.call(app.world.personas.operatorAdministrator, writeResalePrice, { universe: 'operator', params: { offer }, body })

  it("are read by the operator's own clients: their own before everybody's", async () => {
    const { companies, personas } = app.world
    expect((await set({ company: null, oneOffCents: 0, monthlyCents: 2500, version: null })).status).toBe(200)
    const seen = async () => (await app.call(personas.endClientAdministrator, readOffer, { params: { offer: 'TRUNK' } })).body.price
    expect(await seen()).toEqual({ source: 'resale', oneOffCents: 0, monthlyCents: 2500, perUnit: true })
    const own = await set({ company: companies.endClient.reference, oneOffCents: 100, monthlyCents: 1900, version: null })
    expect(await seen()).toMatchObject({ monthlyCents: 1900 })
    const list = await app.call(personas.operatorAdministrator, listResalePrices, { universe: 'operator' })
    expect(list.body.items.find((item) => item.offer.code === 'TRUNK')).toMatchObject({
      wholesale: { source: 'wholesale', monthlyCents: 1750 },
      prices: [
        { company: null, monthlyCents: 2500 },
        { company: { reference: companies.endClient.reference }, monthlyCents: 1900, version: 1 },
      ],
    })
    const removed = await app.call(personas.operatorAdministrator, deleteResalePrice, {
      universe: 'operator',
      params: { price: own.body.id },
    })
    expect(removed.status).toBe(204)
    expect(await seen()).toMatchObject({ monthlyCents: 2500 })
  })

  it('refuse a version that is no longer the one looked at', async () => {
    expect((await set({ company: null, oneOffCents: 1, monthlyCents: 1, version: null })).problem.code).toBe('version_conflict')
    expect((await set({ company: null, oneOffCents: 0, monthlyCents: 2600, version: 1 })).body.version).toBe(2)
  })

  it("refuse another operator's client, oneself, unknown offers and bad amounts", async () => {
    const { companies } = app.world
    const refused = await Promise.all([
      set({ company: companies.otherEndClient.reference, oneOffCents: 0, monthlyCents: 1, version: null }),
      set({ company: companies.operator.reference, oneOffCents: 0, monthlyCents: 1, version: null }),
      set({ company: null, oneOffCents: -1, monthlyCents: 1, version: null }),
      set({ company: null, oneOffCents: 0.5, monthlyCents: 1, version: null }),
    ])
    expect(refused.map(({ problem }) => problem.errors?.map(({ path, code }) => [path, code]))).toEqual([
      [['company', 'client_unknown']],
      [['company', 'client_unknown']],
      [['oneOffCents', 'number_invalid']],
      [['oneOffCents', 'number_invalid']],
    ])
    expect((await set({ company: null, oneOffCents: 0, monthlyCents: 1, version: null }, 'NOTHING')).status).toBe(404)
  })

  it('are nobody else’s', async () => {
    const { personas } = app.world
    const list = await app.call(personas.otherOperatorAdministrator, listResalePrices, { universe: 'operator' })
    expect(list.body.items.every((item) => item.prices.length === 0)).toBe(true)
    expect((await app.call(personas.ambassadorAdministrator, listResalePrices, { universe: 'operator' })).status).toBe(403)
  })
})
