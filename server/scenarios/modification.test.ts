import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSubscription } from '#api/orders/contract/contract'
import { amendOrder, completeDelivery } from '#api/orders/delivery/delivery'
import { placeOrder, validateOrder } from '#api/orders/life/placing'
import { readOrderForm } from '#api/orders/reading/order-form'
import { type Order, readOrder } from '#api/orders/reading/orders'
import { addBasketLine, readBasket } from '#api/shop/baskets/baskets'
import { readModifiable } from '#api/shop/baskets/modifications'
import type { Universe } from '#api/universes'
import { addOffer, trunkDefinition } from '../domains/catalog/catalog.factory.ts'
import { ordersWorker } from '../domains/orders/orders.factory.ts'
import { orderer, typed } from '../domains/shop/shop.factory.ts'
import { newId } from '../platform/ids.ts'
import { type TestApp, testApp, testTools } from '../testing/test-app.ts'
import type { Persona, WorldCompany } from '../testing/world.ts'

/** A running contract is changed by its own offer: ordered, validated where it must be, delivered; on a clock that travels. */
let app: TestApp
let worker: ReturnType<typeof ordersWorker>
let versionId: string
beforeAll(async () => {
  app = await testApp({ now: '2026-11-09T09:00:00Z' })
  const label = (text: string) => ({ fr: text, en: text })
  const made = await addOffer(app.build, {
    code: 'TRUNK-SIP',
    name: 'TRUNK SIP',
    definition: {
      ...trunkDefinition,
      characteristics: [
        ...trunkDefinition.characteristics,
        { key: 'note', label: label('Note'), required: false, type: 'text', maximum: 40 },
      ],
      services: [
        ...trunkDefinition.services,
        { kind: 'number_block', name: label('Canal'), per: { characteristic: 'channels' }, accountcode: true },
      ],
    },
  })
  versionId = made.versionId
  worker = ordersWorker({ urls: app.urls, clock: app.clock, tools: testTools(app.clock) })
})
afterAll(async () => {
  await worker?.close()
  await app?.close()
})

const travelTo = async (instant: string): Promise<void> => {
  app.clock.travelTo(instant)
  const now = app.clock.now()
  await app.build.run('update sessions set created_at = $1, last_seen_at = $1, expires_at = $2', [
    now,
    new Date(now.getTime() + 86_400_000),
  ])
}
type Line = Parameters<typeof typed>[0]
const add = (who: Persona, company: WorldCompany, line: Line, universe: Universe = 'client') =>
  app.call(who, addBasketLine, { universe, params: { company: company.reference }, body: typed(line) })
const order = async (who: Persona, company: WorldCompany, line: Line, universe: Universe = 'client'): Promise<string> => {
  const added = await add(who, company, line, universe)
  expect(added.status, JSON.stringify(added.problem)).toBe(201)
  const { body: basket } = await app.call(who, readBasket, { universe, params: { company: company.reference } })
  const placed = await app.call(who, placeOrder, {
    universe,
    params: { company: company.reference },
    body: { basketId: basket.id ?? '', version: basket.version, termsVersion: basket.termsVersion, longCommitmentWaiver: true },
  })
  expect(placed.status, JSON.stringify(placed.problem)).toBe(201)
  return placed.body.orders[0]?.reference ?? ''
}
const asPilot = async (reference: string): Promise<Order> =>
  (await app.call(app.world.personas.carrierPilot, readOrder, { universe: 'carrier', params: { order: reference } })).body
const deliver = async (reference: string, deliveredOn: string): Promise<Order> => {
  const { version } = await asPilot(reference)
  const done = await app.call(app.world.personas.carrierPilot, completeDelivery, {
    universe: 'carrier',
    params: { order: reference },
    body: { version, deliveredOn, finishSteps: true },
  })
  expect(done.status, JSON.stringify(done.problem)).toBe(200)
  return done.body
}
const contractOf = async (reference: string) =>
  (await app.call(app.world.personas.clientAdministrator, readSubscription, { params: { subscription: reference } })).body
const running = async (months: number, channels = 4): Promise<string> => {
  const { clientAdministrator: who } = app.world.personas
  const { client } = app.world.companies
  const line = { offer: 'TRUNK-SIP', siteIds: [client.headOfficeId], values: { channels }, commitmentMonths: months }
  const placed = await order(who, client, line)
  return (await deliver(placed, app.clock.now().toISOString().slice(0, 10))).subscription.reference
}
const channelServices = async (reference: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await app.build.run(
        `select v.state, count(*)::int as count from services v join subscriptions s on s.id = v.subscription_id
         where s.reference = $1 and v.kind = 'number_block' group by v.state`,
        [reference],
      )
    ).rows.map(({ state, count }) => [state, count]),
  )

describe('a running contract', () => {
  it('is changed: told before and after, ordered, delivered, with its services, papers and news', async () => {
    const { clientAdministrator: who } = app.world.personas
    const { client } = app.world.companies
    const contract = await running(36)
    const first = await contractOf(contract)
    expect(first).toMatchObject({ quantity: 4, costs: { monthlyCents: 4_950 }, abilities: { modify: true } })
    const opened = await app.call(who, readModifiable, { params: { company: client.reference, subscription: contract } })
    expect(opened.body).toMatchObject({
      contract: { reference: contract, monthlyCents: 4_950, isRunning: true, runningOrder: null },
      values: { channels: 4 },
      versionBefore: 1,
      versionAfter: 1,
      heldMonths: 36,
      committedUntil: '2029-11-08',
      mayReduce: false,
    })
    const line = { offer: 'TRUNK-SIP', contract, values: { channels: 6, note: 'Quai 3' } }
    const { body: basket } = await add(who, client, line)
    expect(basket.lines[0]).toMatchObject({
      price: { oneOffCents: 0, monthlyCents: 1_800 },
      addition: null,
      modification: {
        quantityBefore: 4,
        quantityAfter: 6,
        monthlyBeforeCents: 4_950,
        monthlyAfterCents: 6_750,
        changes: [
          { key: 'channels', before: 4, after: 6, amounts: { oneOffCents: 0, monthlyCents: 1_800 } },
          { key: 'note', before: null, after: 'Quai 3', amounts: { oneOffCents: 0, monthlyCents: 0 } },
        ],
        committedUntil: '2029-11-08',
      },
      faults: [],
    })
    const placed = await app.call(who, placeOrder, {
      params: { company: client.reference },
      body: { basketId: basket.id ?? '', version: basket.version, termsVersion: basket.termsVersion },
    })
    expect(placed.body.orders).toMatchObject([{ kind: 'modification', state: 'submitted', contract }])
    const reference = placed.body.orders[0]?.reference ?? ''
    expect((await add(who, client, line)).problem.code).toBe('operation_running')
    const before = await asPilot(reference)
    expect(before).toMatchObject({
      kind: 'modification',
      quantity: { before: 4, after: 6 },
      totals: { oneOffCents: 0, monthlyCents: 1_800 },
    })
    expect(
      before.items.map(({ action, label, quantityBefore, quantityAfter }) => [action, label.fr, quantityBefore, quantityAfter]),
    ).toEqual([
      ['modify', 'Canaux', 4, 6],
      ['modify', 'Note : — → Quai 3', null, null],
    ])
    expect(await contractOf(contract)).toMatchObject({ quantity: 4, costs: { monthlyCents: 4_950 }, abilities: { modify: false } })
    const form = await app.call(app.world.personas.carrierPilot, readOrderForm, { universe: 'carrier', params: { order: reference } })
    expect(form.body).toMatchObject({ services: [{ kind: 'number_block', count: 2, accountcodes: 2 }], closedServices: 0 })

    await travelTo('2026-11-20T09:00:00Z')
    await deliver(reference, '2026-11-20')
    expect(await contractOf(contract)).toMatchObject({
      quantity: 6,
      costs: { monthlyCents: 6_750 },
      commitments: [{ startsOn: '2026-11-09', months: 36, endsOn: '2029-11-08' }],
    })
    expect(await channelServices(contract)).toEqual({ active: 6 })
    await worker.drain()
    const papers = await app.call(who, readOrder, { params: { order: reference } })
    expect(papers.body.documents.map(({ kind }) => kind).sort()).toEqual(['delivery_note', 'order_form'])
    const events = await app.build.run('select category from notification_events where code = $1 and object_reference = $2', [
      'order.modification_delivered',
      reference,
    ])
    expect(events.rows).toEqual([{ category: 'settings' }])
  })

  it('does not go below what it is committed to, until that day or by the carrier', async () => {
    await travelTo('2026-11-23T09:00:00Z')
    const { clientAdministrator: who, carrierPilot } = app.world.personas
    const { client } = app.world.companies
    const contract = await running(36)
    const fewer = { offer: 'TRUNK-SIP', contract, values: { channels: 2 } }
    expect((await add(who, client, fewer)).problem).toMatchObject({
      code: 'validation_failed',
      errors: [{ path: 'values', code: 'below_commitment', params: { until: '2029-11-22' } }],
    })
    expect((await add(who, client, { offer: 'TRUNK-SIP', contract, values: { channels: 4 } })).problem.errors).toMatchObject([
      { path: 'values', code: 'modification_empty' },
    ])
    const reference = await order(carrierPilot, client, fewer, 'carrier')
    expect(await asPilot(reference)).toMatchObject({ state: 'awaiting_client', totals: { monthlyCents: -1_800 } })
    const { version } = await asPilot(reference)
    const validated = await app.call(who, validateOrder, {
      params: { order: reference },
      body: { version, termsVersion: 'CGV-2026-11' },
    })
    expect(validated.body.order.state).toBe('submitted')
    await deliver(reference, '2026-11-23')
    expect(await contractOf(contract)).toMatchObject({ quantity: 2, costs: { monthlyCents: 3_150 } })
    expect(await channelServices(contract)).toEqual({ active: 2, closed: 2 })
  })

  it('takes a new commitment that outlasts the running one and replaces it', async () => {
    await travelTo('2026-11-24T09:00:00Z')
    const { clientAdministrator: who } = app.world.personas
    const { client } = app.world.companies
    const contract = await running(36)
    const waived = async () => (await contractOf(contract)).terms.longCommitmentWaiver
    await travelTo('2027-11-24T09:00:00Z')
    const more = { offer: 'TRUNK-SIP', contract, values: { channels: 5 }, commitmentMonths: 36 }
    const reference = await order(who, client, more)
    await deliver(reference, '2027-11-24')
    const { commitments, costs } = await contractOf(contract)
    expect(commitments.map(({ startsOn, endsOn, monthlyCents }) => [startsOn, endsOn, monthlyCents])).toEqual([
      ['2027-11-24', '2030-11-23', 5_850],
      ['2026-11-24', '2027-11-23', 4_950],
    ])
    expect(costs?.monthlyCents).toBe(5_850)
    // Of a size that nobody told, it was asked for no consent to more than 24 months: should it prove small, it gave none.
    expect(await waived()).toBe(false)
    await app.build.run("update companies set size = 'small' where id = $1", [client.id])
    await deliver(await order(who, client, { ...more, values: { channels: 6 } }), '2027-11-24')
    await app.build.run("update companies set size = 'unknown' where id = $1", [client.id])
    expect(await waived()).toBe(true)
  })

  it('takes the version on sale, with its old and new prices told; the carrier amends it before its delivery', async () => {
    await travelTo('2027-12-01T09:00:00Z')
    const { clientAdministrator: who, carrierPilot } = app.world.personas
    const { client } = app.world.companies
    const contract = await running(0)
    const next = newId()
    await app.build.run(`update offer_versions set valid_until = '2027-12-09' where id = $1`, [versionId])
    await app.build.run(
      `insert into offer_versions (id, offer_id, number, state, valid_from, definition) select $2, offer_id, 2, 'published', '2027-12-10', definition from offer_versions where id = $1`,
      [versionId, next],
    )
    await app.build.run(
      `insert into offer_prices (version_id, price_list, item, one_off_cents, monthly_cents, steps)
       select $2, price_list, item, one_off_cents, monthly_cents + case when item = 'base' then 500 else 0 end, steps from offer_prices where version_id = $1`,
      [versionId, next],
    )
    await travelTo('2027-12-10T09:00:00Z')
    const { body: basket } = await add(who, client, { offer: 'TRUNK-SIP', contract, values: { channels: 5 } })
    expect(basket.lines[0]).toMatchObject({
      price: { monthlyCents: 1_500 },
      modification: {
        versionBefore: 1,
        versionAfter: 2,
        changes: [
          {
            key: 'base',
            before: null,
            after: null,
            amounts: { oneOffCents: 0, monthlyCents: 500 },
            fees: { beforeCents: 1_500, afterCents: 2_000 },
          },
          { key: 'channels', amounts: { monthlyCents: 1_000 } },
        ],
      },
    })
    const params = { company: client.reference }
    const body = { basketId: basket.id ?? '', version: basket.version, termsVersion: basket.termsVersion }
    // The price list moves between the basket and the order: told, nothing is placed.
    await app.build.run(`update offer_prices set monthly_cents = monthly_cents + 100 where version_id = $1 and item = 'base'`, [next])
    expect((await app.call(who, placeOrder, { params, body })).problem.code).toBe('price_changed')
    await app.build.run(`update offer_prices set monthly_cents = monthly_cents - 100 where version_id = $1 and item = 'base'`, [next])
    const placed = await app.call(who, placeOrder, { params, body })
    const reference = placed.body.orders[0]?.reference ?? ''
    const amended = await app.call(carrierPilot, amendOrder, {
      universe: 'carrier',
      params: { order: reference },
      body: { version: (await asPilot(reference)).version, values: { channels: 6 }, reason: 'Vu au téléphone' },
    })
    expect(amended.body).toMatchObject({ quantity: { before: 4, after: 6 }, totals: { monthlyCents: 2_500 } })
    await deliver(reference, '2027-12-10')
    expect(await contractOf(contract)).toMatchObject({ quantity: 6, costs: { monthlyCents: 8_000 } })
  })

  it('is changed by an ambassador with the client’s validation, and by nobody else', async () => {
    await travelTo('2028-01-03T09:00:00Z')
    const { clientAdministrator: who, ambassadorAdministrator } = app.world.personas
    const { client, directClient } = app.world.companies
    const contract = await running(0)
    const line = { offer: 'TRUNK-SIP', contract, values: { channels: 7 } }
    const reference = await order(ambassadorAdministrator, client, line, 'ambassador')
    expect(await asPilot(reference)).toMatchObject({ kind: 'modification', state: 'awaiting_client' })
    const { version } = await asPilot(reference)
    const body = { version, termsVersion: 'CGV-2026-11' }
    expect((await app.call(who, validateOrder, { params: { order: reference }, body })).body.order.state).toBe('submitted')
    const stranger = await orderer(app, directClient, 'client')
    await travelTo('2028-01-03T09:00:00Z')
    expect((await add(stranger, directClient, line)).problem.code).toBe('contract_not_running')
    expect((await app.call(stranger, readModifiable, { params: { company: directClient.reference, subscription: contract } })).status).toBe(
      404,
    )
  })

  it('shows no amount to an operator’s client, whose operator pays and orders', async () => {
    const { endClientAdministrator: who, operatorAdministrator } = app.world.personas
    const { endClient } = app.world.companies
    const params = { company: endClient.reference }
    const operator = await order(
      operatorAdministrator,
      endClient,
      { offer: 'TRUNK-SIP', siteIds: [endClient.headOfficeId], values: { channels: 4 } },
      'operator',
    )
    const contract = (await deliver(operator, app.clock.now().toISOString().slice(0, 10))).subscription.reference
    const opened = await app.call(who, readModifiable, { params: { ...params, subscription: contract } })
    expect(opened.body).toMatchObject({ contract: { monthlyCents: null }, values: { channels: 4 } })
    const { body: asked } = await add(who, endClient, { offer: 'TRUNK-SIP', contract, values: { channels: 5 } })
    expect(asked).toMatchObject({
      mode: 'request',
      lines: [
        {
          price: null,
          modification: { monthlyBeforeCents: null, changes: [{ key: 'channels', before: 4, after: 5, amounts: null, fees: null }] },
        },
      ],
    })
    const reference = await order(operatorAdministrator, endClient, { offer: 'TRUNK-SIP', contract, values: { channels: 5 } }, 'operator')
    expect(await asPilot(reference)).toMatchObject({ state: 'submitted', totals: { monthlyCents: 500 } })
  })
})
