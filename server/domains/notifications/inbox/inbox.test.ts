import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countUnread, listNotifications, markAllRead, markRead, markUnread } from '#api/notifications/inbox/notifications'
import { silentLogger } from '../../../platform/logger.ts'
import { startHub } from '../../../platform/realtime/hub.ts'
import type { PortalEvent } from '../../../platform/realtime/publish.ts'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import { testSecret } from '../../../testing/test-template.ts'
import { type NotificationFactory, notificationFactory } from '../notifications.factory.ts'

let app: TestApp
let factory: NotificationFactory
beforeAll(async () => {
  app = await testApp()
  factory = notificationFactory({ urls: app.urls, clock: app.clock, secret: testSecret })
  for (let n = 1; n <= 7; n++) await factory.deliverOrder({ companyId: app.world.companies.client.id, reference: `COM0000${n}` })
  await factory.changeSetting({ companyId: app.world.companies.ambassador.id })
  // One after the other: the order of the list is that of their telling.
  await factory.drain()
})
afterAll(async () => {
  await factory?.close()
  await app?.close()
})

const page = (query: Parameters<typeof app.call<typeof listNotifications>>[2] = {}) => query

describe('the in-app list', () => {
  it('is paged in both directions, by universe, category and state', async () => {
    const { personas: p } = app.world
    const list = async (query: object) => (await app.call(p.clientAdministrator, listNotifications, page({ query }))).body
    const first = await list({ limit: 3 })
    const second = await list({ limit: 3, cursor: first.next ?? '' })
    const third = await list({ limit: 3, cursor: second.next ?? '' })
    expect([first, second, third].map(({ items }) => items.length)).toEqual([3, 3, 1])
    expect(third.next).toBeNull()
    expect(first.previous).toBeNull()
    const back = await list({ limit: 3, cursor: second.previous ?? '' })
    expect(back.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id))
    const partner = async (query: object) =>
      (await app.call(p.ambassadorAdministrator, listNotifications, { universe: 'ambassador', query })).body.items.length
    expect([await partner({}), await partner({ universe: 'client' }), await partner({ category: 'deliveries' })]).toEqual([8, 1, 7])
    expect((await list({ limit: 1, language: 'en' })).items[0]?.title).toMatch(/^Order COM0000\d delivered$/)
    expect((await app.call(p.clientAdministrator, listNotifications, { query: { cursor: 'x' } })).status).toBe(422)
  })

  it('is marked one by one, all at once, by its owner alone', async () => {
    const { personas: p } = app.world
    const unread = async () => (await app.call(p.clientAdministrator, countUnread)).body.count
    expect(await unread()).toBe(7)
    const [latest, next] = (await app.call(p.clientAdministrator, listNotifications)).body.items
    const params = { notification: latest?.id ?? '' }
    expect((await app.call(p.clientAdministrator, markRead, { params })).body.unread).toBe(6)
    expect((await app.call(p.clientAdministrator, markUnread, { params })).body.unread).toBe(7)
    expect((await app.call(p.ambassadorAdministrator, markRead, { universe: 'ambassador', params })).status).toBe(404)
    const all = await app.call(p.clientAdministrator, markAllRead, { body: { category: 'deliveries', upTo: next?.id } })
    expect(all.body).toEqual({ marked: 6, unread: 1 })
    const left = await app.call(p.clientAdministrator, listNotifications, { query: { unread: 'true' } })
    expect(left.body.items.map(({ id }) => id)).toEqual([latest?.id])
    expect((await app.call(p.ambassadorAdministrator, countUnread, { universe: 'client' })).body.count).toBe(8)
  })

  it('under « voir comme » is read without leaving a mark', async () => {
    const { personas: p } = app.world
    const { sessionId, token } = await app.build.openSession(p.carrierAdministrator.userId)
    await app.build.run(`update sessions set view_as_user_id = $2, view_as_reason = 'vérification' where id = $1`, [
      sessionId,
      p.clientAdministrator.userId,
    ])
    const seen = await app.call({ token }, listNotifications, { universe: 'client' })
    expect(seen.body.items).toHaveLength(7)
    expect((await app.call({ token }, markAllRead, { universe: 'client', body: {} })).problem.code).toBe('read_only_session')
    expect((await app.call(p.clientAdministrator, countUnread)).body.count).toBe(1)
  })

  it('is told live to the person, in every process, within a second', async () => {
    const { personas: p, companies: c } = app.world
    const hub = await startHub(app.urls.identity, silentLogger())
    const heard: PortalEvent[] = []
    hub.subscribe((event) => heard.push(event))
    await factory.deliverOrder({ companyId: c.directClient.id })
    const started = performance.now()
    await factory.drain()
    while (heard.length === 0 && performance.now() - started < 2000) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(heard).toMatchObject([{ topic: 'notifications', audience: { userId: p.directClientAdministrator.userId } }])
    await hub.close()
  })

  it('is marked as far as its reader sees it: a right that comes back finds the rest unread', async () => {
    const { companies: c, bordeauxId } = app.world
    const reader = await app.build.addPerson({ lastName: 'Partiel', company: c.client, administrator: true })
    await factory.deliverOrder({ companyId: c.client.id, reference: 'COM00091' })
    await factory.deliverOrder({ companyId: c.client.id, siteId: bordeauxId, reference: 'COM00092' })
    await factory.drain()
    const mine = 'user_id = $1'
    const grants = (value: object) =>
      app.build.run(`update effective_rights set grants = $2 where ${mine} and universe = 'client'`, [reader.userId, JSON.stringify(value)])
    const { rows: kept } = await app.build.run(`select grants from effective_rights where ${mine} and universe = 'client'`, [reader.userId])
    const unread = async () => (await app.call(reader, countUnread)).body.count
    expect(await unread()).toBe(2)
    await grants({ 'orders.manage': [bordeauxId] })
    expect(await unread()).toBe(1)
    expect((await app.call(reader, markAllRead, { body: {} })).body).toEqual({ marked: 1, unread: 0 })
    await grants(kept[0].grants)
    expect(await unread()).toBe(1)
  })
})
