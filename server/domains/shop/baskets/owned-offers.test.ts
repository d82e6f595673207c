import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addBasketLine, countBaskets, emptyBasket } from '#api/shop/baskets/baskets'
import { listOwnedOffers } from '#api/shop/baskets/owned-offers'
import type { Universe } from '#api/universes'
import { newId } from '../../../platform/ids.ts'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona, WorldCompany } from '../../../testing/world.ts'
import { openShop, type TestShop, typed } from '../shop.factory.ts'

let app: TestApp
let shop: TestShop
beforeAll(async () => {
  app = await testApp({ now: '2026-11-09T09:00:00Z' })
  shop = await openShop(app)
})
afterAll(() => app?.close())

const owned = (who: Persona, company: WorldCompany, universe: Universe = 'client') =>
  app.call(who, listOwnedOffers, { universe, params: { company: company.reference } })
const counts = async (who: Persona, universe: Universe = 'client') =>
  (await app.call(who, countBaskets, { universe })).body.items.map(({ company, lines }) => [company.reference, lines])

describe('what a company has already', () => {
  it('is told by offer, with the contracts that may be added to; what is over is not', async () => {
    const { client } = app.world.companies
    const who = app.world.personas.clientAdministrator
    const running = await shop.runningTrunk(client)
    const busy = await shop.runningTrunk(client)
    const over = await shop.runningTrunk(client)
    await app.build.run("update subscriptions set last_order_state = 'in_delivery' where id = $1", [busy.id])
    await app.build.run("update subscriptions set state = 'terminated', terminated_on = '2026-01-01' where id = $1", [over.id])
    const { body } = await owned(who, client)
    const trunk = body.items.find(({ code }) => code === 'TRUNK-SIP')
    expect(trunk?.count).toBe(2)
    expect(trunk?.contracts.map(({ reference, mayAdd }) => [reference, mayAdd])).toEqual(
      expect.arrayContaining([
        [running.reference, true],
        [busy.reference, false],
      ]),
    )
    expect(JSON.stringify(body)).not.toContain(over.reference)
  })

  it('is seen by its partner and the carrier, within one’s sites, by nobody else', async () => {
    const { client } = app.world.companies
    const p = app.world.personas
    await shop.runningTrunk(client)
    for (const [who, universe] of [
      [p.ambassadorAdministrator, 'ambassador'],
      [p.carrierPilot, 'carrier'],
    ] as const)
      expect((await owned(who, client, universe)).body.items.map(({ code }) => code)).toContain('TRUNK-SIP')
    expect((await owned(shop.bordeauxOrderer, client)).body.items).toEqual([])
    expect((await owned(p.directClientAdministrator, client)).status).toBe(404)
    expect((await owned(p.operatorAdministrator, client, 'operator')).status).toBe(404)
    expect((await owned(p.companyReader, client)).status).toBe(403)
  })
})

describe('how many lines baskets hold', () => {
  it('is one’s own count, by company', async () => {
    const { client } = app.world.companies
    const who = await app.build.addPerson({ lastName: `P${newId().slice(-6)}`, company: client, administrator: true })
    expect(await counts(who)).toEqual([])
    const line = typed({ offer: 'TRUNK-SIP', siteIds: [client.headOfficeId], values: { channels: 4 } })
    const params = { company: client.reference }
    await app.call(who, addBasketLine, { params, body: line })
    await app.call(who, addBasketLine, { params, body: line })
    expect(await counts(who)).toEqual([[client.reference, 2]])
    const other = await app.build.addPerson({ lastName: `P${newId().slice(-6)}`, company: client, administrator: true })
    expect(await counts(other)).toEqual([])
    await app.call(who, emptyBasket, { params })
    expect(await counts(who)).toEqual([])
    expect((await app.call(app.world.personas.companyReader, countBaskets, {})).status).toBe(403)
  })
})
