import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  acceptPrices,
  addBasketLine,
  emptyBasket,
  estimateLine,
  listAdditions,
  readBasket,
  removeBasketLine,
  updateBasketLine,
  uploadBasketFile,
} from '#contract/baskets'
import { readSaleTerms } from '#contract/order-placing'
import { newId } from '../../../platform/ids.ts'
import { type TestApp, testApp, urlOf } from '../../../testing/test-app.ts'
import type { Persona, WorldCompany } from '../../../testing/world.ts'
import { openShop, raisePrices, type TestShop, typed } from '../shop.factory.ts'

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

describe('a basket', () => {
  it('is empty before anything is put in it, and keeps several offers and sites across sessions', async () => {
    const { client } = companies()
    const who = await fresh(client)
    expect((await read(who, client)).body).toMatchObject({ id: null, version: 0, mode: 'order', lines: [], summary: { monthlyCents: 0 } })
    const first = await add(who, client, trunkAt([client.headOfficeId, app.world.bordeauxId]))
    expect(first.status).toBe(201)
    await add(who, client, { offer: 'METACENTREX', siteIds: [client.headOfficeId, app.world.bordeauxId] })
    const again = await app.build.openSession(who.userId)
    const { body } = await app.call({ token: again.token }, readBasket, { params: { company: client.reference } })
    expect(body.lines.map(({ offer, contracts }) => [offer.code, contracts])).toEqual([
      ['TRUNK-SIP', 2],
      ['METACENTREX', 1],
    ])
    // 15 + 4 × 10 = 55 € on each of two sites, 40 € for the Centrex over both.
    expect(body.summary).toMatchObject({ oneOffCents: 2 * 9000 + 10_000, monthlyCents: 2 * 5500 + 4000, hasUnpriced: false })
    expect(body.summary?.bySite.map(({ site, monthlyCents }) => [site.name, monthlyCents])).toEqual([
      ['Siège Social', 9500],
      ['Agence de Bordeaux', 5500],
    ])
    expect(body.abilities).toEqual({ edit: true, order: true })
    expect(body.termsVersion).toBe('CGV-2026-11')
  })

  it('previews the first invoices, month by month, from the wished or announced day', async () => {
    const { client } = companies()
    const who = await fresh(client)
    await add(who, client, trunkAt([client.headOfficeId]))
    await add(who, client, { ...trunkAt([client.headOfficeId]), wishedOn: '2027-02-10' })
    const { body } = await read(who, client)
    expect(body.summary?.firstInvoices).toMatchObject([
      // Ten days announced: from 19 November, 12 days of 30: 55 × 12/30 = 22.
      {
        month: '2026-11',
        proratedCents: 2200,
        oneOffCents: 9000,
        totalCents: 11_200,
        lines: [{ from: '2026-11-19', days: 12, daysInMonth: 30 }],
      },
      // 19 days of 28: 55 × 19/28 = 37.32.
      { month: '2027-02', proratedCents: 3732, oneOffCents: 9000, lines: [{ from: '2027-02-10', until: '2027-02-28', days: 19 }] },
    ])
  })

  it('never promises a day before the lead time', async () => {
    const { client } = companies()
    const { body } = await app.call(people().clientAdministrator, estimateLine, {
      params: { company: client.reference },
      body: typed({ ...trunkAt([client.headOfficeId]), wishedOn: '2026-11-10' }),
    })
    expect(body.expectedOn).toBe('2026-11-19')
  })

  it('is one per person, universe and client', async () => {
    const { client } = companies()
    const [one, other] = [await fresh(client), await fresh(client)]
    await add(one, client, trunkAt([client.headOfficeId]))
    expect((await read(other, client)).body.lines).toEqual([])
    expect((await read(people().ambassadorAdministrator, client, 'ambassador')).body.lines).toEqual([])
    expect((await read(people().carrierAdministrator, client, 'carrier')).body.lines).toEqual([])
  })

  it('keeps an unfinished form and says what is missing; what is wrong does not enter', async () => {
    const { client } = companies()
    const who = await fresh(client)
    const unfinished = await add(who, client, { offer: 'TRUNK-SIP' })
    expect(unfinished.status).toBe(201)
    expect(unfinished.body.lines[0]?.faults).toEqual([
      { path: 'siteIds', code: 'required' },
      { path: 'values.channels', code: 'required' },
    ])
    expect(unfinished.body.abilities.order).toBe(false)
    const wrong: [Line, string, string][] = [
      [trunkAt([client.headOfficeId], -4), 'values.channels', 'number_too_small'],
      [trunkAt([client.headOfficeId], 1e12), 'values.channels', 'number_too_large'],
      [trunkAt([client.headOfficeId], 2.5), 'values.channels', 'number_step'],
      [{ offer: 'TRUNK-SIP', values: { channels: 4, price: 0 } }, 'values.price', 'characteristic_unknown'],
      [{ offer: 'TRUNK-SIP', values: { channels: '4' } }, 'values.channels', 'invalid'],
      [trunkAt([companies().directClient.headOfficeId]), 'siteIds', 'site_unknown'],
      [{ ...trunkAt([]), commitmentMonths: 24 }, 'commitmentMonths', 'commitment_unknown'],
      [{ ...trunkAt([]), wishedOn: '2026-11-08' }, 'wishedOn', 'date_past'],
      [{ ...trunkAt([]), wishedOn: '2030-01-01' }, 'wishedOn', 'date_too_far'],
      [{ ...trunkAt([]), onsiteContactId: people().directClientAdministrator.contactId }, 'onsiteContactId', 'contact_unknown'],
      [{ offer: 'METACENTREX', values: { plan: newId() } }, 'values.plan', 'file_unknown'],
      [{ offer: 'METACENTREX', values: { welcome_site: companies().directClient.headOfficeId } }, 'values.welcome_site', 'site_unknown'],
      [{ offer: 'METACENTREX', values: { trunk: 'OC99999' } }, 'values.trunk', 'contract_unknown'],
      [{ offer: 'METACENTREX', values: { vlan: 'abc' } }, 'values.vlan', 'pattern_mismatch'],
      [{ offer: 'INCONNUE' }, 'offer', 'offer_unknown'],
    ]
    for (const [line, path, code] of wrong) {
      const { status, problem } = await add(who, client, line)
      expect([status, problem.errors?.map((error) => [error.path, error.code])], JSON.stringify(line)).toEqual([422, [[path, code]]])
    }
    expect((await read(who, client)).body.lines).toHaveLength(1)
  })

  it('asks what its conditions ask, and prices nothing that is hidden', async () => {
    const { client } = companies()
    const estimate = (values: Record<string, string | number | boolean>) =>
      app.call(people().clientAdministrator, estimateLine, {
        params: { company: client.reference },
        body: typed({ offer: 'TRUNK-SIP', siteIds: [client.headOfficeId], values }),
      })
    expect((await estimate({ channels: 4, backup: true })).body.faults).toEqual([{ path: 'values.backup_number', code: 'required' }])
    expect((await estimate({ channels: 4, backup_number: 'laissé là' })).body.faults).toEqual([])
    const volume = await estimate({ channels: 10 })
    expect(volume.body.price).toMatchObject({ oneOffCents: 9000, monthlyCents: 1500 + 10 * 800 })
    expect((await read(await fresh(client), client)).body.lines).toEqual([])
  })

  it('changes and loses lines, one version after the other', async () => {
    const { client } = companies()
    const who = await fresh(client)
    const { body: before } = await add(who, client, trunkAt([client.headOfficeId]))
    const change = (version: number, channels: number) =>
      app.call(who, updateBasketLine, {
        params: { company: client.reference, line: before.lineId },
        body: {
          siteIds: [app.world.bordeauxId],
          values: { channels },
          commitmentMonths: 36,
          wishedOn: null,
          onsiteContactId: who.contactId,
          version,
        },
      })
    const changed = await change(1, 6)
    expect(changed.body.lines[0]).toMatchObject({
      version: 2,
      sites: [{ name: 'Agence de Bordeaux' }],
      onsiteContact: { id: who.contactId },
      // Ten percent off for 36 months: 13.50 + 6 × 9.
      price: { monthlyCents: 1350 + 6 * 900 },
      change: null,
    })
    expect(changed.body.version).toBe(before.version + 1)
    const stale = await change(1, 8)
    expect([stale.status, stale.problem.code]).toEqual([409, 'version_conflict'])
    expect(stale.problem.current).toMatchObject({ lines: [{ values: { channels: 6 } }] })
    expect((await change(2, 99)).problem.errors).toMatchObject([{ path: 'values.channels', code: 'number_too_large' }])
    const params = { company: client.reference, line: before.lineId }
    expect((await app.call(await fresh(client), removeBasketLine, { params })).status).toBe(404)
    expect((await app.call(who, removeBasketLine, { params })).body.lines).toEqual([])
    expect((await app.call(who, removeBasketLine, { params })).status).toBe(404)
    await add(who, client, trunkAt([client.headOfficeId]))
    expect((await app.call(who, emptyBasket, { params: { company: client.reference } })).status).toBe(204)
    expect((await read(who, client)).body.lines).toEqual([])
  })

  it('adds a line once for one idempotency key', async () => {
    const { client } = companies()
    const who = await fresh(client)
    const twice = () =>
      app.call(who, addBasketLine, {
        params: { company: client.reference },
        body: typed(trunkAt([client.headOfficeId])),
        headers: { 'idempotency-key': 'same' },
      })
    const [one, other] = await Promise.all([twice(), twice()])
    expect(one.body.lineId).toBe(other.body.lineId)
    expect((await read(who, client)).body.lines).toHaveLength(1)
  })

  it('makes one basket when two tabs fill it at once', async () => {
    const { client } = companies()
    const who = await fresh(client)
    const answers = await Promise.all(Array.from({ length: 5 }, () => add(who, client, trunkAt([client.headOfficeId]))))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    expect((await read(who, client)).body).toMatchObject({ version: 6, lines: { length: 5 } })
  })
})

describe('prices', () => {
  it('are those of who pays', async () => {
    const { client, endClient } = companies()
    const line = (company: WorldCompany) => ({ ...trunkAt([company.headOfficeId]) })
    const monthly = async (who: Persona, company: WorldCompany, universe?: 'ambassador' | 'operator' | 'carrier') =>
      (
        await app.call(who, estimateLine, {
          ...(universe ? { universe } : {}),
          params: { company: company.reference },
          body: typed(line(company)),
        })
      ).body.price?.monthlyCents
    expect(await monthly(people().ambassadorAdministrator, client, 'ambassador')).toBe(5500)
    expect(await monthly(people().carrierPilot, client, 'carrier')).toBe(5500)
    expect(await monthly(people().operatorAdministrator, endClient, 'operator')).toBe(2750)
    expect(await monthly(people().carrierPilot, endClient, 'carrier')).toBe(2750)
  })

  it("of the carrier never reach an operator's client: its operator's own, or none", async () => {
    const { endClient, operator } = companies()
    const who = people().endClientAdministrator
    const none = await add(who, endClient, trunkAt([endClient.headOfficeId]))
    expect(none.body).toMatchObject({ mode: 'request', summary: null, termsVersion: null, lines: [{ price: null, faults: [] }] })
    await app.build.run(
      'insert into resale_prices (id, operator_id, offer_id, company_id, one_off_cents, monthly_cents) values ($1, $2, $3, null, 10000, 2000), ($4, $2, $3, $5, 10000, 1800)',
      [newId(), operator.id, shop.trunk.offerId, newId(), endClient.id],
    )
    const priced = await read(who, endClient)
    expect(priced.body.lines[0]).toMatchObject({ price: { oneOffCents: 40_000, monthlyCents: 7200 } })
    expect(JSON.stringify(priced.body)).not.toMatch(/5500|2750/)
    await app.build.run('delete from resale_prices')
  })

  it('that change are told before and after, survive an edit, and wait to be accepted as told', async () => {
    const { client } = companies()
    const who = await fresh(client)
    const params = { company: client.reference }
    const { body: added } = await add(who, client, { offer: 'METACENTREX', siteIds: [client.headOfficeId] })
    await raisePrices(app, shop.centrex, 500)
    const told = (await read(who, client)).body
    expect(told.lines[0]?.change).toEqual({
      before: { oneOffCents: 10_000, monthlyCents: 4000 },
      after: { oneOffCents: 10_000, monthlyCents: 4500 },
    })
    expect(told.abilities.order).toBe(false)
    const edited = await app.call(who, updateBasketLine, {
      params: { ...params, line: added.lineId },
      body: {
        siteIds: [client.headOfficeId],
        values: { vlan: '12' },
        commitmentMonths: 0,
        wishedOn: null,
        onsiteContactId: null,
        version: 1,
      },
    })
    expect(edited.body.lines[0]?.change).toMatchObject({ after: { monthlyCents: 4500 } })
    const accept = (monthlyCents: number) =>
      app.call(who, acceptPrices, { params, body: { lines: [{ id: added.lineId, price: { oneOffCents: 10_000, monthlyCents } }] } })
    const early = await accept(4000)
    expect([early.status, early.problem.code]).toEqual([409, 'price_changed'])
    expect(early.problem.current).toMatchObject({ lines: [{ change: { after: { monthlyCents: 4500 } } }] })
    expect((await accept(4500)).body).toMatchObject({ lines: [{ change: null }], abilities: { order: true } })
    await raisePrices(app, shop.centrex, -500)
  })

  it('of a version that expired: the one on sale is proposed, and taken when accepted', async () => {
    const { client } = companies()
    const who = await fresh(client)
    const params = { company: client.reference }
    const { body: added } = await add(who, client, { offer: 'METACENTREX', siteIds: [client.headOfficeId] })
    const next = newId()
    await app.build.run("update offer_versions set valid_until = '2026-11-08' where id = $1", [shop.centrex.versionId])
    expect((await read(who, client)).body.lines[0]?.offer.standing).toBe('withdrawn')
    expect((await add(who, client, { offer: 'METACENTREX' })).problem.code).toBe('offer_expired')
    await app.build.run(
      `insert into offer_versions (id, offer_id, number, state, valid_from, definition)
       select $2, offer_id, 2, 'published', '2026-11-09', definition from offer_versions where id = $1`,
      [shop.centrex.versionId, next],
    )
    await app.build.run(
      `insert into offer_prices select $2, price_list, item, one_off_cents, monthly_cents, steps from offer_prices where version_id = $1`,
      [shop.centrex.versionId, next],
    )
    const moved = (await read(who, client)).body.lines[0]
    expect(moved).toMatchObject({ offer: { standing: 'new_version', versionNumber: 2 }, change: { before: { monthlyCents: 4000 } } })
    const accepted = await app.call(who, acceptPrices, {
      params,
      body: { lines: [{ id: added.lineId, price: { oneOffCents: 10_000, monthlyCents: 4000 } }] },
    })
    expect(accepted.body.lines[0]).toMatchObject({ offer: { standing: 'on_sale', versionNumber: 2 }, change: null })
  })
})

describe('an addition', () => {
  it('starts from its contract: old and new quantity and price side by side, with the free calls', async () => {
    const { client } = companies()
    const who = await fresh(client)
    const contract = await shop.runningTrunk(client)
    const offered = await app.call(who, listAdditions, { params: { company: client.reference, contract: contract.reference } })
    expect(offered.body).toMatchObject({
      contract: { reference: contract.reference, quantity: 4, monthlyCents: 35_000, runningOrder: null },
      items: [{ code: 'AJOUT-CANAUX-SIP', freeIncomingPerUnit: 1, leadTimeDays: 3 }],
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
    expect((await add(who, client, { ...trunkAt([client.headOfficeId]), contract: running.reference })).problem.errors).toMatchObject([
      { path: 'contract' },
    ])
    const params = { company: client.reference, contract: foreign.reference }
    expect((await app.call(who, listAdditions, { params })).status).toBe(404)
  })

  it("shows an operator's client no price of the carrier", async () => {
    const { endClient } = companies()
    const contract = await shop.runningTrunk(endClient)
    const who = people().endClientAdministrator
    const params = { company: endClient.reference, contract: contract.reference }
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
