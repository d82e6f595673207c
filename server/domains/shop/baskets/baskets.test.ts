import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  acceptPrices,
  addBasketLine,
  emptyBasket,
  estimateLine,
  readBasket,
  removeBasketLine,
  updateBasketLine,
} from '#api/shop/baskets/baskets'
import { newId } from '../../../platform/ids.ts'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
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
    expect(priced.body.summary).toMatchObject({ monthlyCents: 7200, firstInvoices: [] })
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
