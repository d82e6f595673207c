import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Endpoint } from '#api/endpoint'
import {
  amendOrder,
  completeDelivery,
  declareImpossible,
  moveStep,
  planDelivery,
  startDelivery,
  takeOver,
} from '#api/orders/delivery/delivery'
import { placeOrder, refuseOrder, validateOrder } from '#api/orders/life/placing'
import { cancelOrder, type Order, readOrder } from '#api/orders/reading/orders'
import { enterTermination, previewTermination, requestTermination, withdrawTermination } from '#api/orders/termination/terminations'
import { addBasketLine, readBasket } from '#api/shop/baskets/baskets'
import type { Universe } from '#api/universes'
import { addOffer as addShopOffer } from '../domains/catalog/catalog.factory.ts'
import { addOffer, addOrder, type MadeOrder } from '../domains/orders/orders.factory.ts'
import { openShop, type TestShop, typed } from '../domains/shop/shop.factory.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'
import type { Persona } from '../testing/world.ts'

/** What the screens never send: refused with the problem that says why, and not one row of the database has changed. */
let app: TestApp
let owner: pg.Client
let shop: TestShop
beforeAll(async () => {
  app = await testApp()
  owner = new pg.Client({ connectionString: app.urls.owner })
  await owner.connect()
  shop = await openShop(app)
})
afterAll(async () => {
  await owner?.end()
  await app?.close()
})

/** Sign-ins and answers kept for a retry are no business. */
const aside = ['sessions', 'sign_in_failures', 'known_places', 'idempotency_keys']
const digest = async (): Promise<Map<string, string>> => {
  const { rows } = await owner.query(`select tablename from pg_tables where schemaname = 'public' and tablename <> all ($1)`, [aside])
  const found = new Map<string, string>()
  for (const { tablename: table } of rows) {
    const { rows: lines } = await owner.query(`select to_jsonb(t)::text as line from ${pg.escapeIdentifier(table)} t order by 1`)
    found.set(
      table,
      createHash('sha256')
        .update(lines.map(({ line }) => line).join('\n'))
        .digest('hex'),
    )
  }
  const { rows: jobs } = await owner.query('select count(*)::int as waiting from graphile_worker._private_jobs')
  return found.set('jobs', String(jobs[0].waiting))
}

interface Attempt {
  readonly who: Persona
  readonly universe?: Universe
  readonly endpoint: Endpoint
  readonly params: Readonly<Record<string, string>>
  readonly body?: object
}
/** Codes of the fields, or of the whole. */
const refusalOf = async ({ who, universe = 'client', endpoint, params, body }: Attempt): Promise<readonly string[]> => {
  const answer = await app.call(who, endpoint, { universe, params: params as never, ...(body ? { body: body as never } : {}) })
  expect(answer.status, JSON.stringify(answer.body)).toBeGreaterThanOrEqual(400)
  const { problem } = answer
  return problem.errors?.map(({ path, code }) => `${path} ${code}`) ?? [problem.code ?? '']
}
const expectRefused = async (attempts: readonly (readonly [...(readonly string[]), Attempt])[]): Promise<void> => {
  const before = await digest()
  for (const attempt of attempts) {
    const told = attempt.slice(0, -1)
    const tried = attempt.at(-1) as Attempt
    const named = `${tried.endpoint.path} ${JSON.stringify(tried.body)}`
    expect(await refusalOf(tried), named).toEqual(told)
    const after = await digest()
    expect(
      [...after].filter(([table, hash]) => before.get(table) !== hash).map(([table]) => table),
      named,
    ).toEqual([])
  }
}

const asPilot = { universe: 'carrier' as const }
const orderNow = async ({ reference }: MadeOrder): Promise<Order> =>
  (await app.call(app.world.personas.carrierPilot, readOrder, { ...asPilot, params: { order: reference } })).body

it('a basket takes no impossible quantity and no answer past its form', async () => {
  const { clientAdministrator: who } = app.world.personas
  const { client, directClient } = app.world.companies
  const expired = await addShopOffer(app.build, { code: 'EXPIRED', validUntil: '2026-11-20' })
  const add = (line: Parameters<typeof typed>[0]): Attempt => ({
    who,
    endpoint: addBasketLine,
    params: { company: client.reference },
    body: typed(line),
  })
  const trunk = (values: object, more: object = {}) =>
    add({ offer: 'TRUNK-SIP', siteIds: [client.headOfficeId], values: values as never, ...more })
  const { reference: contract } = await shop.runningTrunk(client)
  await expectRefused([
    ['values.channels number_too_small', trunk({ channels: -4 })],
    ['values.channels number_too_small', trunk({ channels: 0 })],
    ['values.channels number_too_large', trunk({ channels: 1e15 })],
    ['values.channels number_too_large', trunk({ channels: Number.MAX_SAFE_INTEGER })],
    ['values.channels number_step', trunk({ channels: 4.5 })],
    ['values.channels invalid', trunk({ channels: '4' })],
    ['values.channels invalid', trunk({ channels: true })],
    ['values.discount characteristic_unknown', trunk({ channels: 4, discount: 100 })],
    ['malformed_json', trunk(JSON.parse('{"channels": 4, "__proto__": "x"}'))],
    ['commitmentMonths commitment_unknown', trunk({ channels: 4 }, { commitmentMonths: 7 })],
    ['wishedOn date_past', trunk({ channels: 4 }, { wishedOn: '2026-11-20' })],
    ['siteIds site_unknown', trunk({ channels: 4 }, { siteIds: [directClient.headOfficeId] })],
    ['offer_expired', add({ offer: expired.code, siteIds: [client.headOfficeId], values: { channels: 4 } })],
    ['values.channels number_too_small', add({ offer: 'AJOUT-CANAUX-SIP', contract, values: { channels: -4 } })],
    ['values.channels number_too_large', add({ offer: 'AJOUT-CANAUX-SIP', contract, values: { channels: 1e9 } })],
    ['values.channels number_too_small', add({ offer: 'TRUNK-SIP', contract, values: { channels: -4 } })],
  ])
})

it('nothing is placed of a basket that another hand changed, without terms, or twice', async () => {
  const { clientAdministrator: who } = app.world.personas
  const { client } = app.world.companies
  const params = { company: client.reference }
  await app.call(who, addBasketLine, {
    params,
    body: typed({ offer: 'TRUNK-SIP', siteIds: [client.headOfficeId], values: { channels: 4 } }),
  })
  const { body: basket } = await app.call(who, readBasket, { params })
  const body = { basketId: basket.id ?? '', version: basket.version, termsVersion: basket.termsVersion }
  const place = (changed: object): Attempt => ({ who, endpoint: placeOrder, params, body: { ...body, ...changed } })
  await expectRefused([
    ['version_conflict', place({ version: body.version + 1 })],
    ['termsVersion terms_required', place({ termsVersion: null })],
    ['terms_of_sale_changed', place({ termsVersion: 'CGV-1999-01' })],
    ['not_found', place({ basketId: '01999999-9999-7999-8999-999999999999' })],
  ])
  await app.build.run(`update basket_lines set values = '{"channels": -1000}' where basket_id = $1`, [body.basketId])
  await expectRefused([['lines.0.values.channels number_too_small', place({})]])
  await app.build.run(`update basket_lines set values = '{"channels": 4}' where basket_id = $1`, [body.basketId])
  await app.build.run(`update offer_versions set valid_until = '2026-11-20' where id = $1`, [shop.trunk.versionId])
  await expectRefused([['offer_expired', place({})]])
  await app.build.run('update offer_versions set valid_until = null where id = $1', [shop.trunk.versionId])
  const first = await app.call(who, placeOrder, { params, body })
  expect(first.status).toBe(201)
  const placed = await digest()
  const again = await app.call(who, placeOrder, { params, body })
  expect([again.status, again.body]).toEqual([201, first.body])
  expect(await digest()).toEqual(placed)
})

it('an order is worked on once, within its days, and never after its end', async () => {
  const { carrierPilot, clientAdministrator, directClientAdministrator } = app.world.personas
  const { client } = app.world.companies
  const offer = await addOffer(app.build)
  const made = await addOrder(app.build, { offer, company: client })
  const [first] = (await orderNow(made)).steps
  const params = { order: made.reference }
  const step = { ...params, step: first?.id ?? '' }
  const pilot = (endpoint: Endpoint, body: object, at: Readonly<Record<string, string>> = params): Attempt => ({
    who: carrierPilot,
    ...asPilot,
    endpoint,
    params: at,
    body,
  })
  const moved = await app.call(carrierPilot, moveStep, {
    ...asPilot,
    params: step as never,
    body: { version: first?.version ?? 0, move: 'complete' },
  })
  expect(moved.status).toBe(200)
  const { version } = await orderNow(made)
  const now = (await orderNow(made)).steps[0]?.version ?? 0
  await expectRefused([
    ['version_conflict', pilot(moveStep, { version: first?.version, move: 'complete' }, step)],
    ['conflict', pilot(moveStep, { version: now, move: 'complete' }, step)],
    ['version_conflict', pilot(completeDelivery, { version: version + 1, deliveredOn: '2026-11-21', finishSteps: true })],
    ['deliveredOn date_future', pilot(completeDelivery, { version, deliveredOn: '2026-11-22', finishSteps: true })],
    ['deliveredOn delivered_before_order', pilot(completeDelivery, { version, deliveredOn: '2020-01-01', finishSteps: true })],
    ['finishSteps steps_open', pilot(completeDelivery, { version, deliveredOn: '2026-11-21' })],
    ['quantity invalid', pilot(amendOrder, { version, quantity: -4, reason: 'Non' })],
    ['quantity invalid', pilot(amendOrder, { version, quantity: 1e9, reason: 'Non' })],
    ['values.channels number_too_small', pilot(amendOrder, { version, values: { channels: -4 }, reason: 'Non' })],
    ['plannedOn date_past', pilot(planDelivery, { version, plannedOn: '2020-01-01', steps: [] })],
    ['conflict', { who: clientAdministrator, endpoint: cancelOrder, params, body: { version } }],
    ['forbidden', { who: clientAdministrator, ...asPilot, endpoint: takeOver, params, body: { version } }],
    ['not_found', { who: directClientAdministrator, endpoint: cancelOrder, params, body: { version } }],
  ])
  const delivered = await app.call(carrierPilot, completeDelivery, {
    ...asPilot,
    params,
    body: { version, deliveredOn: '2026-11-21', finishSteps: true },
  })
  expect(delivered.status, JSON.stringify(delivered.problem)).toBe(200)
  const last = delivered.body.version
  await expectRefused([
    ['conflict', pilot(completeDelivery, { version: last, deliveredOn: '2026-11-21', finishSteps: true })],
    ['conflict', pilot(startDelivery, { version: last })],
    ['conflict', pilot(declareImpossible, { version: last, reason: 'Trop tard' })],
    ['conflict', pilot(amendOrder, { version: last, quantity: 8, reason: 'Trop tard' })],
    ['conflict', pilot(cancelOrder, { version: last, reason: 'Trop tard' })],
    ['conflict', { who: clientAdministrator, endpoint: cancelOrder, params, body: { version: last } }],
    ['order_already_decided', { who: clientAdministrator, endpoint: refuseOrder, params, body: { version: last, reason: 'Trop tard' } }],
    [
      'order_already_decided',
      { who: clientAdministrator, endpoint: validateOrder, params, body: { version: last, termsVersion: 'CGV-2026-11' } },
    ],
  ])
})

it('a contract ends once, not before its notice nor in the past, and is withdrawn before its day only', async () => {
  const { clientAdministrator: who, carrierPilot, endClientAdministrator, directClientAdministrator } = app.world.personas
  const { client, endClient } = app.world.companies
  const { reference: contract, id } = await shop.runningTrunk(client)
  const params = { subscription: contract }
  const { body: shown } = await app.call(who, previewTermination, { params })
  const good = { version: shown.version, wishedOn: shown.wishedOn, effectiveOn: shown.effectiveOn, totalCents: shown.costs.totalCents }
  const ask = (changed: object = {}, by: Persona = who): Attempt => ({
    who: by,
    endpoint: requestTermination,
    params,
    body: { ...good, ...changed },
  })
  const enter = (changed: object): Attempt => ({
    who: carrierPilot,
    ...asPilot,
    endpoint: enterTermination,
    params,
    body: { ...good, origin: 'letter', receivedOn: '2026-11-21', ...changed },
  })
  const withdraw: Attempt = { who, endpoint: withdrawTermination, params }
  await expectRefused([
    ['wishedOn date_past', ask({ wishedOn: '2026-11-20' })],
    ['wishedOn date_past', ask({ wishedOn: '1999-01-01', effectiveOn: '1999-02-01' })],
    ['wishedOn date_invalid', ask({ wishedOn: '2026-02-30' })],
    ['effectiveOn date_before_notice', ask({ effectiveOn: '2026-11-21' })],
    ['version_conflict', ask({ totalCents: 0 })],
    ['version_conflict', ask({ effectiveOn: '2027-06-30' })],
    ['totalCents invalid', ask({ totalCents: -100 })],
    ['receivedOn date_future', enter({ receivedOn: '2026-11-22' })],
    ['not_found', ask({}, directClientAdministrator)],
    ['conflict', withdraw],
  ])
  const { reference: wholesale } = await shop.runningTrunk(endClient)
  await expectRefused([
    ['forbidden', { who: endClientAdministrator, endpoint: requestTermination, params: { subscription: wholesale }, body: good }],
  ])
  expect((await app.call(who, requestTermination, { params, body: good })).status).toBe(201)
  await expectRefused([
    ['termination_pending', ask()],
    ['termination_pending', enter({})],
  ])
  await app.build.run(`update terminations set state = 'effective' where subscription_id = $1`, [id])
  await app.build.run(`update orders set state = 'delivered' where subscription_id = $1`, [id])
  await app.build.run(
    `update subscriptions set state = 'terminated', last_order_state = 'delivered', terminated_on = '2026-11-21' where id = $1`,
    [id],
  )
  await expectRefused([
    ['subscription_terminated', ask()],
    ['subscription_terminated', enter({})],
    ['conflict', withdraw],
    [
      'contract_not_running',
      {
        who,
        endpoint: addBasketLine,
        params: { company: client.reference },
        body: typed({ offer: 'AJOUT-CANAUX-SIP', contract, values: { channels: 4 } }),
      },
    ],
    [
      'contract_not_running',
      {
        who,
        endpoint: addBasketLine,
        params: { company: client.reference },
        body: typed({ offer: 'TRUNK-SIP', contract, values: { channels: 8 } }),
      },
    ],
  ])
})
