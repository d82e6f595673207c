import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSubscription } from '#api/orders/contract/contract'
import { listQueue } from '#api/orders/delivery/delivery'
import { listOrders, readOrder } from '#api/orders/reading/orders'
import { listSubscriptions } from '#api/subscriptions/list/subscription-list'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import { addOffer, addOrder, type MadeOrder } from '../orders.factory.ts'

let app: TestApp
const made: Record<string, MadeOrder> = {}
const today = '2026-11-21'

/** Days of the order (planned, wished), then of its two steps: actor, day, and whether it is blocked on the client. */
const plans = {
  nothing: [null, null, ['carrier', null], ['client', null]],
  planned: ['2026-12-14', null, ['carrier', '2026-12-02'], ['client', '2026-12-10']],
  estimated: [null, '2026-11-01', ['carrier', '2026-12-02'], ['client', '2026-12-10']],
  wished: [null, '2026-11-17', ['carrier', null], ['client', null]],
  client: ['2026-12-14', null, ['client', '2026-11-17'], ['carrier', '2026-12-10']],
  blocked: ['2026-11-17', null, ['carrier', '2026-12-02', 'blocked'], ['carrier', '2026-12-10']],
} as const

beforeAll(async () => {
  app = await testApp()
  const offer = await addOffer(app.build)
  for (const [name, [plannedOn, wishedOn, ...steps]] of Object.entries(plans)) {
    const order = await addOrder(app.build, { offer, company: app.world.companies.client, ...(wishedOn ? { wishedOn } : {}) })
    made[name] = order
    await app.build.run('update orders set planned_on = $2 where reference = $1', [order.reference, plannedOn])
    for (const [index, [actor, day, state]] of steps.entries())
      await app.build.run(
        `update order_steps set actor = $3, planned_on = $4, state = $5, blocked_by = $6, blocked_cause = $7, blocked_at = $8
         where order_id = (select id from orders where reference = $1) and position = $2`,
        [
          order.reference,
          index + 1,
          actor,
          day,
          state ?? 'to_do',
          ...(state ? ['client', 'Baie fermée', new Date(`${today}T08:00:00Z`)] : [null, null, null]),
        ],
      )
  }
})
afterAll(() => app.close())

const expected = {
  nothing: { is: 'unplanned', on: null, isEstimate: false, late: null },
  planned: { is: 'planned', on: '2026-12-14', isEstimate: false, late: null },
  estimated: { is: 'late', on: '2026-12-10', isEstimate: true, late: { what: 'wished', since: '2026-11-01', days: 20, by: 'carrier' } },
  wished: { is: 'late', on: null, isEstimate: false, late: { what: 'wished', since: '2026-11-17', days: 4, by: 'carrier' } },
  client: { is: 'late', on: '2026-12-14', isEstimate: false, late: { what: 'step', since: '2026-11-17', days: 4, by: 'client' } },
  blocked: { is: 'late', on: '2026-11-17', isEstimate: false, late: { what: 'planned', since: '2026-11-17', days: 4, by: 'client' } },
}

const of = <Row extends { readonly reference: string }>(rows: readonly Row[], wanted: string) =>
  rows.find(({ reference }) => reference === wanted)

describe('« when? »', () => {
  it('has one answer: in the lists, on the pages, in the queue, for the client and for the carrier', async () => {
    const { clientAdministrator: client, carrierPilot: pilot } = app.world.personas
    const orders = (await app.call(client, listOrders, {})).body.items
    const contracts = (await app.call(client, listSubscriptions, {})).body.items
    const queue = (await app.call(pilot, listQueue, { universe: 'carrier' })).body.items
    for (const [name, answer] of Object.entries(expected)) {
      const { reference, contract } = made[name] as MadeOrder
      expect(of(orders, reference)?.when, name).toEqual(answer)
      expect(of(queue, reference)?.when, name).toEqual(answer)
      expect(of(contracts, contract)?.when, name).toEqual(answer)
      const order = (await app.call(client, readOrder, { params: { order: reference } })).body
      expect(order.when, name).toEqual(answer)
      const page = (await app.call(client, readSubscription, { params: { subscription: contract } })).body
      expect([page.when, page.runningOrder?.when, page.operations[0]?.when], name).toEqual([answer, answer, answer])
    }
    expect(of(orders, made.blocked?.reference ?? '')?.blockedBy).toBe('client')
  })

  it('is what the queue filters and counts as late', async () => {
    const asked = (query: object) => app.call(app.world.personas.carrierPilot, listQueue, { universe: 'carrier', query })
    const late = (await asked({ late: 'true' })).body.items.map(({ reference }) => reference)
    const { items, counts } = (await asked({})).body
    expect(late.toSorted()).toEqual(
      items
        .filter(({ when }) => when.is === 'late')
        .map(({ reference }) => reference)
        .toSorted(),
    )
    expect(counts.late).toBe(4)
  })

  it('stands in the files, in words', async () => {
    const files = [listOrders.exports.csv, listSubscriptions.exports.csv]
    for (const file of files) {
      const { raw } = await app.call(app.world.personas.clientAdministrator, file, { universe: 'client' })
      const text = raw.toString('utf8')
      for (const words of [
        'À planifier',
        'Prévue le 14/12/2026',
        'Estimée au 10/12/2026, 20 j de retard',
        'Prévue le 17/11/2026, 4 j de retard',
      ])
        expect(text).toContain(words)
    }
  })
})
