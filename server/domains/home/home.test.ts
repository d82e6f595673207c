import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Home, readHome } from '#api/home/home'
import type { Universe } from '#api/universes'
import { newId } from '../../platform/ids.ts'
import { type TestApp, testApp } from '../../testing/test-app.ts'
import type { Persona } from '../../testing/world.ts'
import { addOffer, addOrder, type MadeOrder } from '../orders/orders.factory.ts'

let app: TestApp
const made: Record<string, MadeOrder> = {}
const people: Record<string, Persona> = {}

const setStep = (order: MadeOrder, position: number, actor: string, plannedOn: string | null, blocked = false) =>
  app.build.run(
    `update order_steps set actor = $3, planned_on = $4, state = $5, blocked_by = $6, blocked_cause = $7, blocked_at = $8
     where order_id = $1 and position = $2`,
    [
      order.id,
      position,
      actor,
      plannedOn,
      blocked ? 'blocked' : 'to_do',
      blocked ? actor : null,
      blocked ? 'Baie fermée' : null,
      blocked ? new Date('2026-11-20T09:00:00Z') : null,
    ],
  )

beforeAll(async () => {
  app = await testApp()
  const { companies: c, personas: p, bordeauxId } = app.world
  const offer = await addOffer(app.build)
  const placedBy = { userId: p.ambassadorAdministrator.userId, name: 'Camille Conseil', universe: 'ambassador' as const }
  made.decide = await addOrder(app.build, { offer, company: c.client, state: 'awaiting_client', placedBy })
  made.late = await addOrder(app.build, { offer, company: c.client })
  await setStep(made.late, 1, 'client', '2026-11-17')
  made.quiet = await addOrder(app.build, { offer, company: c.client })
  await app.build.run(`update orders set planned_on = '2026-11-25', pilot_user_id = $2, pilot_name = 'Céline B.' where id = $1`, [
    made.quiet.id,
    p.carrierPilot.userId,
  ])
  made.bordeaux = await addOrder(app.build, { offer, company: c.client, siteIds: [bordeauxId] })
  await setStep(made.bordeaux, 1, 'client', null, true)
  made.partner = await addOrder(app.build, { offer, company: c.endClient, wishedOn: '2026-11-20' })
  await setStep(made.partner, 1, 'partner', null)
  made.waits = await addOrder(app.build, { offer, company: c.endClient, state: 'awaiting_client' })
  made.foreign = await addOrder(app.build, { offer, company: c.otherEndClient })
  people.bordeaux = await app.build.addPerson({
    lastName: 'Gironde',
    company: c.client,
    rights: [{ universe: 'client', templates: ['orders.manage'], sites: [bordeauxId] }],
  })
  people.billing = await app.build.addPerson({
    lastName: 'Facturation',
    company: c.carrier,
    rights: [{ universe: 'carrier', templates: ['carrier.billing'] }],
  })
  const contactId = newId()
  await app.build.run(
    `insert into contacts (id, company_id, first_name, last_name, email) values ($1, $2, 'Hugo', 'Faure', 'hugo@test.example')`,
    [contactId, c.client.id],
  )
  await app.build.run(
    `insert into users (id, company_id, contact_id, display_name, state, site_id) values ($1, $2, $3, 'Hugo Faure', 'invited', $4)`,
    [newId(), c.client.id, contactId, bordeauxId],
  )
  await app.build.run(
    `insert into company_proposals (id, company_id, field, new_value, proposed_by) values ($1, $2, 'name', 'Ma Société SAS', 'Camille Martin')`,
    [newId(), c.client.id],
  )
})
afterAll(() => app.close())

const home = async (who: Persona | undefined, universe: Universe): Promise<Home> => {
  const answer = await app.call(who as Persona, readHome, { universe })
  expect(answer.status).toBe(200)
  return answer.body
}
const told = ({ todo }: Home) =>
  todo.map(({ kind, reference, name }) =>
    [kind, Object.entries(made).find(([, order]) => order.reference === reference)?.[0] ?? name].filter(Boolean).join(' '),
  )
const counts = ({ counts: all }: Home) => Object.fromEntries(all.map(({ of, count, tone }) => [of, `${count} ${tone}`]))
const running = ({ running: all }: Home) => all?.orders.map(({ reference }) => reference)

describe('the home page', () => {
  it('tells a client what waits for it, late first, and what runs', async () => {
    const page = await home(app.world.personas.clientAdministrator, 'client')
    expect(told(page)).toEqual(['do_step late', 'decide_order decide', 'do_step bordeaux', 'invitation Hugo Faure'])
    expect(page.todo[0]?.order).toMatchObject({
      when: { is: 'late', late: { since: '2026-11-17', days: 4, by: 'client' } },
      step: { label: { fr: 'Étude' }, by: 'client', cause: null },
    })
    expect(page.todo[2]?.order?.step).toMatchObject({ by: 'client', cause: 'Baie fermée' })
    expect(page.late).toBe(1)
    expect(counts(page)).toEqual({ users: '1 grey', orders: '3 red' })
    expect(page.running?.total).toBe(4)
    expect(running(page)?.[0]).toBe(made.late?.reference)
    expect(page.running?.orders[0]?.steps).toMatchObject([
      { isLate: true, by: 'client', plannedOn: '2026-11-17' },
      { isLate: false, state: 'to_do' },
    ])
    expect([page.clients, page.queue, page.access]).toEqual([null, null, null])
  })

  it('keeps to the sites of a right', async () => {
    const page = await home(people.bordeaux, 'client')
    expect(told(page)).toEqual(['do_step bordeaux'])
    expect(running(page)).toEqual([made.bordeaux?.reference])
    expect([page.running?.total, page.late, counts(page).orders]).toEqual([1, 0, '1 amber'])
    expect(page.access).toMatchObject({ rights: [{ templates: ['orders.manage'], sites: ['Agence de Bordeaux'] }] })
    // Whoever invites on that site only is told of its people only.
    expect(told(await home(app.world.personas.bordeauxEditor, 'client'))).toEqual(['invitation Hugo Faure'])
  })

  it('shows nothing of the orders without their right, says what one may do and whom to ask', async () => {
    const { accountant, nobody } = app.world.personas
    const page = await home(accountant, 'client')
    expect(page).toMatchObject({ todo: [], late: 0, counts: [], running: null, clients: null, queue: null })
    expect(page.access?.rights).toMatchObject([{ templates: ['billing.read'], sites: null }])
    expect(page.access?.administrators).toEqual(['Camille Martin'])
    expect((await home(nobody, 'client')).access?.rights).toEqual([])
  })

  it('shows nothing of another company', async () => {
    const { directClientAdministrator: direct, otherOperatorAdministrator: other } = app.world.personas
    expect(await home(direct, 'client')).toMatchObject({ todo: [], counts: [], running: { total: 0, orders: [] } })
    const page = await home(other, 'operator')
    expect(running(page)).toEqual([made.foreign?.reference])
    expect(page.clients?.map(({ company }) => company.name)).toEqual(['Client Atlantique'])
  })

  it('leaves to an operator what its client cannot decide', async () => {
    const { endClientAdministrator: client, operatorAdministrator: operator } = app.world.personas
    const page = await home(client, 'client')
    expect(told(page)).toEqual([])
    expect(page.running?.total).toBe(2)
    const own = await home(operator, 'operator')
    expect(told(own)).toEqual(['do_step partner', 'decide_order waits'])
    expect(own.clients).toEqual([
      { company: { reference: app.world.companies.endClient.reference, name: 'Client Final' }, running: 2, late: 1, toDecide: 1 },
    ])
  })

  it('tells an ambassador its clients, and decides nothing for them', async () => {
    const page = await home(app.world.personas.ambassadorAdministrator, 'ambassador')
    expect(told(page)).toEqual([])
    expect(page.clients).toEqual([
      { company: { reference: app.world.companies.client.reference, name: 'Ma Société' }, running: 4, late: 1, toDecide: 1 },
    ])
  })

  it('tells a pilot what slips, their own first, and an administrator what the house needs', async () => {
    const { carrierPilot: pilot, carrierAdministrator: administrator } = app.world.personas
    const page = await home(pilot, 'carrier')
    expect(page).toMatchObject({ todo: [], running: null, clients: null })
    expect(page.queue).toMatchObject({ all: 7, late: 2, blocked: 1, nobody: 4, toDecide: 2, mine: 1, week: 1, weekMine: 1 })
    expect(page.queue?.slipping.map(({ reference }) => reference)).toEqual([made.late?.reference, made.partner?.reference])
    expect(page.queue?.days).toEqual([{ day: '2026-11-25', late: 0, waiting: 0, ready: 1 }])
    expect(page.queue?.loads).toEqual([
      { pilot: null, isMine: false, late: 2, blocked: 1, others: 1 },
      { pilot: 'Céline B.', isMine: true, late: 0, blocked: 0, others: 1 },
    ])
    expect(counts(page)).toEqual({ delivery: '2 red' })
    const all = await home(administrator, 'carrier')
    expect(told(all)).toEqual(['answer_proposal'])
    expect(counts(all)).toEqual({ delivery: '2 red', proposals: '1 amber' })
    expect(await home(people.billing, 'carrier')).toMatchObject({ todo: [], counts: [], running: null, queue: null })
  })

  it('follows what happens', async () => {
    await app.build.run(`update order_steps set state = 'done', done_on = '2026-11-21' where order_id = $1 and position = 1`, [
      made.late?.id,
    ])
    const page = await home(app.world.personas.clientAdministrator, 'client')
    expect(told(page)).toEqual(['decide_order decide', 'do_step bordeaux', 'invitation Hugo Faure'])
    expect(page.late).toBe(0)
  })
})
