import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noteOrder } from '#api/orders/delivery/delivery'
import { cancelOrder, commentOrder, listOrders, readOrder } from '#api/orders/reading/orders'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'
import { addOffer, addOrder, type MadeOrder, type OrderableOffer } from '../orders.factory.ts'

let app: TestApp
let offer: OrderableOffer
let own: MadeOrder
let inBordeaux: MadeOrder
let direct: MadeOrder
let ofEndClient: MadeOrder
beforeAll(async () => {
  app = await testApp()
  const { companies: c, bordeauxId } = app.world
  offer = await addOffer(app.build)
  own = await addOrder(app.build, { offer, company: c.client, months: 36 })
  inBordeaux = await addOrder(app.build, { offer, company: c.client, siteIds: [bordeauxId] })
  direct = await addOrder(app.build, { offer, company: c.directClient })
  ofEndClient = await addOrder(app.build, { offer, company: c.endClient })
})
afterAll(() => app?.close())

const versionOf = async ({ id }: MadeOrder): Promise<number> =>
  (await app.build.run('select version from orders where id = $1', [id])).rows[0].version
const contractState = async ({ subscriptionId }: MadeOrder) =>
  (await app.build.run('select state, last_order_state from subscriptions where id = $1', [subscriptionId])).rows[0]

describe('reading an order', () => {
  it('gives the client its items with amounts, its steps, and what it may do', async () => {
    const { personas: p } = app.world
    const seen = await app.call(p.clientAdministrator, readOrder, { params: { order: own.reference } })
    expect(seen.body).toMatchObject({
      reference: own.reference,
      state: 'submitted',
      offer: { code: offer.code, name: 'TRUNK SIP' },
      subscription: { reference: own.contract, state: 'creating' },
      quantity: { before: null, after: 4 },
      characteristics: [{ key: 'channels', value: { fr: '4 canaux' } }],
      items: [
        { item: 'base', oneOffCents: 15_000, monthlyCents: 2_900 },
        { item: 'channels', quantityAfter: 4, monthlyCents: 1_000 },
      ],
      totals: { oneOffCents: 15_000, monthlyCents: 6_900 },
      steps: [
        { label: { fr: 'Étude' }, actor: 'carrier', state: 'to_do', abilities: { complete: false } },
        { label: { fr: 'Mise en service' }, actor: 'infrastructure' },
      ],
      notes: [],
      risk: null,
      abilities: { cancel: true, cancelWithReason: false, comment: true, takeOver: false, deliver: false, note: false },
    })
  })

  it('gives the ambassador public amounts, the carrier what it needs to deliver', async () => {
    const { personas: p } = app.world
    const partner = await app.call(p.ambassadorAdministrator, readOrder, { universe: 'ambassador', params: { order: own.reference } })
    expect(partner.body.totals).toEqual({ oneOffCents: 15_000, monthlyCents: 6_900 })
    expect(partner.body.abilities).toMatchObject({ cancel: true, validate: false, deliver: false })
    const pilot = await app.call(p.carrierPilot, readOrder, { universe: 'carrier', params: { order: own.reference } })
    expect(pilot.body).toMatchObject({
      totals: { monthlyCents: 6_900 },
      risk: { atRisk: false, openDays: 1, usualDays: null },
      abilities: { takeOver: true, start: true, deliver: true, amend: true, declareImpossible: true, cancelWithReason: true },
      steps: [{ abilities: { start: true, complete: true, block: true, unblock: false } }, {}],
    })
  })

  it('shows its operator the amounts, and an end client none', async () => {
    const { personas: p } = app.world
    const operator = await app.call(p.operatorAdministrator, readOrder, { universe: 'operator', params: { order: ofEndClient.reference } })
    expect(operator.body.totals).toEqual({ oneOffCents: 15_000, monthlyCents: 6_900 })
    expect(operator.body.abilities).toMatchObject({ cancel: true, comment: true })
    const client = await app.call(p.endClientAdministrator, readOrder, { params: { order: ofEndClient.reference } })
    expect(client.status).toBe(200)
    expect(client.body).toMatchObject({
      totals: null,
      items: [{ oneOffCents: null, monthlyCents: null }, {}],
      abilities: { cancel: false, comment: true },
    })
    expect(JSON.stringify(client.body)).not.toMatch(/6900|15000|"oneOffCents":[0-9]/)
  })

  it('is refused without the right, and not found by other companies', async () => {
    const { personas: p } = app.world
    const params = { order: own.reference }
    expect((await app.call(p.accountant, readOrder, { params })).status).toBe(403)
    for (const persona of [p.directClientAdministrator, p.endClientAdministrator])
      expect((await app.call(persona, readOrder, { params })).status).toBe(404)
    expect((await app.call(p.operatorAdministrator, readOrder, { universe: 'operator', params })).status).toBe(404)
    expect(
      (await app.call(p.ambassadorAdministrator, readOrder, { universe: 'ambassador', params: { order: direct.reference } })).status,
    ).toBe(404)
    expect((await app.call(p.clientAdministrator, readOrder, { params: { order: 'COM99999' } })).status).toBe(404)
  })

  it('is limited to the sites of the right', async () => {
    const { companies: c, bordeauxId } = app.world
    const person = await app.build.addPerson({
      lastName: 'Commandeur',
      company: c.client,
      rights: [{ universe: 'client', templates: ['orders.manage'], sites: [bordeauxId] }],
    })
    expect((await app.call(person, readOrder, { params: { order: own.reference } })).status).toBe(404)
    const seen = await app.call(person, readOrder, { params: { order: inBordeaux.reference } })
    expect(seen.body).toMatchObject({ site: { name: 'Agence de Bordeaux' }, abilities: { cancel: true } })
    const list = await app.call(person, listOrders)
    expect(list.body.items.map(({ reference }) => reference)).toEqual([inBordeaux.reference])
  })
})

describe('the list of orders', () => {
  it('holds those of the universe, latest first, with filters', async () => {
    const { personas: p, companies: c } = app.world
    const mine = await app.call(p.clientAdministrator, listOrders)
    expect(mine.body.items.map(({ reference }) => reference)).toEqual([inBordeaux.reference, own.reference])
    const all = await app.call(p.carrierPilot, listOrders, { universe: 'carrier', query: { state: 'running', sort: 'reference' } })
    expect(all.body.items.map(({ reference }) => reference)).toEqual(
      [own, inBordeaux, direct, ofEndClient].map(({ reference }) => reference),
    )
    expect([mine.body.total, all.body.total]).toEqual([null, 4])
    const one = await app.call(p.carrierPilot, listOrders, { universe: 'carrier', query: { company: c.directClient.reference } })
    expect(one.body.items.map(({ reference }) => reference)).toEqual([direct.reference])
    const contract = await app.call(p.carrierPilot, listOrders, {
      universe: 'carrier',
      query: { subscription: own.contract, q: own.reference.toLowerCase() },
    })
    expect(contract.body.items).toHaveLength(1)
    expect((await app.call(p.clientAdministrator, listOrders, { query: { company: c.directClient.reference } })).body.items).toEqual([])
    expect((await app.call(p.accountant, listOrders)).status).toBe(403)
    expect((await app.call(p.clientAdministrator, listOrders, { query: { sort: 'nothing' as never } })).status).toBe(422)
  })
})

describe('orders that run', () => {
  it('are counted beyond the first page, each reader’s own', async () => {
    const { personas: p, companies: c, bordeauxId } = app.world
    const buyer = await app.build.addPerson({
      lastName: 'Compteur',
      company: c.client,
      rights: [{ universe: 'client', templates: ['orders.manage'], sites: [bordeauxId] }],
    })
    const running = async (who: Persona) => (await app.call(who, listOrders, { query: { state: 'running' } })).body
    const [before, beforeThere] = [(await running(p.clientAdministrator)).total ?? 0, (await running(buyer)).total ?? 0]
    for (let made = 0; made < 52; made++) await addOrder(app.build, { offer, company: c.client })
    await addOrder(app.build, { offer, company: c.client, state: 'delivered' })
    const { items, total } = await running(p.clientAdministrator)
    expect([items.length, total]).toEqual([50, before + 52])
    expect((await running(buyer)).total).toBe(beforeThere)
  })
})

describe('comments and notes', () => {
  it('comments are shared with a short name of the carrier’s people, notes are the carrier’s', async () => {
    const { personas: p } = app.world
    const params = { order: own.reference }
    const asked = await app.call(p.carrierPilot, commentOrder, { universe: 'carrier', params, body: { body: 'Le local est-il ouvert ?' } })
    expect(asked.status).toBe(201)
    expect(
      (await app.call(p.carrierPilot, noteOrder, { universe: 'carrier', params, body: { body: 'Client difficile à joindre' } })).status,
    ).toBe(201)
    expect((await app.call(p.clientAdministrator, commentOrder, { params, body: { body: 'Oui, de 8 h à 18 h.' } })).status).toBe(201)
    const client = await app.call(p.clientAdministrator, readOrder, { params })
    expect(client.body.comments).toMatchObject([
      { author: 'Céline B. (exploitant)', universe: 'carrier', isOurs: false },
      { author: 'Camille Martin', universe: 'client', isOurs: true },
    ])
    expect(client.body.notes).toEqual([])
    const pilot = await app.call(p.carrierPilot, readOrder, { universe: 'carrier', params })
    expect(pilot.body.notes).toMatchObject([{ author: 'Céline Bernard', body: 'Client difficile à joindre' }])
    const { rows } = await app.build.run(`select action from activity where object_reference = $1`, [own.reference])
    expect(rows.map(({ action }) => action)).toEqual(['order.commented', 'order.commented'])
    expect((await app.call(p.clientAdministrator, noteOrder, { params, body: { body: 'x' } })).status).toBe(404)
  })

  it('an end client answers too; nobody writes nothing, nor on another company’s', async () => {
    const { personas: p } = app.world
    const params = { order: ofEndClient.reference }
    expect((await app.call(p.endClientAdministrator, commentOrder, { params, body: { body: 'Bonjour' } })).status).toBe(201)
    expect((await app.call(p.endClientAdministrator, commentOrder, { params, body: { body: '  ' } })).problem.errors).toMatchObject([
      { path: 'body', code: 'required' },
    ])
    expect((await app.call(p.clientAdministrator, commentOrder, { params, body: { body: 'x' } })).status).toBe(404)
    expect((await app.call(p.accountant, commentOrder, { params: { order: own.reference }, body: { body: 'x' } })).status).toBe(403)
  })
})

describe('cancelling', () => {
  it('is the customer’s until delivery starts; the contract has no follow-up', async () => {
    const { personas: p, companies: c } = app.world
    const made = await addOrder(app.build, { offer, company: c.client })
    const params = { order: made.reference }
    const version = await versionOf(made)
    expect((await app.call(p.accountant, cancelOrder, { params, body: { version } })).status).toBe(403)
    expect((await app.call(p.directClientAdministrator, cancelOrder, { params, body: { version } })).status).toBe(404)
    const stale = await app.call(p.clientAdministrator, cancelOrder, { params, body: { version: version + 7 } })
    expect(stale.problem).toMatchObject({ code: 'version_conflict', current: { reference: made.reference } })
    const done = await app.call(p.clientAdministrator, cancelOrder, { params, body: { version, reason: 'Déménagement' } })
    expect(done.body).toMatchObject({ state: 'cancelled_by_client', closingReason: 'Déménagement', abilities: { cancel: false } })
    expect(await contractState(made)).toEqual({ state: 'abandoned', last_order_state: 'cancelled_by_client' })
    const again = await app.call(p.clientAdministrator, cancelOrder, { params, body: { version: version + 1 } })
    expect(again.problem.code).toBe('conflict')
    const late = await addOrder(app.build, { offer, company: c.client, state: 'in_delivery' })
    const refused = await app.call(p.clientAdministrator, cancelOrder, { params: { order: late.reference }, body: { version: 1 } })
    expect(refused.problem.code).toBe('conflict')
    expect(await contractState(late)).toMatchObject({ state: 'creating' })
  })

  it('by the carrier wants a reason, which the customer reads', async () => {
    const { personas: p, companies: c } = app.world
    const made = await addOrder(app.build, { offer, company: c.client, state: 'in_delivery' })
    const params = { order: made.reference }
    const version = await versionOf(made)
    const bare = await app.call(p.carrierPilot, cancelOrder, { universe: 'carrier', params, body: { version } })
    expect(bare.problem.errors).toMatchObject([{ path: 'reason', code: 'required' }])
    const done = await app.call(p.carrierPilot, cancelOrder, { universe: 'carrier', params, body: { version, reason: 'Doublon' } })
    expect(done.body.state).toBe('cancelled')
    const seen = await app.call(p.clientAdministrator, readOrder, { params })
    expect(seen.body.closingReason).toBe('Doublon')
    const mails = await app.build.run(
      `select count(*)::int as n from notification_events where code = 'order.stopped' and object_reference = $1`,
      [made.reference],
    )
    expect(mails.rows[0].n).toBe(1)
  })

  it('is not an end client’s: its operator does it; nor is a termination cancelled', async () => {
    const { personas: p, companies: c } = app.world
    const made = await addOrder(app.build, { offer, company: c.endClient })
    const params = { order: made.reference }
    expect((await app.call(p.endClientAdministrator, cancelOrder, { params, body: { version: 1 } })).status).toBe(403)
    const version = await versionOf(made)
    expect((await app.call(p.operatorAdministrator, cancelOrder, { universe: 'operator', params, body: { version } })).body.state).toBe(
      'cancelled_by_client',
    )
    const leaving = await addOrder(app.build, { offer, company: c.client, kind: 'termination' })
    const refused = await app.call(p.clientAdministrator, cancelOrder, {
      params: { order: leaving.reference },
      body: { version: await versionOf(leaving) },
    })
    expect(refused.problem.code).toBe('conflict')
  })
})
