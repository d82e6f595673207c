import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftOfferVersion, listAdminOffers, publishOfferVersion } from '#api/catalog/admin/offer-versions'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'
import { addOffer } from '../catalog.factory.ts'

let app: TestApp
let editor: Persona
beforeAll(async () => {
  app = await testApp()
  editor = await app.build.addPerson({
    lastName: 'Catalogue',
    company: app.world.companies.carrier,
    rights: [{ universe: 'carrier', templates: ['carrier.catalog'] }],
  })
  await addOffer(app.build, { code: 'TRUNK', name: 'TRUNK SIP' })
})
afterAll(() => app?.close())

const carrier = { universe: 'carrier' } as const
const list = async (query: object = {}) => (await app.call(editor, listAdminOffers, { ...carrier, query })).body

describe('the list of offers', () => {
  it('tells the starting prices, what is announced, and what runs', async () => {
    const made = await app.call(editor, draftOfferVersion, {
      ...carrier,
      params: { offer: 'TRUNK' },
      body: { from: 1, validFrom: '2026-12-15' },
    })
    await app.call(editor, publishOfferVersion, { ...carrier, params: { offer: 'TRUNK', number: made.body.number }, body: { revision: 1 } })
    const [trunk] = (await list()).items
    expect(trunk).toMatchObject({ current: { number: 1 }, next: { number: 2, validFrom: '2026-12-15' }, drafts: 0, runningOrders: 0 })
    expect(trunk?.prices.public?.monthlyCents).toBeGreaterThan(trunk?.prices.wholesale?.monthlyCents ?? Number.POSITIVE_INFINITY)
  })

  it('goes to a spreadsheet with the same filters', async () => {
    const lines = async (query: object) =>
      (await app.call(editor, listAdminOffers.exports.csv, { ...carrier, query })).raw.toString().trimEnd().split('\n')
    expect((await lines({ q: 'trunk' }))[1]).toMatch(/^TRUNK;TRUNK SIP;/)
    expect(await lines({ state: 'draft' })).toHaveLength(1)
  })
})
