import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { previewTermination, requestTermination, withdrawTermination } from '#api/orders/termination/terminations'
import { listSubscriptions } from '#api/subscriptions/list/subscription-list'
import { workerTransactions } from '../../../platform/db/worker-transactions.ts'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import { addOffer, addSubscription, type TestOffer } from '../../subscriptions/subscriptions.factory.ts'
import { endContracts } from './end-contracts.ts'

let app: TestApp
let worker: pg.Pool
let offer: TestOffer
beforeAll(async () => {
  app = await testApp()
  worker = new pg.Pool({ connectionString: app.urls.worker, max: 2 })
  offer = await addOffer(app.build)
})
afterAll(async () => {
  await worker?.end()
  await app?.close()
})

const contract = () =>
  addSubscription(app.build, {
    offer,
    company: app.world.companies.client,
    commitments: [{ startsOn: '2025-11-19', months: 36, endsOn: '2028-11-18', monthlyCents: 35_000 }],
  })
const end = async (subscription: string, wishedOn: string): Promise<void> => {
  const who = app.world.personas.clientAdministrator
  const { body } = await app.call(who, previewTermination, { params: { subscription }, query: { wishedOn } })
  const { version, effectiveOn, costs } = body
  const confirmed = { version, wishedOn, effectiveOn, totalCents: costs.totalCents }
  expect((await app.call(who, requestTermination, { params: { subscription }, body: confirmed })).status).toBe(201)
}
const stateOf = async (id: string) =>
  (await app.build.run('select state, version, last_order_kind, last_order_state, displayed_state from subscriptions where id = $1', [id]))
    .rows[0]

describe('the day of a termination', () => {
  it('comes for every contract, even when another one cannot end', async () => {
    const due = async () => {
      const made = await contract()
      await end(made.reference, '2026-12-24')
      return made
    }
    const [stuck, fine] = [await due(), await due()]
    await app.build.run(`create function refuse_end() returns trigger language plpgsql as $$ begin
      if new.id = '${stuck.id}' and new.state = 'terminated' then raise exception 'cannot end'; end if; return new; end $$`)
    await app.build.run('create trigger refuse_end before update on subscriptions for each row execute function refuse_end()')
    const later = new Date('2026-12-25T09:00:00Z')
    const inTransaction = workerTransactions(worker, { now: () => later, today: () => Temporal.PlainDate.from('2026-12-25') })
    // The job fails, so that it is seen and tried again; what could end has ended.
    await expect(endContracts(inTransaction)).rejects.toThrow(stuck.reference)
    expect((await stateOf(stuck.id)).state).toBe('termination_requested')
    expect((await stateOf(fine.id)).state).toBe('terminated')
    await app.build.run('drop trigger refuse_end on subscriptions')
    await endContracts(inTransaction)
    expect((await stateOf(stuck.id)).state).toBe('terminated')
  })

  it('closes the contract, its services and accountcodes, once, even over a night when the clock changes', async () => {
    const { personas: p } = app.world
    const { id, reference } = await contract()
    const missed = await contract()
    await end(missed.reference, '2027-01-10')
    // 28 March 2027: the night has 23 hours.
    await end(reference, '2027-03-28')
    const inTransaction = workerTransactions(worker, app.clock)
    app.clock.travelTo('2027-03-27T22:59:00Z')
    await endContracts(inTransaction)
    expect((await stateOf(id)).state).toBe('termination_requested')
    app.clock.travelTo('2027-03-27T23:00:00Z')
    await app.build.run('update sessions set last_seen_at = $1', [app.clock.now()])
    expect((await app.call(p.clientAdministrator, withdrawTermination, { params: { subscription: reference } })).problem.code).toBe(
      'conflict',
    )
    await Promise.all([endContracts(inTransaction), endContracts(inTransaction)])
    expect(await stateOf(id)).toMatchObject({ state: 'terminated', last_order_state: 'delivered', displayed_state: 'terminated' })
    const { rows } = await app.build.run(
      `select s.terminated_on, v.state as service, v.closed_on, a.state as accountcode, t.state as termination, o.state as "order", o.delivered_on,
         (select count(*)::int from notification_events e where e.object_reference in (s.reference, o.reference)) as events
       from subscriptions s join services v on v.subscription_id = s.id join accountcodes a on a.service_id = v.id
         join terminations t on t.subscription_id = s.id join orders o on o.id = t.order_id where s.id = $1`,
      [id],
    )
    expect(rows).toEqual([
      {
        terminated_on: '2027-03-28',
        service: 'closed',
        closed_on: '2027-03-28',
        accountcode: 'closed',
        termination: 'effective',
        order: 'delivered',
        delivered_on: '2027-03-28',
        events: 2,
      },
    ])
    const list = await app.call(p.clientAdministrator, listSubscriptions, { universe: 'client', query: { reference } })
    expect(list.body.items[0]).toMatchObject({ displayedState: 'terminated', lastOrder: { kind: 'termination', state: 'delivered' } })
    // The one whose day passed while nothing ran ended on its own day.
    const { rows: late } = await app.build.run('select terminated_on from subscriptions where id = $1', [missed.id])
    expect(late).toEqual([{ terminated_on: '2027-01-10' }])
  })
})
