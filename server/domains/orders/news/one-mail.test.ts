import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { categoryBit } from '#api/notifications/notification-categories'
import { completeDelivery } from '#api/orders/delivery/delivery'
import { readOrder } from '#api/orders/reading/orders'
import { type TestApp, testApp, testTools } from '../../../testing/test-app.ts'
import { testSecret } from '../../../testing/test-template.ts'
import { publishEvent } from '../../notifications/delivery/publish-event.ts'
import { type NotificationFactory, notificationFactory } from '../../notifications/notifications.factory.ts'
import { addOffer, addOrder, type MadeOrder, type OrderableOffer, ordersWorker } from '../orders.factory.ts'
import { deliveryNoteSent } from './order-events.ts'
import { aboutOrder } from './tell-customer.ts'

let app: TestApp
let worker: ReturnType<typeof ordersWorker>
let factory: NotificationFactory
let offer: OrderableOffer
beforeAll(async () => {
  app = await testApp()
  worker = ordersWorker({ urls: app.urls, clock: app.clock, tools: testTools(app.clock) })
  factory = notificationFactory({ urls: app.urls, clock: app.clock, secret: testSecret })
  offer = await addOffer(app.build)
})
afterAll(async () => {
  await worker?.close()
  await factory?.close()
  await app?.close()
})
beforeEach(() =>
  app.build.run(`truncate notification_mails, notification_digests, notifications, notification_events, mails cascade;
    delete from graphile_worker._private_jobs`),
)

const deliver = async (made: MadeOrder): Promise<void> => {
  const at = { universe: 'carrier', params: { order: made.reference } } as const
  const { version } = (await app.call(app.world.personas.carrierPilot, readOrder, at)).body
  const body = { version, deliveredOn: '2026-11-21', finishSteps: true }
  expect((await app.call(app.world.personas.carrierPilot, completeDelivery, { ...at, body })).status).toBe(200)
}
const placed = () => {
  const { companies: c, personas: p } = app.world
  const placedBy = { userId: p.clientAdministrator.userId, name: 'Camille Martin', universe: 'client' } as const
  return addOrder(app.build, { offer, company: c.client, placedBy, onsiteContactId: p.clientAdministrator.contactId })
}
const mailed = async () =>
  (await app.build.run('select to_address, template from mails order by 1, 2')).rows.map((row) => `${row.to_address} ${row.template}`)

describe('a delivery', () => {
  it('is told by one mail an address, note included, whatever roles and subscriptions the person has', async () => {
    const made = await placed()
    await deliver(made)
    await worker.drain()
    expect(await mailed()).toEqual(['camille.conseil@test.example notification', 'camille.martin@test.example order-news'])
    // In the application both are found: the note has its own line.
    const { rows } = await app.build.run(
      `select count(*)::int as n from notifications n join notification_events e on e.id = n.event_id
       where n.user_id = $1 and e.object_reference = $2`,
      [app.world.personas.clientAdministrator.userId, made.reference],
    )
    expect(rows).toEqual([{ n: 2 }])
  })

  it('is told by its note to who subscribed to notes alone', async () => {
    const { contactId } = app.world.personas.ambassadorAdministrator
    const mask = await app.build.run('select email_mask from contact_subscriptions where contact_id = $1 and universe = $2', [
      contactId,
      'ambassador',
    ])
    expect(mask.rows).toHaveLength(1)
    await app.build.run('update contact_subscriptions set email_mask = $2 where contact_id = $1', [contactId, categoryBit('settings')])
    await deliver(await placed())
    await worker.drain()
    expect(await mailed()).toEqual(['camille.conseil@test.example notification', 'camille.martin@test.example order-news'])
    const { rows } = await app.build.run(`select e.code from notification_mails m join notification_events e on e.id = m.event_id
      where m.address = 'camille.conseil@test.example'`)
    expect(rows).toEqual([{ code: 'order.delivery_note_sent' }])
    await app.build.run('update contact_subscriptions set email_mask = $2 where contact_id = $1', [contactId, mask.rows[0].email_mask])
  })

  it('waits for its own mail before its note is told', async () => {
    const made = await placed()
    await deliver(made)
    // The note is ready first: its mails are put off until those of the delivery are written.
    await app.build.run(`delete from graphile_worker._private_jobs`)
    const order = (await app.build.run('select * from orders where id = $1', [made.id])).rows[0]
    await worker.inTransaction(async (tx) => publishEvent(tx, deliveryNoteSent, await aboutOrder(tx, order)))
    await factory.drain()
    expect(await mailed()).toEqual([])
    await app.build.run(`update notification_events set fanned_out_at = created_at where code = 'order.delivered'`)
    await factory.drain(undefined, true)
    expect(await mailed()).toEqual(['camille.conseil@test.example notification', 'camille.martin@test.example notification'])
  })
})
