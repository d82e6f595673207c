import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listContacts } from '#api/companies/contacts/contacts'
import { listSites } from '#api/companies/sites/sites'
import { listOrderClients, listOrderContacts, listOrderContracts, listOrderSites } from '#api/shop/choices/order-choices'
import { newId } from '../../../platform/ids.ts'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import { openShop, orderer, type TestShop } from '../shop.factory.ts'

let app: TestApp
let shop: TestShop
beforeAll(async () => {
  app = await testApp({ now: '2026-11-09T09:00:00Z' })
  shop = await openShop(app)
})
afterAll(() => app?.close())

const people = () => app.world.personas
const companies = () => app.world.companies
const names = (body: { readonly items: readonly { readonly name: string }[] }) => body.items.map(({ name }) => name)

describe('what an order names', () => {
  it('is read with the right to order alone, and nothing else of the company is', async () => {
    const { client } = companies()
    const who = await orderer(app, client, 'client')
    const params = { company: client.reference }
    expect((await app.call(who, listSites, { params })).status).toBe(403)
    expect((await app.call(who, listContacts, { params })).status).toBe(403)
    const sites = await app.call(who, listOrderSites, { params })
    expect(sites.body).toMatchObject({
      items: [
        { id: client.headOfficeId, name: 'Siège Social', street: '1 rue des Lilas', postcode: '92110', city: 'Clichy' },
        { id: app.world.bordeauxId, name: 'Agence de Bordeaux' },
      ],
      abilities: { create: false },
    })
    await app.build.run("update contacts set phone = '+33140506070' where id = $1", [people().companyReader.contactId])
    const contacts = await app.call(who, listOrderContacts, { params, query: { q: 'lecteur' } })
    expect(contacts.body.items).toEqual([{ id: people().companyReader.contactId, name: 'Camille Lecteur', phone: '+33140506070' }])
    expect(contacts.body.abilities).toEqual({ create: false })
    for (const q of ['01 40 50 60 70', '+33140506070', '0140506070'])
      expect((await app.call(who, listOrderContacts, { params, query: { q } })).body.items, q).toEqual(contacts.body.items)
    const asAdministrator = await app.call(people().clientAdministrator, listOrderContacts, { params })
    expect(asAdministrator.body.abilities).toEqual({ create: true })
    expect((await app.call(people().clientAdministrator, listOrderSites, { params })).body.abilities).toEqual({ create: true })
  })

  it('needs the right to order, and a company of one’s own', async () => {
    const { client, directClient, endClient, operator } = companies()
    for (const endpoint of [listOrderSites, listOrderContacts, listOrderContracts]) {
      const status = async (who: typeof app.world.personas.nobody, reference: string, universe?: 'ambassador' | 'operator' | 'carrier') =>
        (await app.call(who, endpoint, { ...(universe ? { universe } : {}), params: { company: reference } })).status
      expect(await status(people().companyReader, client.reference)).toBe(403)
      expect(await status(people().nobody, client.reference)).toBe(403)
      expect(await status(people().clientAdministrator, directClient.reference)).toBe(404)
      expect(await status(await orderer(app, operator, 'operator'), endClient.reference, 'operator')).toBe(200)
      expect(await status(await orderer(app, operator, 'operator'), client.reference, 'operator')).toBe(404)
      expect(await status(people().ambassadorAdministrator, client.reference, 'ambassador')).toBe(200)
      expect(await status(people().carrierPilot, directClient.reference, 'carrier')).toBe(200)
      expect(await status(people().endClientAdministrator, endClient.reference)).toBe(200)
    }
  })

  it('stays within the sites of the right', async () => {
    const { client } = companies()
    const params = { company: client.reference }
    const who = shop.bordeauxOrderer
    expect(names((await app.call(who, listOrderSites, { params })).body)).toEqual(['Agence de Bordeaux'])
    const guard = newId()
    await app.build.run("insert into contacts (id, company_id, site_id, first_name, last_name) values ($1, $2, $3, 'Inès', 'Gardien')", [
      guard,
      client.id,
      app.world.bordeauxId,
    ])
    expect(names((await app.call(who, listOrderContacts, { params })).body)).toEqual(['Inès Gardien'])
    await shop.runningTrunk(client)
    const own = await shop.runningTrunk(client, app.world.bordeauxId)
    expect((await app.call(who, listOrderContracts, { params })).body.items).toMatchObject([{ reference: own.reference }])
  })

  it('leaves out closed sites and archived people, and finds by words, page by page', async () => {
    const { directClient } = companies()
    const who = await orderer(app, directClient, 'client')
    const params = { company: directClient.reference }
    const closed = await app.build.addSite(directClient, 'Ancien dépôt')
    await app.build.run("update sites set state = 'closed', closed_on = '2026-01-01' where id = $1", [closed])
    for (let number = 10; number < 62; number += 1) await app.build.addSite(directClient, `Magasin ${number}`, false, 'Bordeaux')
    const first = await app.call(who, listOrderSites, { params })
    expect(first.body.items).toHaveLength(50)
    expect((await app.call(who, listOrderSites, { params, query: { limit: 2 } })).body.items).toHaveLength(2)
    expect((await app.call(who, listOrderSites, { params, query: { limit: 201 } })).status).toBe(422)
    expect(names(first.body)[0]).toBe('Siège Social')
    const second = await app.call(who, listOrderSites, { params, query: { cursor: first.body.next ?? '' } })
    expect(names(second.body)).toEqual(['Magasin 59', 'Magasin 60', 'Magasin 61'])
    expect(names((await app.call(who, listOrderSites, { params, query: { q: 'dépôt' } })).body)).toEqual([])
    expect(names((await app.call(who, listOrderSites, { params, query: { q: '100%_' } })).body)).toEqual([])
    expect(names((await app.call(who, listOrderSites, { params, query: { q: 'magasin 42' } })).body)).toEqual(['Magasin 42'])
    const id = second.body.items[1]?.id ?? ''
    expect(names((await app.call(who, listOrderSites, { params, query: { id } })).body)).toEqual(['Magasin 60'])
    await app.build.run('update contacts set archived_at = now() where id = $1', [who.contactId])
    expect(names((await app.call(who, listOrderContacts, { params, query: { q: 'commandeclient' } })).body)).toEqual([])
    const bad = await app.call(who, listOrderSites, { params, query: { id: 'x', cursor: '' } })
    expect(bad.problem.errors).toMatchObject([{ path: 'id', code: 'invalid' }])
  })

  it('holds running contracts of the offers that fit only', async () => {
    const { client } = companies()
    const who = await orderer(app, client, 'client')
    const trunk = await shop.runningTrunk(client)
    const ended = await shop.runningTrunk(client)
    await app.build.run("update subscriptions set state = 'terminated', terminated_on = '2026-11-01' where id = $1", [ended.id])
    const found = async (query: { q?: string; offers?: string }) =>
      (await app.call(who, listOrderContracts, { params: { company: client.reference }, query })).body.items.map(
        ({ reference }) => reference,
      )
    const fitting = await found({ offers: 'METACENTREX,TRUNK-SIP' })
    expect(fitting).toContain(trunk.reference)
    expect(fitting).not.toContain(ended.reference)
    expect(await found({ offers: 'METACENTREX' })).toEqual([])
    expect(await found({ q: trunk.reference.toLowerCase(), offers: 'TRUNK-SIP' })).toEqual([trunk.reference])
    const bad = await app.call(who, listOrderContracts, { params: { company: client.reference }, query: { offers: "x'" } })
    expect(bad.problem.errors).toMatchObject([{ path: 'offers', code: 'invalid' }])
  })

  it('a partner finds its clients by the right to order alone', async () => {
    const { ambassador, operator } = companies()
    const asked = async (who: Awaited<ReturnType<typeof orderer>>, universe: 'ambassador' | 'operator', q?: string) =>
      names((await app.call(who, listOrderClients, { universe, query: q === undefined ? {} : { q } })).body)
    const seller = await orderer(app, operator, 'operator')
    expect(await asked(seller, 'operator')).toEqual(['Client Final'])
    expect(await asked(await orderer(app, ambassador, 'ambassador'), 'ambassador', 'ma so')).toEqual(['Ma Société'])
    expect((await app.call(people().nobody, listOrderClients, { universe: 'ambassador' })).status).toBe(403)
    const everybody = (await app.call(people().carrierPilot, listOrderClients, { universe: 'carrier' })).body
    expect(names(everybody)).toContain('Sans Partenaire')
    expect(names(everybody)).not.toContain('Opérateur du portail')
  })
})
