import { afterAll, beforeAll, expect, it } from 'vitest'
import { listNotifications } from '#api/notifications/inbox/notifications'
import { placeOrder, validateOrder } from '#api/orders/life/placing'
import { addBasketLine, readBasket } from '#api/shop/baskets/baskets'
import { type TestApp, testApp } from '../../../../testing/test-app.ts'
import { testSecret } from '../../../../testing/test-template.ts'
import type { Persona } from '../../../../testing/world.ts'
import { type NotificationFactory, notificationFactory } from '../../../notifications/notifications.factory.ts'
import { openShop, typed } from '../../../shop/shop.factory.ts'

let app: TestApp
let factory: NotificationFactory
let colleague: Persona
let placed: string[]
beforeAll(async () => {
  app = await testApp({ now: '2026-11-09T15:00:00Z' })
  await openShop(app)
  factory = notificationFactory({ urls: app.urls, clock: app.clock, secret: testSecret })
  const { client } = app.world.companies
  colleague = await app.build.addPerson({ lastName: 'Collègue', company: client, administrator: true })
  const params = { company: client.reference }
  const who = app.world.personas.ambassadorAdministrator
  const body = typed({ offer: 'TRUNK-SIP', siteIds: [client.headOfficeId, app.world.bordeauxId], values: { channels: 4 } })
  await app.call(who, addBasketLine, { universe: 'ambassador', params, body })
  const { body: basket } = await app.call(who, readBasket, { universe: 'ambassador', params })
  const order = { basketId: basket.id ?? '', version: basket.version, termsVersion: null }
  placed = (await app.call(who, placeOrder, { universe: 'ambassador', params, body: order })).body.orders.map(({ reference }) => reference)
  await factory.drain()
})
afterAll(async () => {
  await factory?.close()
  await app?.close()
})

const listOf = async (who: Persona, universe: 'client' | 'ambassador' = 'client') =>
  (await app.call(who, listNotifications, { universe })).body.items.map(({ title, readAt }) => [title, readAt !== null])

it('asks for a validation by one mail for the basket, and one notification an order', async () => {
  const { rows } = await app.build.run('select to_address, template from mails order by to_address')
  expect(rows.filter(({ to_address: to }) => to === 'camille.martin@test.example')).toEqual([
    { to_address: 'camille.martin@test.example', template: 'order-to-validate' },
  ])
  expect(await listOf(app.world.personas.clientAdministrator)).toEqual([
    [`Commande ${placed[1]} à valider`, false],
    [`Commande ${placed[0]} à valider`, false],
  ])
})

it('is no longer to be done by anybody once somebody decided', async () => {
  const body = { version: 1, termsVersion: 'CGV-2026-11' }
  const who = app.world.personas.clientAdministrator
  expect((await app.call(who, validateOrder, { params: { order: placed[0] ?? '' }, body })).status).toBe(200)
  await factory.drain()
  for (const reader of [who, colleague])
    expect(await listOf(reader)).toEqual([
      [`Commande ${placed[1]} à valider`, false],
      [`Commande ${placed[0]} à valider`, true],
    ])
  expect(await listOf(app.world.personas.ambassadorAdministrator, 'ambassador')).toContainEqual([`Commande ${placed[0]} validée`, false])
})
