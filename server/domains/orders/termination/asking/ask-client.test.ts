import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSubscription } from '#api/orders/contract/contract'
import { refuseOrder, validateOrder } from '#api/orders/life/placing'
import { cancelOrder, readOrder } from '#api/orders/reading/orders'
import {
  previewTermination,
  readTerminationDecision,
  requestTermination,
  validateTermination,
  withdrawTermination,
} from '#api/orders/termination/terminations'
import { type TestApp, testApp, testTools } from '../../../../testing/test-app.ts'
import type { Persona } from '../../../../testing/world.ts'
import { addOffer, addSubscription, type TestOffer } from '../../../subscriptions/subscriptions.factory.ts'
import { ordersWorker } from '../../orders.factory.ts'
import { terminationAwaitsValidation } from '../termination-events.ts'

/** What an ambassador asks to end waits for its client (decision 8: like its orders). */
let app: TestApp
let offer: TestOffer
let worker: ReturnType<typeof ordersWorker>
beforeAll(async () => {
  app = await testApp({ now: '2026-11-19T09:00:00Z' })
  offer = await addOffer(app.build)
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
const contract = () =>
  addSubscription(app.build, {
    offer,
    company: app.world.companies.client,
    commitments: [{ startsOn: '2025-11-19', months: 24, endsOn: '2027-11-18', monthlyCents: 35_000 }],
  })
const propose = async (subscription: string) => {
  const who = app.world.personas.ambassadorAdministrator
  const params = { subscription }
  const { body: shown } = await app.call(who, previewTermination, { universe: 'ambassador', params })
  expect(shown.awaitsClient).toBe(true)
  const { version, wishedOn, effectiveOn, costs } = shown
  const body = { version, wishedOn, effectiveOn, totalCents: costs.totalCents, reason: 'Fermeture du site' }
  const proposed = await app.call(who, requestTermination, { universe: 'ambassador', params, body })
  expect(proposed.status, JSON.stringify(proposed.problem)).toBe(201)
  expect(proposed.body).toMatchObject({ state: 'proposed', effectiveOn })
  return { reference: proposed.body.orderReference, effectiveOn }
}
const decision = (who: Persona, order: string) => app.call(who, readTerminationDecision, { params: { order } })
const validate = (who: Persona, order: string, body: { version: number; effectiveOn: string; totalCents: number }) =>
  app.call(who, validateTermination, { params: { order }, body })
const contractState = async (id: string) =>
  (await app.build.run('select state, last_order_state from subscriptions where id = $1', [id])).rows[0]

describe('a termination that an ambassador asks for', () => {
  it('waits; the client is told, sees it computed again from its validation, and validates', async () => {
    const { clientAdministrator: who, ambassadorAdministrator } = app.world.personas
    const made = await contract()
    const { reference, effectiveOn } = await propose(made.reference)
    expect(effectiveOn).toBe('2026-12-19')
    expect(await contractState(made.id)).toEqual({ state: 'active', last_order_state: 'awaiting_client' })
    await worker.drain()
    const mails = await app.build.run("select to_address from mails where template = 'termination-to-validate'")
    expect(mails.rows).toEqual([{ to_address: 'camille.martin@test.example' }])
    const told = await app.build.run('select code, universes from notification_events where object_reference = $1', [reference])
    expect(told.rows).toEqual([{ code: 'termination.awaits_validation', universes: ['client'] }])
    const about = { offer: 'TRUNK SIP', company: 'Ma Société', site: null, by: 'Anne Martin' }
    const { title, text } = terminationAwaitsValidation.write('fr', reference, about)
    expect(`${title} ${text}`).not.toMatch(/Commande/)
    expect(title).toBe(`Résiliation ${reference} à valider`)
    expect(text).toContain('Anne Martin a demandé la résiliation de « TRUNK SIP » pour Ma Société.')
    const order = await app.call(who, readOrder, { params: { order: reference } })
    expect(order.body).toMatchObject({
      kind: 'termination',
      state: 'awaiting_client',
      comments: [{ body: 'Fermeture du site', universe: 'ambassador' }],
      abilities: { validate: true, cancel: true },
    })
    expect((await validateAsOrder(who, reference)).problem.code).toBe('conflict')
    // Nothing ends while nobody validates.
    await travelTo('2026-12-28T09:00:00Z')
    await worker.tick()
    await worker.drain()
    expect(await contractState(made.id)).toMatchObject({ state: 'active' })

    const { body: shown } = await decision(who, reference)
    expect(shown).toMatchObject({
      version: 1,
      preview: { requestedOn: '2026-12-28', wishedOn: '2026-12-28', effectiveOn: '2027-01-28', refusal: null },
      abilities: { decide: true },
    })
    const { version, preview } = shown
    const body = { version, effectiveOn: preview.effectiveOn, totalCents: preview.costs.totalCents }
    expect((await validate(ambassadorAdministrator, reference, body)).status).toBe(404)
    expect((await validate(who, reference, { ...body, effectiveOn: '2027-01-01' })).problem.errors).toMatchObject([
      { path: 'effectiveOn', code: 'date_before_notice' },
    ])
    expect((await validate(who, reference, { ...body, totalCents: 1 })).problem.code).toBe('version_conflict')
    const done = await validate(who, reference, body)
    expect(done.status, JSON.stringify(done.problem)).toBe(201)
    expect(done.body).toMatchObject({ state: 'pending', requestedOn: '2026-12-28', effectiveOn: '2027-01-28' })
    expect((await validate(who, reference, body)).problem.code).toBe('order_already_decided')
    expect((await app.call(who, readOrder, { params: { order: reference } })).body).toMatchObject({
      state: 'submitted',
      plannedOn: '2027-01-28',
      items: [{ action: 'delete' }, { item: 'termination' }, { item: 'penalty' }],
    })
    const read = await app.call(who, readSubscription, { params: { subscription: made.reference } })
    expect(read.body).toMatchObject({ state: 'termination_requested', termination: { effectiveOn: '2027-01-28' } })
    const back = await app.build.run("select universes from notification_events where code = 'order.validated' and object_reference = $1", [
      reference,
    ])
    expect(back.rows).toEqual([{ universes: ['ambassador'] }])
    await travelTo('2027-01-28T09:00:00Z')
    await worker.tick()
    await worker.drain()
    expect(await contractState(made.id)).toEqual({ state: 'terminated', last_order_state: 'delivered' })
  })

  it('is refused by the client, or cancelled by the ambassador: the contract goes on', async () => {
    const { clientAdministrator: who, ambassadorAdministrator } = app.world.personas
    await travelTo('2027-02-01T09:00:00Z')
    const made = await contract()
    const first = await propose(made.reference)
    const refused = await app.call(who, refuseOrder, { params: { order: first.reference }, body: { version: 1, reason: 'Non' } })
    expect(refused.body.order.state).toBe('cancelled_by_client')
    expect(await contractState(made.id)).toEqual({ state: 'active', last_order_state: 'cancelled_by_client' })
    const again = await propose(made.reference)
    const withdrawn = await app.call(ambassadorAdministrator, withdrawTermination, {
      universe: 'ambassador',
      params: { subscription: made.reference },
    })
    expect(withdrawn.problem.code).toBe('conflict')
    const cancelled = await app.call(ambassadorAdministrator, cancelOrder, {
      universe: 'ambassador',
      params: { order: again.reference },
      body: { version: 1 },
    })
    expect(cancelled.body).toMatchObject({ state: 'cancelled_by_client' })
    expect(await contractState(made.id)).toMatchObject({ state: 'active' })
  })

  it('is decided by who may terminate there, and nobody else', async () => {
    const { client } = app.world.companies
    const made = await contract()
    const { reference } = await propose(made.reference)
    const orders = await app.build.addPerson({
      lastName: 'Commandes',
      company: client,
      rights: [{ universe: 'client', templates: ['orders.manage'] }],
    })
    const elsewhere = await app.build.addPerson({
      lastName: 'Bordeaux',
      company: client,
      rights: [{ universe: 'client', templates: ['orders.terminate'], sites: [app.world.bordeauxId] }],
    })
    await travelTo('2027-02-01T10:00:00Z')
    expect((await decision(orders, reference)).status).toBe(403)
    expect((await decision(elsewhere, reference)).status).toBe(404)
    expect((await decision(app.world.personas.directClientAdministrator, reference)).status).toBe(404)
  })
})

const validateAsOrder = (who: Persona, order: string) =>
  app.call(who, validateOrder, { params: { order }, body: { version: 1, termsVersion: 'CGV-2026-11' } })
