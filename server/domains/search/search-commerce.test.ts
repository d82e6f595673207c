import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { previewTermination, requestTermination } from '#api/orders/termination/terminations'
import { searchCommerce } from '#api/search/search'
import type { Universe } from '#api/universes'
import { type TestApp, testApp } from '../../testing/test-app.ts'
import type { Persona } from '../../testing/world.ts'
import { addOffer, addSubscription } from '../subscriptions/subscriptions.factory.ts'

let app: TestApp
let trunk: Awaited<ReturnType<typeof addSubscription>>
let bordeaux: Awaited<ReturnType<typeof addSubscription>>
let order: string

beforeAll(async () => {
  app = await testApp()
  const { companies: c, personas: p } = app.world
  const offer = await addOffer(app.build, { name: 'Trunk SIP Entreprise' })
  trunk = await addSubscription(app.build, { offer, company: c.client })
  bordeaux = await addSubscription(app.build, { offer, company: c.client, siteId: app.world.bordeauxId })
  await addSubscription(app.build, { offer, company: c.endClient })
  const at = { universe: 'client' as const, params: { subscription: trunk.reference } }
  const { version, wishedOn, effectiveOn, costs } = (await app.call(p.clientAdministrator, previewTermination, at)).body
  const answer = await app.call(p.clientAdministrator, requestTermination, {
    ...at,
    body: { version, wishedOn, effectiveOn, totalCents: costs.totalCents },
  })
  order = answer.body.orderReference
})
afterAll(() => app.close())

const find = async (who: Persona, universe: Universe, q: string) =>
  (await app.call(who, searchCommerce, { universe, query: { q } })).body.hits.map(({ kind, reference }) => `${kind} ${reference}`)

describe('search of contracts, orders and offers', () => {
  it('finds references however they are typed', async () => {
    const { personas: p } = app.world
    expect(await find(p.clientAdministrator, 'client', trunk.reference.toLowerCase())).toEqual([`contract ${trunk.reference}`])
    expect(await find(p.clientAdministrator, 'client', trunk.reference.replace('OC00', 'oc '))).toEqual([`contract ${trunk.reference}`])
    expect(await find(p.clientAdministrator, 'client', order)).toEqual([`order ${order}`])
    expect(await find(p.clientAdministrator, 'client', bordeaux.service)).toEqual([`contract ${bordeaux.reference}`])
    expect(await find(p.clientAdministrator, 'client', 'OIP-00000002')).toEqual([])
  })

  it('finds by words of the offer and by the client’s name', async () => {
    const { personas: p } = app.world
    const found = await find(p.clientAdministrator, 'client', 'entre sip')
    expect(found.slice(0, 2)).toEqual([`contract ${bordeaux.reference}`, `contract ${trunk.reference}`])
    expect(found[2]).toMatch(/^offer /)
    expect(await find(p.ambassadorAdministrator, 'ambassador', 'ma soc')).toHaveLength(2)
    expect(await find(p.clientAdministrator, 'client', 'introuvable')).toEqual([])
    expect(await find(p.clientAdministrator, 'client', "'; drop")).toEqual([])
  })

  it('forgives typing errors: in references, names of offers and of clients', async () => {
    const { personas: p } = app.world
    const sloppy = (reference: string) => reference.replace('O', '0').replaceAll('0', 'o')
    expect(await find(p.clientAdministrator, 'client', trunk.reference.replace('OC', '0C'))).toEqual([`contract ${trunk.reference}`])
    expect(await find(p.clientAdministrator, 'client', sloppy(trunk.reference))).toEqual([`contract ${trunk.reference}`])
    expect(await find(p.clientAdministrator, 'client', order.replace('COM', 'c0m '))).toEqual([`order ${order}`])
    const near = await app.call(p.clientAdministrator, searchCommerce, { universe: 'client', query: { q: 'entrperise tunk' } })
    expect(near.body.hits.map(({ kind, near }) => `${kind} ${near}`)).toEqual(['contract true', 'contract true', 'offer true'])
    expect(await find(p.ambassadorAdministrator, 'ambassador', 'Ma Socité')).toEqual([
      `contract ${bordeaux.reference}`,
      `contract ${trunk.reference}`,
    ])
    expect(await find(p.directClientAdministrator, 'client', 'Ma Socité')).toEqual([])
    expect(await find(p.operatorAdministrator, 'operator', 'Ma Socité')).toEqual([])
  })

  it('tells the offer’s name in both languages', async () => {
    await app.build.run("update offers set name_en = 'Business SIP trunk' where name = 'Trunk SIP Entreprise'")
    const labels = async (q: string) =>
      (await app.call(app.world.personas.clientAdministrator, searchCommerce, { universe: 'client', query: { q } })).body.hits.map(
        ({ label, labelEn }) => [label, labelEn],
      )
    const both = ['Trunk SIP Entreprise', 'Business SIP trunk']
    expect(await labels(order)).toEqual([both])
    expect(await labels(trunk.reference)).toEqual([both])
    expect((await labels('business')).at(-1)).toEqual(both)
  })

  it('never finds others’, other sites’, or without the right', async () => {
    const { personas: p, companies: c } = app.world
    expect(await find(p.directClientAdministrator, 'client', trunk.reference)).toEqual([])
    expect(await find(p.operatorAdministrator, 'operator', order)).toEqual([])
    expect(await find(p.operatorAdministrator, 'operator', 'trunk')).toHaveLength(2)
    const buyer = await app.build.addPerson({
      lastName: 'Acheteur',
      company: c.client,
      rights: [{ universe: 'client', templates: ['orders.manage'], sites: [app.world.bordeauxId] }],
    })
    expect(await find(buyer, 'client', 'trunk')).toEqual([`contract ${bordeaux.reference}`, expect.stringMatching(/^offer /)])
    expect((await app.call(p.companyReader, searchCommerce, { universe: 'client', query: { q: 'trunk' } })).status).toBe(403)
    expect(await find(p.endClientAdministrator, 'client', 'trunk')).toHaveLength(2)
  })

  it('names no offer that is sold to others only', async () => {
    const { personas: p } = app.world
    const { code } = await addOffer(app.build, { name: 'Zircon Grossiste' })
    const sell = (universes: string[]) => app.build.run('update offers set universes = $2 where code = $1', [code, universes])
    const hit = [`offer ${code}`]
    await sell(['operator'])
    expect(await find(p.operatorAdministrator, 'operator', 'zircon')).toEqual(hit)
    expect(await find(p.endClientAdministrator, 'client', 'zircon')).toEqual(hit)
    expect(await find(p.carrierAdministrator, 'carrier', 'zircon')).toEqual(hit)
    for (const [who, universe] of [
      [p.clientAdministrator, 'client'],
      [p.ambassadorAdministrator, 'ambassador'],
      [p.operatorAdministrator, 'client'],
    ] as const)
      expect(await find(who, universe, 'zircon'), universe).toEqual([])
    await sell(['client'])
    expect(await find(p.clientAdministrator, 'client', 'zircon')).toEqual(hit)
    expect(await find(p.endClientAdministrator, 'client', 'zircon')).toEqual([])
  })
})
