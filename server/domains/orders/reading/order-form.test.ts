import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import { completeDelivery } from '#api/orders/delivery/delivery'
import { readOrderForm } from '#api/orders/reading/order-form'
import { readOrder } from '#api/orders/reading/orders'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import { addOffer, addOrder, moreChannels, trunk } from '../orders.factory.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

const definition: OfferDefinition = {
  ...trunk,
  services: [
    ...trunk.services,
    { kind: 'option', name: { fr: 'Canal', en: 'Channel' }, per: { characteristic: 'channels' }, accountcode: false },
  ],
}

it('announces what the delivery then creates, of the version that was ordered', async () => {
  const { personas: p, companies: c } = app.world
  const offer = await addOffer(app.build, { definition })
  const made = await addOrder(app.build, { offer, company: c.client, channels: 3 })
  const params = { order: made.reference }
  const form = await app.call(p.carrierPilot, readOrderForm, { universe: 'carrier', params })
  expect(form.status).toBe(200)
  expect(form.body).toEqual({
    definition,
    closedServices: 0,
    services: [
      { kind: 'sip_trunk', name: { fr: 'Trunk SIP', en: 'SIP trunk' }, count: 1, accountcodes: 1 },
      { kind: 'option', name: { fr: 'Canal', en: 'Channel' }, count: 3, accountcodes: 0 },
    ],
  })
  const { version } = (await app.call(p.carrierPilot, readOrder, { universe: 'carrier', params })).body
  const body = { version, deliveredOn: '2026-11-21', finishSteps: true }
  const delivered = await app.call(p.carrierPilot, completeDelivery, { universe: 'carrier', params, body })
  expect(delivered.status, JSON.stringify(delivered.problem)).toBe(200)
  const counted = 'select kind, count(*)::int from services where subscription_id = $1 group by kind order by kind'
  expect((await app.build.run(counted, [made.subscriptionId])).rows).toEqual([
    { kind: 'option', count: 3 },
    { kind: 'sip_trunk', count: 1 },
  ])
})

it('is read by pilots only, and announces nothing where nothing is created', async () => {
  const { personas: p, companies: c } = app.world
  const offer = await addOffer(app.build, { definition: moreChannels })
  const made = await addOrder(app.build, { offer, company: c.client })
  const form = await app.call(p.carrierPilot, readOrderForm, { universe: 'carrier', params: { order: made.reference } })
  expect(form.body.services).toEqual([])
  expect((await app.call(p.carrierPilot, readOrderForm, { universe: 'carrier', params: { order: 'COM99999' } })).status).toBe(404)
  expect((await app.call(p.clientAdministrator, readOrderForm, { universe: 'carrier', params: { order: made.reference } })).status).toBe(
    403,
  )
})
