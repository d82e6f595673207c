import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BodyInput, Endpoint } from '#api/endpoint'
import {
  addStep,
  amendOrder,
  blockStep,
  completeDelivery,
  declareImpossible,
  handOver,
  listPilots,
  moveStep,
  planDelivery,
  previewAmendment,
  removeStep,
  startDelivery,
  takeOver,
} from '#api/orders/delivery/delivery'
import { type Order, readOrder } from '#api/orders/reading/orders'
import { tellNews } from '../../../testing/tell-news.ts'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'
import { addOffer, addOrder, type MadeOrder, moreChannels, type OrderableOffer } from '../orders.factory.ts'

let app: TestApp
let offer: OrderableOffer
let addition: OrderableOffer
let otherPilot: Persona
beforeAll(async () => {
  app = await testApp()
  offer = await addOffer(app.build)
  addition = await addOffer(app.build, {
    name: 'Ajout de canaux SIP',
    definition: moreChannels,
    addsTo: [offer.code],
    prices: { public: [['channels', 500, 1_000]], wholesale: [['channels', 300, 700]] },
  })
  otherPilot = await app.build.addPerson({
    firstName: 'Karim',
    lastName: 'Haddad',
    company: app.world.companies.carrier,
    rights: [{ universe: 'carrier', templates: ['carrier.pilot'] }],
  })
})
afterAll(() => app?.close())

const as = <E extends Endpoint>(who: Persona, endpoint: E, made: MadeOrder, body?: BodyInput<E>, step?: string) =>
  app.call(who, endpoint, {
    universe: 'carrier',
    params: (step ? { order: made.reference, step } : { order: made.reference }) as never,
    ...(body === undefined ? {} : { body }),
  })
const pilot = <E extends Endpoint>(endpoint: E, made: MadeOrder, body?: BodyInput<E>, step?: string) =>
  as(app.world.personas.carrierPilot, endpoint, made, body, step)
const current = async (made: MadeOrder): Promise<Order> => (await pilot(readOrder, made)).body
const codes = (problem: { errors?: readonly { path: string; code: string }[] }) =>
  Object.fromEntries((problem.errors ?? []).map(({ path, code }) => [path, code]))
const rows = async (text: string, values: unknown[]) => (await app.build.run(text, values)).rows
const stepOf = (order: Order, index: number) => {
  const step = order.steps[index]
  if (!step) throw new Error(`no step ${index}`)
  return step
}

describe('who pilots', () => {
  it('takes over, hands over, gives back; customers read a short name', async () => {
    const { personas: p, companies: c } = app.world
    const made = await addOrder(app.build, { offer, company: c.client })
    const taken = await pilot(takeOver, made, { version: 1 + ((await current(made)).version - 1) })
    expect(taken.body).toMatchObject({ pilot: 'Céline B.', state: 'submitted', abilities: { takeOver: false, handOver: true } })
    expect((await app.call(p.clientAdministrator, readOrder, { params: { order: made.reference } })).body.pilot).toBe('Céline B.')
    expect((await rows('select pilot_name from subscriptions where id = $1', [made.subscriptionId]))[0].pilot_name).toBe('Céline B.')
    const stale = await as(otherPilot, takeOver, made, { version: taken.body.version - 1 })
    expect(stale.problem).toMatchObject({ code: 'version_conflict', current: { pilot: 'Céline B.' } })
    const given = await pilot(handOver, made, { version: taken.body.version, login: otherPilot.login })
    expect(given.body.pilot).toBe('Karim H.')
    const unknown = await pilot(handOver, made, { version: given.body.version, login: p.clientAdministrator.login })
    expect(codes(unknown.problem)).toEqual({ login: 'pilot_unknown' })
    const free = await pilot(handOver, made, { version: given.body.version, login: null })
    expect(free.body).toMatchObject({ pilot: null, takenAt: null })
    const list = await app.call(p.carrierPilot, listPilots, { universe: 'carrier' })
    expect(list.body.items.map(({ name }) => name)).toEqual(['Camille Exploitant', 'Céline Bernard', 'Karim Haddad'])
  })

  it('customers pilot nothing', async () => {
    const { personas: p, companies: c } = app.world
    const made = await addOrder(app.build, { offer, company: c.client })
    const seen = await app.call(p.clientAdministrator, takeOver, {
      universe: 'carrier',
      params: { order: made.reference },
      body: { version: 1 },
    })
    expect(seen.status).toBe(403)
    const support = await app.build.addPerson({
      lastName: 'Support',
      company: c.carrier,
      rights: [{ universe: 'carrier', templates: ['carrier.support'] }],
    })
    expect((await as(support, takeOver, made, { version: 1 })).status).toBe(403)
    expect((await as(support, readOrder, made)).body.abilities).toMatchObject({
      takeOver: false,
      deliver: false,
      comment: true,
      note: false,
    })
    expect((await pilot(takeOver, { ...made, reference: 'COM99999' }, { version: 1 })).status).toBe(404)
  })
})

describe('steps', () => {
  it('two pilots complete the same one: the second is told, nothing changes', async () => {
    const made = await addOrder(app.build, { offer, company: app.world.companies.client })
    const step = stepOf(await current(made), 0)
    const body = { version: step.version, move: 'complete' } as const
    const answers = await Promise.all([pilot(moveStep, made, body, step.id), as(otherPilot, moveStep, made, body, step.id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('version_conflict')
    const now = await current(made)
    expect(now.state).toBe('in_delivery')
    expect(now.steps).toMatchObject([{ state: 'done', doneOn: '2026-11-21', version: step.version + 1 }, { state: 'to_do' }])
    const [{ n }] = await rows(`select count(*)::int as n from activity where object_reference = $1 and action = 'order.step_moved'`, [
      made.reference,
    ])
    expect(n).toBe(1)
  })

  it('a blocked one says why and who must act; the customer is told; it is unblocked, then completed', async () => {
    const { personas: p, companies: c } = app.world
    const made = await addOrder(app.build, {
      offer,
      company: c.client,
      placedBy: { userId: p.clientAdministrator.userId, name: 'Camille Martin', universe: 'client' },
    })
    const step = stepOf(await current(made), 1)
    const empty = await pilot(blockStep, made, { version: step.version, by: 'client', cause: ' ' }, step.id)
    expect(codes(empty.problem)).toEqual({ cause: 'required' })
    const blocked = await pilot(blockStep, made, { version: step.version, by: 'client', cause: 'Baie fermée' }, step.id)
    expect(blocked.body).toMatchObject({
      blockedBy: 'client',
      steps: [{}, { state: 'blocked', blocked: { by: 'client', cause: 'Baie fermée' } }],
    })
    const seen = await app.call(p.clientAdministrator, readOrder, { params: { order: made.reference } })
    expect(seen.body.steps[1]?.blocked).toMatchObject({ cause: 'Baie fermée' })
    await tellNews(app)
    const mails = await rows(`select to_address from mails where template = 'order-news' and subject like $1`, [`${made.reference}%`])
    expect(mails.map(({ to_address }) => to_address)).toEqual(['camille.martin@test.example'])
    const complete = await pilot(moveStep, made, { version: step.version + 1, move: 'complete' }, step.id)
    expect(complete.problem.code).toBe('conflict')
    const deliver = await pilot(completeDelivery, made, { version: blocked.body.version, deliveredOn: '2026-11-21', finishSteps: true })
    expect(codes(deliver.problem)).toEqual({ finishSteps: 'step_blocked' })
    const freed = await pilot(moveStep, made, { version: step.version + 1, move: 'unblock' }, step.id)
    expect(freed.body).toMatchObject({ blockedBy: null, steps: [{}, { state: 'in_progress', blocked: null }] })
    const future = await pilot(moveStep, made, { version: step.version + 2, move: 'complete', doneOn: '2026-11-22' }, step.id)
    expect(codes(future.problem)).toEqual({ doneOn: 'date_future' })
    const done = await pilot(moveStep, made, { version: step.version + 2, move: 'complete', doneOn: '2026-11-20' }, step.id)
    expect(done.body.steps[1]).toMatchObject({ state: 'done', doneOn: '2026-11-20', doneBy: 'Céline B. (exploitant)' })
    const reopened = await pilot(moveStep, made, { version: step.version + 3, move: 'reopen' }, step.id)
    expect(reopened.body.steps[1]).toMatchObject({ state: 'to_do', doneOn: null, doneBy: null })
  })

  it('are planned, added between two others and removed', async () => {
    const made = await addOrder(app.build, { offer, company: app.world.companies.client })
    const order = await current(made)
    const [first, second] = [stepOf(order, 0), stepOf(order, 1)]
    const plan = (day: string) => ({
      version: order.version,
      plannedOn: '2026-12-10',
      steps: [{ id: first.id, version: first.version, plannedOn: day, actor: 'client' as const }],
    })
    expect(codes((await pilot(planDelivery, made, plan('2026-11-20'))).problem)).toEqual({ 'steps.0.plannedOn': 'date_past' })
    const planned = await pilot(planDelivery, made, plan('2026-11-25'))
    expect(planned.body).toMatchObject({
      plannedOn: '2026-12-10',
      steps: [{ plannedOn: '2026-11-25', actor: 'client' }, { plannedOn: null }],
    })
    expect((await pilot(planDelivery, made, plan('2026-11-26'))).problem.code).toBe('version_conflict')
    const { version } = planned.body
    const added = await pilot(addStep, made, { version, label: 'Pose du routeur', actor: 'partner', plannedOn: null, after: first.id })
    expect(added.body.steps.map(({ label }) => label.fr)).toEqual(['Étude', 'Pose du routeur', 'Mise en service'])
    const removed = await app.call(app.world.personas.carrierPilot, removeStep, {
      universe: 'carrier',
      params: { order: made.reference, step: stepOf(added.body, 1).id },
      query: { version: '1' },
    })
    expect(removed.body.steps).toHaveLength(2)
    const begun = await pilot(moveStep, made, { version: second.version, move: 'start' }, second.id)
    expect(begun.body.state).toBe('in_delivery')
    const [progress] = await rows('select steps_total, steps_done, next_step_id, next_due_on from orders where id = $1', [made.id])
    expect(progress).toEqual({ steps_total: 2, steps_done: 0, next_step_id: second.id, next_due_on: '2026-11-25' })
  })
})

describe('an amendment', () => {
  it('changes quantity, form and date with their prices; before and after are kept and told', async () => {
    const { personas: p, companies: c } = app.world
    const made = await addOrder(app.build, { offer, company: c.client, months: 36 })
    const order = await current(made)
    const bad = await pilot(amendOrder, made, { version: order.version, reason: 'x', quantity: 500 })
    expect(codes(bad.problem)).toEqual({ quantity: 'number_too_large' })
    const unknown = await pilot(amendOrder, made, { version: order.version, reason: 'x', values: { channels: 4, colour: 'red' } })
    expect(codes(unknown.problem)).toEqual({ 'values.colour': 'characteristic_unknown' })
    const foreign = await pilot(amendOrder, made, {
      version: order.version,
      reason: 'x',
      values: { channels: 4, other_site: c.directClient.headOfficeId },
    })
    expect(codes(foreign.problem)).toEqual({ 'values.other_site': 'site_unknown' })
    const same = await pilot(amendOrder, made, { version: order.version, reason: 'x' })
    expect(codes(same.problem)).toEqual({ reason: 'unchanged' })
    const told = await pilot(previewAmendment, made, { values: { channels: 10, codec: 'opus' } })
    expect(told.body).toEqual({
      before: { oneOffCents: 15_000, monthlyCents: 6_900 },
      after: { oneOffCents: 15_000, monthlyCents: 11_610 },
    })
    expect(codes((await pilot(previewAmendment, made, { values: { channels: 500 } })).problem)).toEqual({
      'values.channels': 'number_too_large',
    })
    expect((await current(made)).version).toBe(order.version)
    const changed = await pilot(amendOrder, made, {
      version: order.version,
      reason: 'Demandé par téléphone',
      values: { channels: 10, codec: 'opus' },
      wishedOn: '2026-12-01',
    })
    expect(changed.status).toBe(200)
    expect(changed.body).toMatchObject({
      quantity: { after: 10 },
      wishedOn: '2026-12-01',
      // Ten per cent off for 36 months.
      totals: { oneOffCents: 15_000, monthlyCents: 2_610 + 10 * 900 },
      amendments: [{ reason: 'Demandé par téléphone', amounts: { before: { monthlyCents: 6_900 }, after: { monthlyCents: 11_610 } } }],
    })
    expect(changed.body.amendments[0]?.changes.map(({ field, before, after }) => [field, before?.fr ?? null, after?.fr ?? null])).toEqual([
      ['quantity', '4', '10'],
      ['channels', '4 canaux', '10 canaux'],
      ['codec', null, 'Opus'],
      ['wished_on', null, '01/12/2026'],
    ])
    const [contract] = await rows(
      'select s.quantity, s.values, p.monthly_cents from subscriptions s join subscription_prices p on p.subscription_id = s.id where s.id = $1',
      [made.subscriptionId],
    )
    expect(contract).toMatchObject({ quantity: 10, values: { channels: 10, codec: 'opus' }, monthly_cents: 11_610 })
    const events = await rows(`select code from notification_events where object_reference = $1`, [made.reference])
    expect(events.map(({ code }) => code)).toEqual(['order.amended'])
    expect((await app.call(p.clientAdministrator, readOrder, { params: { order: made.reference } })).body.amendments).toHaveLength(1)
  })

  it('of an end client’s order uses its operator’s prices and tells the client no amount', async () => {
    const { personas: p, companies: c } = app.world
    const made = await addOrder(app.build, { offer, company: c.endClient })
    const order = await current(made)
    const changed = await pilot(amendOrder, made, { version: order.version, reason: 'Moins de canaux', quantity: 2 })
    expect(changed.body.totals).toEqual({ oneOffCents: 10_000, monthlyCents: 1_900 + 2 * 700 })
    const seen = await app.call(p.endClientAdministrator, readOrder, { params: { order: made.reference } })
    expect(seen.body.amendments).toMatchObject([{ amounts: null, changes: [{ field: 'quantity', after: { fr: '2' } }, {}] }])
  })
})

describe('a delivery', () => {
  it('activates the contract on its day, with commitment, services and accountcodes, all or nothing', async () => {
    const made = await addOrder(app.build, {
      offer,
      company: app.world.companies.client,
      months: 36,
      placedAt: new Date('2026-11-10T10:00:00Z'),
    })
    const { version } = await current(made)
    const open = await pilot(completeDelivery, made, { version, deliveredOn: '2026-11-19' })
    expect(codes(open.problem)).toEqual({ finishSteps: 'steps_open' })
    const early = await pilot(completeDelivery, made, { version, deliveredOn: '2026-11-09', finishSteps: true })
    expect(codes(early.problem)).toEqual({ deliveredOn: 'delivered_before_order' })
    const future = await pilot(completeDelivery, made, { version, deliveredOn: '2026-11-22', finishSteps: true })
    expect(codes(future.problem)).toEqual({ deliveredOn: 'date_future' })
    expect((await current(made)).state).toBe('submitted')
    const done = await pilot(completeDelivery, made, { version, deliveredOn: '2026-11-19', finishSteps: true })
    expect(done.status).toBe(200)
    expect(done.body).toMatchObject({
      state: 'delivered',
      deliveredOn: '2026-11-19',
      pilot: 'Céline B.',
      subscription: { state: 'active' },
      steps: [{ state: 'done', doneOn: '2026-11-19' }, { state: 'done' }],
      abilities: { deliver: false, cancel: false, amend: false, comment: true },
    })
    const [contract] = await rows(
      'select state, activated_on, delivered_on, last_order_state, displayed_state from subscriptions where id = $1',
      [made.subscriptionId],
    )
    expect(contract).toEqual({
      state: 'active',
      activated_on: '2026-11-19',
      delivered_on: '2026-11-19',
      last_order_state: 'delivered',
      displayed_state: 'delivered',
    })
    const commitments = await rows(
      'select c.starts_on, c.ends_on, c.months, a.monthly_cents from commitments c join commitment_amounts a on a.commitment_id = c.id where subscription_id = $1',
      [made.subscriptionId],
    )
    expect(commitments).toEqual([{ starts_on: '2026-11-19', ends_on: '2029-11-18', months: 36, monthly_cents: 6_900 }])
    const services = await rows(
      'select s.kind, s.created_on, a.number is not null as coded from services s left join accountcodes a on a.service_id = s.id where s.subscription_id = $1',
      [made.subscriptionId],
    )
    expect(services).toEqual([{ kind: 'sip_trunk', created_on: '2026-11-19', coded: true }])
    const again = await pilot(completeDelivery, made, { version: done.body.version, deliveredOn: '2026-11-19', finishSteps: true })
    expect(again.problem.code).toBe('conflict')
    expect(await rows('select 1 from services where subscription_id = $1', [made.subscriptionId])).toHaveLength(1)
    const told = await rows(`select code, category from notification_events where object_reference = $1`, [made.reference])
    expect(told).toEqual([{ code: 'order.delivered', category: 'deliveries' }])
  })

  it('by two pilots at once happens once', async () => {
    const made = await addOrder(app.build, { offer, company: app.world.companies.client })
    const { version } = await current(made)
    const body = { version, deliveredOn: '2026-11-21', finishSteps: true }
    const answers = await Promise.all([pilot(completeDelivery, made, body), as(otherPilot, completeDelivery, made, body)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await rows('select 1 from services where subscription_id = $1', [made.subscriptionId])).toHaveLength(1)
  })

  it('of an addition changes quantity, form, fee and adds its commitment', async () => {
    const { companies: c } = app.world
    const first = await addOrder(app.build, { offer, company: c.client, months: 36 })
    const created = await current(first)
    await pilot(completeDelivery, first, { version: created.version, deliveredOn: '2026-11-20', finishSteps: true })
    const more = await addOrder(app.build, {
      offer: addition,
      company: c.client,
      kind: 'addition',
      subscriptionId: first.subscriptionId,
      channels: 4,
      months: 12,
    })
    await app.build.run(
      `update order_item_amounts a set one_off_cents = 0, monthly_cents = 0 from order_items i where i.id = a.order_item_id and i.order_id = $1 and i.item = 'base'`,
      [more.id],
    )
    const { version, totals } = await current(more)
    expect(totals).toEqual({ oneOffCents: 0, monthlyCents: 4_000 })
    const done = await pilot(completeDelivery, more, { version, deliveredOn: '2026-11-21', finishSteps: true })
    expect(done.body).toMatchObject({ state: 'delivered', quantity: { before: 4, after: 8 } })
    const [contract] = await rows(
      'select s.state, s.quantity, s.values, s.delivered_on, p.monthly_cents, p.one_off_cents, p.termination_cents from subscriptions s join subscription_prices p on p.subscription_id = s.id where s.id = $1',
      [first.subscriptionId],
    )
    expect(contract).toEqual({
      state: 'active',
      quantity: 8,
      values: { channels: 8 },
      delivered_on: '2026-11-20',
      monthly_cents: 10_900,
      one_off_cents: 15_000,
      termination_cents: 5_000,
    })
    const commitments = await rows('select starts_on, ends_on, label from commitments where subscription_id = $1 order by starts_on', [
      first.subscriptionId,
    ])
    expect(commitments).toEqual([
      { starts_on: '2026-11-20', ends_on: '2029-11-19', label: 'TRUNK SIP' },
      { starts_on: '2026-11-21', ends_on: '2027-11-20', label: 'Ajout de canaux SIP' },
    ])
  })

  it('is impossible with a reason: the contract has no follow-up, its services never exist', async () => {
    const { personas: p, companies: c } = app.world
    const made = await addOrder(app.build, { offer, company: c.client })
    const { version } = await current(made)
    expect(codes((await pilot(declareImpossible, made, { version, reason: '' })).problem)).toEqual({ reason: 'required' })
    const started = await pilot(startDelivery, made, { version })
    expect(started.body).toMatchObject({ state: 'in_delivery', pilot: 'Céline B.' })
    const done = await pilot(declareImpossible, made, { version: started.body.version, reason: 'Aucune fibre sur ce site' })
    expect(done.body).toMatchObject({
      state: 'impossible',
      closingReason: 'Aucune fibre sur ce site',
      subscription: { state: 'abandoned' },
    })
    expect((await pilot(startDelivery, made, { version: done.body.version })).problem.code).toBe('conflict')
    expect((await app.call(p.clientAdministrator, readOrder, { params: { order: made.reference } })).body.closingReason).toBe(
      'Aucune fibre sur ce site',
    )
  })

  it('of a termination waits for its day', async () => {
    const made = await addOrder(app.build, { offer, company: app.world.companies.client, kind: 'termination' })
    const { version, abilities } = await current(made)
    expect(abilities).toMatchObject({ deliver: false, amend: false, declareImpossible: false, takeOver: true })
    expect((await pilot(completeDelivery, made, { version, deliveredOn: '2026-11-21', finishSteps: true })).problem.code).toBe('conflict')
  })
})
