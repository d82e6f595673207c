import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completeDelivery } from '#api/orders/delivery/delivery'
import { placeOrder, readPendingDecision, refuseOrder, validateOrder } from '#api/orders/life/placing'
import { readOrder } from '#api/orders/reading/orders'
import { addBasketLine, readBasket } from '#api/shop/baskets/baskets'
import type { Universe } from '#api/universes'
import { tellNews } from '../../../../testing/tell-news.ts'
import { type TestApp, testApp } from '../../../../testing/test-app.ts'
import type { Persona, WorldCompany } from '../../../../testing/world.ts'
import { openShop, type TestShop, typed } from '../../../shop/shop.factory.ts'

let app: TestApp
let shop: TestShop
beforeAll(async () => {
  app = await testApp({ now: '2026-11-09T15:00:00Z' })
  shop = await openShop(app)
})
afterAll(() => app?.close())

const people = () => app.world.personas
const companies = () => app.world.companies
const rows = async (text: string, values: unknown[] = []) => (await app.build.run(text, values)).rows
const termsVersion = 'CGV-2026-11'

/** Orders trunks for a client in a partner's or the carrier's name; gives their references. */
const orderFor = async (who: Persona, company: WorldCompany, universe: Universe, siteIds: string[], months = 0): Promise<string[]> => {
  const params = { company: company.reference }
  const body = typed({ offer: 'TRUNK-SIP', siteIds, values: { channels: 4 }, commitmentMonths: months })
  await app.call(who, addBasketLine, { universe, params, body })
  const { body: basket } = await app.call(who, readBasket, { universe, params })
  expect(basket).toMatchObject({ mode: 'propose', termsVersion: null, abilities: { order: true } })
  const { status, body: placed } = await app.call(who, placeOrder, {
    universe,
    params,
    body: { basketId: basket.id ?? '', version: basket.version, termsVersion: null },
  })
  expect(status).toBe(201)
  expect(placed.orders.every(({ state }) => state === 'awaiting_client')).toBe(true)
  return placed.orders.map(({ reference }) => reference)
}
const validate = (
  who: Persona,
  order: string,
  options: { universe?: Universe; version?: number; terms?: string; waiver?: boolean; key?: string } = {},
) =>
  app.call(who, validateOrder, {
    universe: options.universe ?? 'client',
    params: { order },
    body: {
      version: options.version ?? 1,
      termsVersion: options.terms ?? termsVersion,
      ...(options.waiver === undefined ? {} : { longCommitmentWaiver: options.waiver }),
    },
    ...(options.key ? { headers: { 'idempotency-key': options.key } } : {}),
  })
const refuse = (who: Persona, order: string, reason = 'Trop cher', universe: Universe = 'client') =>
  app.call(who, refuseOrder, { universe, params: { order }, body: { version: 1, reason } })
const stateOf = async (order: string): Promise<[string, string]> => {
  const [row] = await rows(
    'select o.state as "order", s.state as contract from orders o join subscriptions s on s.id = o.subscription_id where o.reference = $1',
    [order],
  )
  return [row.order, row.contract]
}

describe("an ambassador's order for its client", () => {
  it('waits for the client, who is told with a link and validates', async () => {
    const { client } = companies()
    const [order = '', beside = ''] = await orderFor(people().ambassadorAdministrator, client, 'ambassador', [
      client.headOfficeId,
      app.world.bordeauxId,
    ])
    expect(await stateOf(order)).toEqual(['awaiting_client', 'creating'])
    await tellNews(app)
    const asked = await rows("select to_address, content from mails where template = 'order-to-validate' order by to_address")
    expect(asked.map(({ to_address }) => to_address)).toEqual(['camille.acheteur@test.example', 'camille.martin@test.example'])
    const told = await rows(
      "select object_reference, universes, category, site_id is not null as on_site from notification_events where code = 'order.awaits_validation' order by object_reference",
    )
    expect(told).toMatchObject([
      { object_reference: order, universes: ['client'], category: 'shop', on_site: true },
      { object_reference: beside, universes: ['client'] },
    ])
    const who = people().clientAdministrator
    const asks = await app.call(who, readPendingDecision, { params: { order } })
    expect(asks.body).toMatchObject({
      version: 1,
      termsVersion,
      waiting: [beside],
      block: null,
      needsWaiver: false,
      abilities: { decide: true },
    })
    expect((await app.call(who, readOrder, { params: { order } })).body).toMatchObject({ steps: [], abilities: { validate: true } })

    // The next day, before the session ends.
    app.clock.advance({ hours: 11 })
    const validated = await validate(who, order)
    expect(validated.body).toMatchObject({ order: { reference: order, state: 'submitted' }, waiting: [beside] })
    const { body: read } = await app.call(who, readOrder, { params: { order } })
    expect(read).toMatchObject({
      state: 'submitted',
      submittedAt: '2026-11-10T02:00:00.000Z',
      decisions: [{ kind: 'validated', by: 'Camille Martin', at: '2026-11-10T02:00:00.000Z' }],
    })
    expect(read.steps.map(({ plannedOn }) => plannedOn)).toEqual(['2026-11-12', '2026-11-20'])
    const [batch] = await rows('select b.* from order_batches b join orders o on o.batch_id = b.id where o.reference = $1', [order])
    expect(batch).toMatchObject({
      terms_version: termsVersion,
      terms_accepted_by: 'Camille Martin',
      terms_accepted_ip: expect.stringMatching(/./),
    })
    const [line] = await rows(
      "select actor_name, ip is not null as from_ip, after from activity where action = 'order.validated' and object_reference = $1",
      [order],
    )
    expect(line).toMatchObject({ actor_name: 'Camille Martin', from_ip: true, after: { termsVersion } })
    await tellNews(app)
    expect(await rows("select 1 from mails where template = 'order-placed' and to_address = 'camille.martin@test.example'")).toHaveLength(1)
    expect(await rows("select universes from notification_events where code = 'order.validated'")).toEqual([{ universes: ['ambassador'] }])
    expect((await validate(who, order, { version: 2 })).problem.code).toBe('order_already_decided')
    expect(await stateOf(beside)).toEqual(['awaiting_client', 'creating'])
  })

  it('is validated once by two people at the same time', async () => {
    const { client } = companies()
    const [order = ''] = await orderFor(people().ambassadorAdministrator, client, 'ambassador', [client.headOfficeId])
    const colleague = await app.build.addPerson({ lastName: 'Collègue', company: client, administrator: true })
    const answers = await Promise.all([validate(people().clientAdministrator, order), validate(colleague, order), refuse(colleague, order)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
    const key = await Promise.all([1, 2].map(() => validate(people().clientAdministrator, order, { key: 'k', version: 1 })))
    expect(key.map(({ problem }) => problem.code)).toEqual(['order_already_decided', 'order_already_decided'])
    expect(await rows('select 1 from order_steps s join orders o on o.id = s.order_id where o.reference = $1', [order])).toHaveLength(
      (await stateOf(order))[0] === 'submitted' ? 2 : 0,
    )
  })

  it('is refused with a reason that who ordered reads; its contract is dropped', async () => {
    const { client } = companies()
    const [order = ''] = await orderFor(people().ambassadorAdministrator, client, 'ambassador', [client.headOfficeId])
    const refused = await refuse(people().clientAdministrator, order)
    expect(refused.body.order.state).toBe('cancelled_by_client')
    expect(await stateOf(order)).toEqual(['cancelled_by_client', 'abandoned'])
    const [event] = await rows(
      "select universes, parameters from notification_events where code = 'order.refused' and object_reference = $1",
      [order],
    )
    expect(event).toMatchObject({ universes: ['ambassador'], parameters: { reason: 'Trop cher' } })
    const seen = await app.call(people().ambassadorAdministrator, readOrder, { universe: 'ambassador', params: { order } })
    expect(seen.body).toMatchObject({ state: 'cancelled_by_client', closingReason: 'Trop cher' })
    expect(seen.body.decisions).toMatchObject([{ kind: 'refused', by: 'Camille Martin' }])
  })

  it('is decided by who holds the right on its sites, and nobody else', async () => {
    const { client } = companies()
    const [head = '', bordeaux = ''] = await orderFor(people().ambassadorAdministrator, client, 'ambassador', [
      client.headOfficeId,
      app.world.bordeauxId,
    ])
    expect((await validate(shop.bordeauxOrderer, head)).status).toBe(404)
    expect((await validate(people().companyReader, bordeaux)).status).toBe(403)
    expect((await validate(people().directClientAdministrator, bordeaux)).status).toBe(404)
    expect((await validate(people().endClientAdministrator, bordeaux)).status).toBe(404)
    const byAmbassador = await app.inject({
      method: 'POST',
      url: `/api/ambassador/orders/${bordeaux}/validation`,
      headers: { cookie: `session=${people().ambassadorAdministrator.token}` },
      payload: { version: 1, termsVersion },
    })
    expect(byAmbassador.statusCode).toBe(404)
    expect((await validate(shop.bordeauxOrderer, bordeaux)).body.order.state).toBe('submitted')
    expect((await app.call(shop.bordeauxOrderer, readPendingDecision, { params: { order: bordeaux } })).body.waiting).toEqual([])
  })

  it('is not validated blindly: version, terms, blocked company, long commitment', async () => {
    const { client } = companies()
    const [order = ''] = await orderFor(people().ambassadorAdministrator, client, 'ambassador', [client.headOfficeId], 36)
    const who = people().clientAdministrator
    expect((await validate(who, order, { version: 7 })).problem.code).toBe('version_conflict')
    expect((await validate(who, order, { terms: 'CGV-2020-01' })).problem.code).toBe('terms_of_sale_changed')
    await app.build.run("update companies set financial_state = 'blocked', size = 'micro' where id = $1", [client.id])
    expect((await validate(who, order)).problem.code).toBe('company_blocked')
    await app.build.run("update companies set financial_state = 'sound' where id = $1", [client.id])
    expect((await validate(who, order)).problem.errors).toMatchObject([{ path: 'longCommitmentWaiver', code: 'waiver_required' }])
    expect(await stateOf(order)).toEqual(['awaiting_client', 'creating'])
    expect((await validate(who, order, { waiver: true })).body.order.state).toBe('submitted')
    await app.build.run("update companies set size = 'unknown' where id = $1", [client.id])
  })

  it('keeps the consent of who validates, as the company is by then, until the delivery writes it on the contract', async () => {
    const { client } = companies()
    const who = people().clientAdministrator
    const size = (value: string) => app.build.run('update companies set size = $2 where id = $1', [client.id, value])
    const proposed = async () =>
      (await orderFor(people().ambassadorAdministrator, client, 'ambassador', [client.headOfficeId], 36))[0] ?? ''
    const consent = async (order: string) => {
      const [row] = await rows(
        'select o.long_commitment_waiver as "order", s.long_commitment_waiver as contract from orders o join subscriptions s on s.id = o.subscription_id where o.reference = $1',
        [order],
      )
      return [row.order, row.contract]
    }
    const deliver = async (order: string) => {
      const { body } = await app.call(people().carrierPilot, readOrder, { universe: 'carrier', params: { order } })
      const { status } = await app.call(people().carrierPilot, completeDelivery, {
        universe: 'carrier',
        params: { order },
        body: { version: body.version, deliveredOn: app.clock.today().toString(), finishSteps: true },
      })
      expect(status).toBe(200)
    }
    await size('large')
    const order = await proposed()
    await size('small')
    expect((await validate(who, order, { waiver: true })).status).toBe(200)
    expect(await consent(order)).toEqual([true, false])
    await deliver(order)
    expect(await consent(order)).toEqual([true, true])

    // Asked of nobody: it was small when the ambassador proposed, and no longer is.
    const other = await proposed()
    await size('large')
    expect((await validate(who, other)).status).toBe(200)
    await deliver(other)
    expect(await consent(other)).toEqual([false, false])
    await size('unknown')
  })
})

describe("the carrier's order", () => {
  it('for a direct client waits for the client, who reads its author by a short name', async () => {
    const { directClient } = companies()
    const [order = ''] = await orderFor(people().carrierPilot, directClient, 'carrier', [directClient.headOfficeId])
    const { body } = await app.call(people().directClientAdministrator, readPendingDecision, { params: { order } })
    expect(body.placedBy).toBe('Céline B. (exploitant)')
    expect((await validate(people().directClientAdministrator, order)).body.order.state).toBe('submitted')
  })

  it("for an operator's client waits for the operator, who pays; its client decides nothing", async () => {
    const { endClient } = companies()
    const [order = ''] = await orderFor(people().carrierPilot, endClient, 'carrier', [endClient.headOfficeId])
    await tellNews(app)
    const asked = await rows("select to_address from mails where template = 'order-to-validate' and subject like $1", [`%${order}%`])
    expect(asked).toEqual([{ to_address: 'camille.horizon@test.example' }])
    expect((await validate(people().endClientAdministrator, order)).problem.code).toBe('forbidden')
    expect((await app.call(people().endClientAdministrator, readPendingDecision, { params: { order } })).body.abilities).toEqual({
      decide: false,
    })
    expect((await validate(people().otherOperatorAdministrator, order, { universe: 'operator' })).status).toBe(404)
    expect((await validate(people().operatorAdministrator, order, { universe: 'operator' })).body.order.state).toBe('submitted')
  })
})
