import { afterAll, beforeAll, expect, it } from 'vitest'
import { listNotifications } from '#api/notifications/inbox/notifications'
import { previewTermination, requestTermination, withdrawTermination } from '#api/orders/termination/terminations'
import { type TestApp, testApp, testTools } from '../../../testing/test-app.ts'
import { addOffer, addSubscription } from '../../subscriptions/subscriptions.factory.ts'
import { ordersWorker } from '../orders.factory.ts'
import { endContracts } from './end-contracts.ts'

let app: TestApp
let worker: ReturnType<typeof ordersWorker>
beforeAll(async () => {
  app = await testApp({ now: '2026-11-19T09:00:00Z' })
  worker = ordersWorker({ urls: app.urls, clock: app.clock, tools: testTools(app.clock) })
})
afterAll(async () => {
  await worker?.close()
  await app?.close()
})

it('a termination, its withdrawal and its effect are told by one mail an address; who asked finds them read', async () => {
  const { clientAdministrator: who, ambassadorAdministrator } = app.world.personas
  const made = await addSubscription(app.build, { offer: await addOffer(app.build), company: app.world.companies.client })
  const params = { subscription: made.reference }
  const ask = async () => {
    const { body: shown } = await app.call(who, previewTermination, { params })
    const { version, wishedOn, effectiveOn, costs } = shown
    const body = { version, wishedOn, effectiveOn, totalCents: costs.totalCents }
    expect((await app.call(who, requestTermination, { params, body })).status).toBe(201)
    return effectiveOn
  }
  const told = async () => {
    await worker.drain()
    const { rows } = await app.build.run('delete from mails returning lower(to_address) as address, template')
    return rows.map(({ address, template }) => `${address} ${template}`).sort()
  }
  const mine = 'camille.martin@test.example termination'
  const isMine = (line: string) => line.startsWith('camille.martin@')
  const effectiveOn = await ask()
  const requested = await told()
  expect(requested.filter(isMine)).toEqual([mine])
  // The partner, who subscribed, has its notification.
  expect(requested.some((line) => line.endsWith(' notification'))).toBe(true)
  expect((await app.call(who, withdrawTermination, { params })).status).toBeLessThan(300)
  expect((await told()).filter(isMine)).toEqual([mine])
  const { body } = await app.call(who, listNotifications, { universe: 'client' })
  expect(body.items.map(({ readAt }) => readAt !== null)).toEqual([true, true])
  const theirs = await app.call(ambassadorAdministrator, listNotifications, { universe: 'ambassador' })
  expect(theirs.body.items.map(({ readAt }) => readAt)).toEqual([null, null])

  await ask()
  await told()
  app.clock.travelTo(`${effectiveOn}T08:00:00Z`)
  await endContracts(worker.inTransaction)
  expect((await told()).filter(isMine)).toEqual([mine])
})
