import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeOrder } from '#api/orders/life/placing'
import { listOrders, readOrder } from '#api/orders/reading/orders'
import { acceptPrices, addBasketLine, readBasket } from '#api/shop/baskets/baskets'
import type { Universe } from '#api/universes'
import { newId } from '../../../../platform/ids.ts'
import { tellNews } from '../../../../testing/tell-news.ts'
import { type TestApp, testApp } from '../../../../testing/test-app.ts'
import type { Persona, WorldCompany } from '../../../../testing/world.ts'
import { openShop, raisePrices, type TestShop, typed } from '../../../shop/shop.factory.ts'

let app: TestApp
let shop: TestShop
beforeAll(async () => {
  app = await testApp({ now: '2026-11-09T09:00:00Z' })
  shop = await openShop(app)
})
afterAll(() => app?.close())

const people = () => app.world.personas
const companies = () => app.world.companies
const fresh = (company: WorldCompany) => app.build.addPerson({ lastName: `P${newId().slice(-6)}`, company, administrator: true })
const rows = async (text: string, values: unknown[] = []) => (await app.build.run(text, values)).rows

type Line = Parameters<typeof typed>[0]
const trunkAt = (siteIds: string[], channels = 4): Line => ({ offer: 'TRUNK-SIP', siteIds, values: { channels } })

/** Fills a basket and gives what « Commander » needs. */
const fill = async (who: Persona, company: WorldCompany, lines: readonly Line[], universe: Universe = 'client') => {
  const params = { company: company.reference }
  for (const line of lines) {
    const added = await app.call(who, addBasketLine, { universe, params, body: typed(line) })
    expect(added.status, JSON.stringify(added.problem)).toBe(201)
  }
  const { body } = await app.call(who, readBasket, { universe, params })
  return { basketId: body.id ?? '', version: body.version, termsVersion: body.termsVersion }
}
const place = (
  who: Persona,
  company: WorldCompany,
  body: { basketId: string; version: number; termsVersion: string | null; longCommitmentWaiver?: boolean; purchaseOrder?: string | null },
  options: { universe?: Universe; key?: string } = {},
) =>
  app.call(who, placeOrder, {
    universe: options.universe ?? 'client',
    params: { company: company.reference },
    body,
    ...(options.key ? { headers: { 'idempotency-key': options.key } } : {}),
  })
const countOrders = async (company: WorldCompany): Promise<number> =>
  (await rows('select count(*)::int as n from orders where company_id = $1', [company.id]))[0].n

describe('« Commander »', () => {
  it('makes one contract and one order per line and site, at the prices agreed', async () => {
    const { client } = companies()
    const who = await fresh(client)
    const sites = [client.headOfficeId, app.world.bordeauxId]
    const body = await fill(who, client, [
      { ...trunkAt(sites), commitmentMonths: 36, wishedOn: '2026-12-15', onsiteContactId: people().companyReader.contactId },
      { offer: 'METACENTREX', siteIds: sites },
    ])
    const { status, body: placed } = await place(who, client, body)
    expect(status).toBe(201)
    expect(placed.orders.map(({ state, kind, offer, site }) => [state, kind, offer, site.name])).toEqual([
      ['submitted', 'creation', 'TRUNK SIP', 'Siège Social'],
      ['submitted', 'creation', 'TRUNK SIP', 'Agence de Bordeaux'],
      ['submitted', 'creation', 'MetaCentrex', 'Siège Social'],
    ])
    expect(new Set(placed.orders.map(({ contract }) => contract)).size).toBe(3)
    const [trunk] = placed.orders
    const { body: order } = await app.call(who, readOrder, { params: { order: trunk?.reference ?? '' } })
    expect(order).toMatchObject({
      kind: 'creation',
      state: 'submitted',
      commitmentMonths: 36,
      wishedOn: '2026-12-15',
      onsiteContact: { name: 'Camille Lecteur' },
      quantity: { before: null, after: 4 },
      // Ten percent off for 36 months.
      totals: { oneOffCents: 9000, monthlyCents: 1350 + 4 * 900 },
      subscription: { state: 'creating' },
    })
    // The plan ends on the wished day: two days of study, eight of work.
    expect(order.steps.map(({ plannedOn }) => plannedOn)).toEqual(['2026-12-07', '2026-12-15'])
    const [contract] = await rows(
      `select s.state, s.displayed_state, s.quantity, s.notice_count, p.monthly_cents::int, p.termination_cents::int, p.payer_id = s.company_id as pays
       from subscriptions s join subscription_prices p on p.subscription_id = s.id where s.reference = $1`,
      [trunk?.contract],
    )
    expect(contract).toEqual({
      state: 'creating',
      displayed_state: 'submitted',
      quantity: 4,
      notice_count: 1,
      monthly_cents: 4950,
      termination_cents: 5000,
      pays: true,
    })
    const [batch] = await rows('select * from order_batches where id = $1', [placed.batch])
    expect(batch).toMatchObject({
      terms_version: 'CGV-2026-11',
      terms_accepted_by: expect.stringContaining('Camille'),
      terms_accepted_ip: expect.stringMatching(/./),
      placed_universe: 'client',
    })
    const [version] = await rows('select first_ordered_at is not null as frozen from offer_versions where id = $1', [shop.trunk.versionId])
    expect(version.frozen).toBe(true)
    expect(
      await rows("select object_reference from activity where action = 'order.placed' and object_reference = $1", [trunk?.reference]),
    ).toHaveLength(1)
    await tellNews(app)
    const mails = await rows(
      "select to_address, subject from mails where template = 'order-placed' and subject like $1 order by to_address",
      [`%${trunk?.reference}%`],
    )
    expect(mails.map((mail) => mail.to_address)).toEqual(['camille.lecteur@test.example', expect.stringMatching(/^camille\.p/)])
    expect(mails[1]?.subject).toMatch(/^Commandes COM\d+, COM.* enregistrées$/)
    // A new basket begins.
    expect((await app.call(who, readBasket, { params: { company: client.reference } })).body).toMatchObject({ id: null, lines: [] })
  })

  it('orders once, however often and from wherever it is clicked', async () => {
    const { client } = companies()
    const who = await fresh(client)
    const body = await fill(who, client, [trunkAt([client.headOfficeId])])
    const before = await countOrders(client)
    const answers = await Promise.all([
      place(who, client, body),
      place(who, client, body),
      place(who, client, body, { key: 'retry' }),
      place(who, client, body, { key: 'retry' }),
      place(who, client, body, { key: 'other tab' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body)
    expect(await countOrders(client)).toBe(before + 1)
    expect((await place(who, client, { ...body, version: 99 }, { key: 'retry' })).problem.code).toBe('idempotency_mismatch')
  })

  it('never orders unseen what another tab put in', async () => {
    const { client } = companies()
    const who = await fresh(client)
    const seen = await fill(who, client, [trunkAt([client.headOfficeId])])
    await fill(who, client, [trunkAt([client.headOfficeId], 60)])
    const before = await countOrders(client)
    const { problem } = await place(who, client, seen)
    expect(problem).toMatchObject({ code: 'version_conflict', current: { lines: { length: 2 } } })
    expect(await countOrders(client)).toBe(before)
  })

  it('tells a price that changed, places nothing, and places it once accepted', async () => {
    const { directClient: client } = companies()
    const who = await fresh(client)
    const line = { offer: 'RESERVEE', siteIds: [client.headOfficeId], values: { channels: 2 } }
    const body = await fill(who, client, [line])
    await raisePrices(app, shop.clientsOnly, 50)
    const refused = await place(who, client, body)
    expect([refused.status, refused.problem.code]).toEqual([409, 'price_changed'])
    const current = refused.problem.current as { lines: { id: string; change: unknown }[] }
    expect(current.lines[0]?.change).toEqual({
      before: { oneOffCents: 100, monthlyCents: 100 },
      after: { oneOffCents: 100, monthlyCents: 150 },
    })
    expect(await countOrders(client)).toBe(0)
    const accepted = await app.call(who, acceptPrices, {
      params: { company: client.reference },
      body: { lines: [{ id: current.lines[0]?.id ?? '', price: { oneOffCents: 100, monthlyCents: 150 } }] },
    })
    const placed = await place(who, client, { ...body, version: accepted.body.version })
    expect(placed.status).toBe(201)
    const [amounts] = await rows(
      'select sum(monthly_cents)::int as monthly from order_item_amounts a join orders o on o.id = a.order_id where o.reference = $1',
      [placed.body.orders[0]?.reference],
    )
    expect(amounts.monthly).toBe(150)
  })

  it('refuses what is unfinished, expired, withdrawn, empty or without terms: nothing is placed', async () => {
    const { client } = companies()
    const params = { company: client.reference }
    const before = await countOrders(client)
    const who = await fresh(client)
    const unfinished = await fill(who, client, [{ offer: 'TRUNK-SIP', siteIds: [client.headOfficeId] }])
    expect((await place(who, client, unfinished)).problem).toMatchObject({
      code: 'validation_failed',
      errors: [{ path: 'lines.0.values.channels', code: 'required' }],
    })
    // As an attacker would: straight into the basket, past the form.
    await rows(`update basket_lines set values = '{"channels": -40}' where basket_id = $1 returning id`, [unfinished.basketId])
    expect((await place(who, client, unfinished)).problem.errors).toMatchObject([{ code: 'number_too_small' }])
    await rows(`update basket_lines set values = '{"channels": 4, "backup": true}' where basket_id = $1 returning id`, [
      unfinished.basketId,
    ])
    expect((await place(who, client, unfinished)).problem.errors).toMatchObject([
      { path: 'lines.0.values.backup_number', code: 'required' },
    ])
    await rows(
      `update basket_lines set values = '{"channels": 4}', seen = '{"oneOffCents": 9000, "monthlyCents": 5500}' where basket_id = $1 returning id`,
      [unfinished.basketId],
    )
    expect((await place(who, client, { ...unfinished, termsVersion: null })).problem.errors).toMatchObject([
      { path: 'termsVersion', code: 'terms_required' },
    ])
    expect((await place(who, client, { ...unfinished, termsVersion: 'CGV-2020-01' })).problem.code).toBe('terms_of_sale_changed')
    await app.build.run("update offer_versions set valid_until = '2026-11-08' where id = $1", [shop.trunk.versionId])
    expect((await place(who, client, unfinished)).problem.code).toBe('offer_expired')
    await app.build.run('update offer_versions set valid_until = null where id = $1', [shop.trunk.versionId])
    await app.build.run("update sites set state = 'closed', closed_on = '2026-11-01' where id = $1", [app.world.bordeauxId])
    await rows('update basket_lines set site_ids = $2 where basket_id = $1 returning id', [unfinished.basketId, [app.world.bordeauxId]])
    expect((await place(who, client, unfinished)).problem.errors).toMatchObject([{ path: 'lines.0.siteIds', code: 'site_closed' }])
    await app.build.run("update sites set state = 'open', closed_on = null where id = $1", [app.world.bordeauxId])
    await rows('update basket_lines set site_ids = $2 where basket_id = $1 returning id', [
      unfinished.basketId,
      [companies().directClient.headOfficeId],
    ])
    expect((await place(who, client, unfinished)).problem.errors).toMatchObject([{ code: 'site_unknown' }])
    await rows('delete from basket_lines where basket_id = $1 returning id', [unfinished.basketId])
    expect((await place(who, client, unfinished)).problem.code).toBe('basket_empty')
    expect(await countOrders(client)).toBe(before)
    expect((await app.call(who, readBasket, { params })).body.id).toBe(unfinished.basketId)
  })

  it("refuses somebody else's basket, and another company's", async () => {
    const { client, directClient } = companies()
    const [who, other] = [await fresh(client), await fresh(client)]
    const body = await fill(who, client, [trunkAt([client.headOfficeId])])
    expect((await place(other, client, body)).status).toBe(404)
    expect((await place(people().directClientAdministrator, directClient, body)).status).toBe(404)
    expect((await place(people().directClientAdministrator, client, body)).status).toBe(404)
    expect((await place(people().companyReader, client, body)).status).toBe(403)
    expect((await place(people().ambassadorAdministrator, client, body, { universe: 'ambassador' })).status).toBe(404)
  })

  it('refuses a blocked company with the reason', async () => {
    const { client, operator, endClient } = companies()
    const who = await fresh(client)
    const own = await fill(who, client, [trunkAt([client.headOfficeId])])
    const forClient = await fill(people().operatorAdministrator, endClient, [trunkAt([endClient.headOfficeId])], 'operator')
    const before = await countOrders(client)
    const set = (state: string, ids: string[]) =>
      app.build.run('update companies set financial_state = $1 where id = any ($2)', [state, ids])
    await set('blocked', [client.id, operator.id])
    expect((await place(who, client, own)).problem.code).toBe('company_blocked')
    expect((await place(people().operatorAdministrator, endClient, forClient, { universe: 'operator' })).problem.code).toBe('payer_blocked')
    await set('sound', [client.id, operator.id])
    await app.build.run("update companies set state = 'suspended' where id = $1", [endClient.id])
    expect((await place(people().operatorAdministrator, endClient, forClient, { universe: 'operator' })).problem.code).toBe(
      'company_inactive',
    )
    await app.build.run("update companies set state = 'active' where id = $1", [endClient.id])
    expect(await countOrders(client)).toBe(before)
  })

  it('asks a small company for its consent to a long commitment', async () => {
    const { client } = companies()
    await app.build.run("update companies set size = 'small' where id = $1", [client.id])
    const who = await fresh(client)
    const body = await fill(who, client, [{ ...trunkAt([client.headOfficeId]), commitmentMonths: 36 }])
    expect((await place(who, client, body)).problem.errors).toMatchObject([{ path: 'longCommitmentWaiver', code: 'waiver_required' }])
    const placed = await place(who, client, { ...body, longCommitmentWaiver: true })
    const [contract] = await rows('select long_commitment_waiver from subscriptions where reference = $1', [
      placed.body.orders[0]?.contract,
    ])
    expect(contract.long_commitment_waiver).toBe(true)
    await app.build.run("update companies set size = 'unknown' where id = $1", [client.id])
  })

  it('keeps the customer’s own number, by which its orders are found again', async () => {
    const { client, directClient } = companies()
    const who = await fresh(client)
    const body = await fill(who, client, [trunkAt([client.headOfficeId])])
    for (const [purchaseOrder, code] of [
      ['B'.repeat(36), 'too_long'],
      ['BC\u0000', 'control_characters'],
    ] as const) {
      const refused = await place(who, client, { ...body, purchaseOrder })
      expect(refused.status).toBe(422)
      expect(refused.problem.errors).toMatchObject([{ path: 'purchaseOrder', code }])
    }
    const { body: placed } = await place(who, client, { ...body, purchaseOrder: '  BC-2026  0184 ' })
    const reference = placed.orders[0]?.reference ?? ''
    expect((await app.call(who, readOrder, { params: { order: reference } })).body.purchaseOrder).toBe('BC-2026 0184')
    const found = async (reader: Persona, purchaseOrder: string, universe: Universe = 'client') =>
      (await app.call(reader, listOrders, { universe, query: { purchaseOrder } })).body.items.map((order) => order.reference)
    expect(await found(who, 'BC-2026')).toEqual([reference])
    expect(await found(who, 'BC-2027')).toEqual([])
    expect(await found(people().carrierPilot, 'BC-2026 0184', 'carrier')).toEqual([reference])
    expect(await found(people().directClientAdministrator, 'BC-2026')).toEqual([])
    // A field left empty is no number.
    const other = await fresh(directClient)
    const empty = await place(other, directClient, {
      ...(await fill(other, directClient, [trunkAt([directClient.headOfficeId])])),
      purchaseOrder: ' ',
    })
    expect((await app.call(other, readOrder, { params: { order: empty.body.orders[0]?.reference ?? '' } })).body.purchaseOrder).toBeNull()
  })
})

describe('an addition', () => {
  it('is an order on the running contract, which it does not change yet', async () => {
    const { client } = companies()
    const who = await fresh(client)
    const contract = await shop.runningTrunk(client)
    const body = await fill(who, client, [{ offer: 'AJOUT-CANAUX-SIP', contract: contract.reference, values: { channels: 4 } }])
    const { body: placed } = await place(who, client, body)
    expect(placed.orders).toMatchObject([{ kind: 'addition', contract: contract.reference }])
    const { body: order } = await app.call(who, readOrder, { params: { order: placed.orders[0]?.reference ?? '' } })
    expect(order).toMatchObject({
      quantity: { before: 4, after: 8 },
      items: [{ action: 'modify', item: 'channels', quantityBefore: 4, quantityAfter: 8, monthlyCents: 900 }],
      totals: { oneOffCents: 2000, monthlyCents: 3600 },
      subscription: { state: 'active' },
    })
    const [kept] = await rows(
      'select s.state, s.quantity, s.last_order_kind, p.monthly_cents::int from subscriptions s join subscription_prices p on p.subscription_id = s.id where s.id = $1',
      [contract.id],
    )
    expect(kept).toEqual({ state: 'active', quantity: 4, last_order_kind: 'addition', monthly_cents: 35_000 })
  })

  it('runs alone on its contract, also when two people order at once', async () => {
    const { client } = companies()
    const contract = await shop.runningTrunk(client)
    const line = { offer: 'AJOUT-CANAUX-SIP', contract: contract.reference, values: { channels: 1 } }
    const [one, other] = [await fresh(client), await fresh(client)]
    const bodies = [await fill(one, client, [line]), await fill(other, client, [line])] as const
    const answers = await Promise.all([place(one, client, bodies[0]), place(other, client, bodies[1])])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('operation_running')
    const late = await app.call(await fresh(client), addBasketLine, { params: { company: client.reference }, body: typed(line) })
    expect(late.problem.code).toBe('operation_running')
  })

  it('is refused on a contract that ended meanwhile', async () => {
    const { client } = companies()
    const who = await fresh(client)
    const contract = await shop.runningTrunk(client)
    const body = await fill(who, client, [{ offer: 'AJOUT-CANAUX-SIP', contract: contract.reference, values: { channels: 1 } }])
    await app.build.run("update subscriptions set state = 'termination_requested' where id = $1", [contract.id])
    expect((await place(who, client, body)).problem.code).toBe('contract_not_running')
  })
})

describe('who orders', () => {
  it('orders for the sites of the right only', async () => {
    const { client } = companies()
    const body = await fill(shop.bordeauxOrderer, client, [trunkAt([app.world.bordeauxId])])
    const { body: placed } = await place(shop.bordeauxOrderer, client, body)
    expect(placed.orders).toMatchObject([{ site: { name: 'Agence de Bordeaux' }, state: 'submitted' }])
    await tellNews(app)
    const mails = await rows("select 1 from mails where to_address = 'camille.acheteur@test.example' and template = 'order-placed'")
    expect(mails).toHaveLength(1)
    const stolen = await fill(shop.bordeauxOrderer, client, [trunkAt([app.world.bordeauxId])])
    await rows('update basket_lines set site_ids = $2 where basket_id = $1 returning id', [stolen.basketId, [client.headOfficeId]])
    expect((await place(shop.bordeauxOrderer, client, stolen)).problem.errors).toMatchObject([{ code: 'site_unknown' }])
  })

  it('an operator orders directly for its own client, and pays', async () => {
    const { endClient, operator } = companies()
    const who = await fresh(operator)
    const body = await fill(who, endClient, [trunkAt([endClient.headOfficeId])], 'operator')
    const { body: placed } = await place(who, endClient, body, { universe: 'operator' })
    expect(placed.orders).toMatchObject([{ state: 'submitted' }])
    const [contract] = await rows('select payer_id, payer_reference, company_reference from subscriptions where reference = $1', [
      placed.orders[0]?.contract,
    ])
    expect(contract).toEqual({ payer_id: operator.id, payer_reference: operator.reference, company_reference: endClient.reference })
    const [price] = await rows(
      'select p.monthly_cents::int, p.payer_id from subscription_prices p join subscriptions s on s.id = p.subscription_id where s.reference = $1',
      [placed.orders[0]?.contract],
    )
    expect(price).toEqual({ monthly_cents: 2750, payer_id: operator.id })
    const seen = await app.call(people().endClientAdministrator, readOrder, { params: { order: placed.orders[0]?.reference ?? '' } })
    expect(seen.body).toMatchObject({ state: 'submitted', totals: null })
  })

  it("an operator's client does not order", async () => {
    const { endClient } = companies()
    const who = people().endClientAdministrator
    const body = await fill(who, endClient, [trunkAt([endClient.headOfficeId])])
    expect((await place(who, endClient, { ...body, termsVersion: 'CGV-2026-11' })).problem.code).toBe('forbidden')
  })
})
