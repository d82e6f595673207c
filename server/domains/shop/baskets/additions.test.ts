import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addBasketLine, estimateLine, listAdditions, readBasket, uploadBasketFile } from '#api/shop/baskets/baskets'
import { readSaleTerms } from '#api/shop/terms/sale-terms'
import { newId } from '../../../platform/ids.ts'
import { type TestApp, testApp, urlOf } from '../../../testing/test-app.ts'
import type { Persona, WorldCompany } from '../../../testing/world.ts'
import { openShop, type TestShop, typed } from '../shop.factory.ts'

let app: TestApp
let shop: TestShop
beforeAll(async () => {
  app = await testApp({ now: '2026-11-09T09:00:00Z' })
  shop = await openShop(app)
})
afterAll(() => app?.close())

const people = () => app.world.personas
const companies = () => app.world.companies
type Line = Parameters<typeof typed>[0]

const add = (who: Persona, company: WorldCompany, line: Line, universe?: 'ambassador' | 'operator' | 'carrier') =>
  app.call(who, addBasketLine, { ...(universe ? { universe } : {}), params: { company: company.reference }, body: typed(line) })
const read = (who: Persona, company: WorldCompany, universe?: 'ambassador' | 'operator' | 'carrier') =>
  app.call(who, readBasket, { ...(universe ? { universe } : {}), params: { company: company.reference } })
const trunkAt = (siteIds: string[], channels = 4): Line => ({ offer: 'TRUNK-SIP', siteIds, values: { channels } })
const fresh = async (company: WorldCompany) => app.build.addPerson({ lastName: `P${newId().slice(-6)}`, company, administrator: true })

describe('an addition', () => {
  it('starts from its contract: old and new quantity and price side by side, with the free calls', async () => {
    const { client } = companies()
    const who = await fresh(client)
    const contract = await shop.runningTrunk(client)
    const offered = await app.call(who, listAdditions, { params: { company: client.reference, subscription: contract.reference } })
    expect(offered.body).toMatchObject({
      contract: { reference: contract.reference, quantity: 4, monthlyCents: 35_000, runningOrder: null },
      items: [{ code: 'AJOUT-CANAUX-SIP', freeIncomingPerUnit: 1, leadTimeDays: 3 }, { code: 'OPTIONS-TRUNK' }],
    })
    const line = { offer: 'AJOUT-CANAUX-SIP', contract: contract.reference, values: { channels: 4 } }
    const { body } = await add(who, client, line)
    expect(body.lines[0]).toMatchObject({
      contract: { reference: contract.reference },
      sites: [{ name: 'Siège Social' }],
      price: { oneOffCents: 2000, monthlyCents: 3600 },
      addition: {
        quantityBefore: 4,
        quantityAfter: 8,
        monthlyBeforeCents: 35_000,
        monthlyAfterCents: 38_600,
        unit: { fr: 'canaux' },
        calls: { outgoingBefore: 4, outgoingAfter: 8, incomingBefore: 8, incomingAfter: 16, freePerUnit: 1 },
      },
      faults: [],
    })
    expect((await add(who, client, line)).problem.errors).toMatchObject([{ path: 'contract', code: 'contract_twice' }])
  })

  it('of something else leaves what the contract counts as it is', async () => {
    const { client } = companies()
    const contract = await shop.runningTrunk(client)
    const { body } = await app.call(people().clientAdministrator, estimateLine, {
      params: { company: client.reference },
      body: typed({ offer: 'OPTIONS-TRUNK', contract: contract.reference, values: { options: 3 } }),
    })
    expect(body.addition).toMatchObject({ quantityBefore: 4, quantityAfter: 4, monthlyAfterCents: 35_300, calls: null })
  })

  it('needs a running contract that takes it', async () => {
    const { client, directClient } = companies()
    const who = await fresh(client)
    const foreign = await shop.runningTrunk(directClient)
    const ended = await shop.runningTrunk(client)
    await app.build.run("update subscriptions set state = 'terminated', terminated_on = '2026-11-01' where id = $1", [ended.id])
    const values = { channels: 4 }
    for (const contract of [null, 'OC99999', foreign.reference, ended.reference])
      expect((await add(who, client, { offer: 'AJOUT-CANAUX-SIP', contract, values })).problem.code).toBe('contract_not_running')
    const running = await shop.runningTrunk(client)
    expect((await add(who, client, { offer: 'METACENTREX', contract: running.reference })).problem.code).toBe('contract_not_running')
    const params = { company: client.reference, subscription: foreign.reference }
    expect((await app.call(who, listAdditions, { params })).status).toBe(404)
  })

  it("shows an operator's client no price of the carrier", async () => {
    const { endClient } = companies()
    const contract = await shop.runningTrunk(endClient)
    const who = people().endClientAdministrator
    const params = { company: endClient.reference, subscription: contract.reference }
    expect((await app.call(who, listAdditions, { params })).body.contract.monthlyCents).toBeNull()
    const { body } = await app.call(who, estimateLine, {
      params: { company: endClient.reference },
      body: typed({ offer: 'AJOUT-CANAUX-SIP', contract: contract.reference, values: { channels: 2 } }),
    })
    expect(body).toMatchObject({ price: null, addition: { quantityAfter: 6, monthlyBeforeCents: null, monthlyAfterCents: null } })
  })
})

describe('who orders', () => {
  it('is whoever holds the right, for their own or their clients', async () => {
    const { client, directClient, endClient, operator, ambassador, carrier } = companies()
    const status = async (who: Persona, company: WorldCompany, universe?: 'ambassador' | 'operator' | 'carrier') =>
      (await read(who, company, universe)).status
    expect(await status(people().companyReader, client)).toBe(403)
    expect(await status(people().nobody, client)).toBe(403)
    expect(await status(people().clientAdministrator, directClient)).toBe(404)
    expect(await status(people().ambassadorAdministrator, client, 'ambassador')).toBe(200)
    expect(await status(people().ambassadorAdministrator, endClient, 'ambassador')).toBe(404)
    expect(await status(people().ambassadorAdministrator, ambassador, 'ambassador')).toBe(404)
    expect(await status(people().operatorAdministrator, endClient, 'operator')).toBe(200)
    expect(await status(people().operatorAdministrator, operator, 'operator')).toBe(404)
    expect(await status(people().carrierPilot, directClient, 'carrier')).toBe(200)
    expect(await status(people().carrierPilot, carrier, 'carrier')).toBe(404)
  })

  it('orders for the sites of the right only', async () => {
    const { client } = companies()
    const who = shop.bordeauxOrderer
    expect((await add(who, client, trunkAt([client.headOfficeId]))).problem.errors).toMatchObject([{ code: 'site_unknown' }])
    expect((await add(who, client, trunkAt([app.world.bordeauxId]))).status).toBe(201)
    const head = await shop.runningTrunk(client)
    const own = await shop.runningTrunk(client, app.world.bordeauxId)
    const addition = (contract: string) => add(who, client, { offer: 'AJOUT-CANAUX-SIP', contract, values: { channels: 1 } })
    expect((await addition(head.reference)).problem.code).toBe('contract_not_running')
    expect((await addition(own.reference)).status).toBe(201)
  })

  it('is offered what their universe sells', async () => {
    const { client, endClient } = companies()
    const line = (company: WorldCompany) => ({ offer: 'RESERVEE', siteIds: [company.headOfficeId], values: { channels: 2 } })
    expect((await add(await fresh(client), client, line(client))).status).toBe(201)
    expect((await add(people().ambassadorAdministrator, client, line(client), 'ambassador')).problem.code).toBe('offer_not_allowed')
    expect((await add(people().operatorAdministrator, endClient, line(endClient), 'operator')).problem.code).toBe('offer_not_allowed')
    expect((await add(people().endClientAdministrator, endClient, line(endClient))).problem.code).toBe('offer_not_allowed')
  })

  it('reads why nothing may be ordered; an end client reads nothing of its operator', async () => {
    const { client, operator, endClient } = companies()
    await app.build.run("update companies set financial_state = 'blocked' where id = any ($1)", [[client.id, operator.id]])
    expect((await read(people().clientAdministrator, client)).body.block).toBe('company_blocked')
    expect((await read(people().operatorAdministrator, endClient, 'operator')).body.block).toBe('payer_blocked')
    expect((await read(people().endClientAdministrator, endClient)).body.block).toBeNull()
    await app.build.run("update companies set financial_state = 'sound'")
  })
})

describe('a file of a form', () => {
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')
  const send = (who: Persona, company: WorldCompany, content: Buffer, type = 'application/pdf') =>
    app.inject({
      method: 'POST',
      url: urlOf(uploadBasketFile, 'client', { company: company.reference }, { name: 'plan.pdf', type }),
      headers: { cookie: `session=${who.token}`, 'content-type': 'application/octet-stream' },
      payload: content,
    })

  it('is kept, named by its value, and is nobody else’s', async () => {
    const { client, directClient } = companies()
    const who = await fresh(client)
    const sent = await send(who, client, pdf)
    expect(sent.statusCode, sent.body).toBe(201)
    const { id } = sent.json()
    const line = await add(who, client, { offer: 'METACENTREX', siteIds: [client.headOfficeId], values: { plan: id } })
    expect(line.body.lines[0]).toMatchObject({ files: [{ id, name: 'plan.pdf' }], faults: [] })
    const other = people().directClientAdministrator
    expect((await add(other, directClient, { offer: 'METACENTREX', values: { plan: id } })).problem.errors).toMatchObject([
      { code: 'file_unknown' },
    ])
    const limited = await send(shop.bordeauxOrderer, client, pdf)
    expect(limited.statusCode).toBe(201)
  })

  it('is what it says it is', async () => {
    const { client, directClient } = companies()
    const who = people().clientAdministrator
    expect((await send(who, client, Buffer.from('MZ executable'))).json()).toMatchObject({
      errors: [{ path: 'file', code: 'file_type_refused' }],
    })
    expect((await send(who, client, pdf, 'application/x-msdownload')).statusCode).toBe(422)
    expect((await send(who, client, Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)]))).statusCode).toBe(413)
    expect((await send(who, directClient, pdf)).statusCode).toBe(404)
    expect((await send(people().companyReader, client, pdf)).statusCode).toBe(403)
  })
})

it('the terms of sale are there in both languages', async () => {
  const { body } = await app.call(people().companyReader, readSaleTerms)
  expect(body).toMatchObject({ version: 'CGV-2026-11', articles: { fr: { length: 10 }, en: { length: 10 } } })
})
