import { fork } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countUnread } from '#api/notifications/inbox/notifications'
import { categoryBit, everyCategory } from '#api/notifications/notification-categories'
import { listMails, readMail, resendMail } from '#api/notifications/sent-mails/sent-mails'
import { readUnsubscription, undoUnsubscription, unsubscribe } from '#api/notifications/unsubscribe/unsubscribe'
import { createSmtpTransport } from '../../platform/mail/smtp-transport.ts'
import { type TestApp, testApp } from '../../testing/test-app.ts'
import { testSecret } from '../../testing/test-template.ts'
import type { Persona } from '../../testing/world.ts'
import { sendDigests } from './delivery/send-digests.ts'
import { startMailServer } from './mail-server.fixture.ts'
import { type NotificationFactory, notificationFactory } from './notifications.factory.ts'

let app: TestApp
let factory: NotificationFactory
let server: Awaited<ReturnType<typeof startMailServer>>
let transport: ReturnType<typeof createSmtpTransport>
beforeAll(async () => {
  app = await testApp()
  factory = notificationFactory({ urls: app.urls, clock: app.clock, secret: testSecret })
})
afterAll(async () => {
  await factory?.close()
  await app?.close()
})
beforeEach(async () => {
  await app.build.run(
    'truncate notification_mails, notifications, notification_events, mails cascade; delete from graphile_worker._private_jobs',
  )
  server = await startMailServer()
  transport = createSmtpTransport(`smtp://127.0.0.1:${server.port}`)
})
afterEach(async () => {
  await transport.close()
  await server.close()
})

const states = async () =>
  (await app.build.run('select to_address, state from mails order by 1')).rows.map((row) => [row.to_address, row.state])
const recipients = () => server.received.map(({ to }) => to).sort()
const readable = (raw: string) =>
  raw
    .replaceAll(/=\r\n/g, '')
    .replaceAll('=3D', '=')
    .replaceAll(/\r\n[ \t]/g, ' ')
const oneClickOf = (raw: string): string =>
  new URL(/List-Unsubscribe: <([^>]+)>/.exec(readable(raw))?.[1] ?? '').searchParams.get('token') ?? ''
const both = ['camille.conseil@test.example', 'camille.martin@test.example']

describe('through a mail server', () => {
  it('a mail carries its object, the preferences and a one-click unsubscription', async () => {
    await factory.deliverOrder({ companyId: app.world.companies.client.id })
    await factory.drain(transport)
    expect(recipients()).toEqual(both)
    const raw = readable(server.received.find(({ to }) => to === 'camille.martin@test.example')?.raw ?? '')
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(raw).toContain('http://localhost:3000/client/commandes/COM00025')
    expect(raw).toContain('http://localhost:3000/client/notifications/preferences')
    expect(raw).toContain('/desabonnement?jeton=')
  })

  it('that is down, nothing is lost; when it comes back, nothing is doubled', async () => {
    await server.close()
    await factory.deliverOrder({ companyId: app.world.companies.client.id })
    await factory.drain(transport)
    expect(await states()).toEqual(both.map((to) => [to, 'queued']))
    server = await startMailServer(server.port)
    await factory.drain(transport, true)
    await factory.drain(transport, true)
    expect(recipients()).toEqual(both)
    expect(await states()).toEqual(both.map((to) => [to, 'sent']))
  })

  it('that refuses one recipient and greylists another, each gets what is theirs', async () => {
    server.behaviour.refused.add('camille.conseil@test.example')
    server.behaviour.greylisted.add('camille.martin@test.example')
    await factory.deliverOrder({ companyId: app.world.companies.client.id })
    await factory.drain(transport)
    expect(await states()).toEqual([
      ['camille.conseil@test.example', 'failed'],
      ['camille.martin@test.example', 'queued'],
    ])
    await factory.drain(transport, true)
    expect(recipients()).toEqual(['camille.martin@test.example'])
  })

  it('that is slow, each mail leaves once', async () => {
    server.behaviour.delayMilliseconds = 300
    await factory.deliverOrder({ companyId: app.world.companies.client.id })
    await Promise.all([factory.drain(transport), factory.drain(transport)])
    expect(recipients()).toEqual(both)
  })
})

describe('a worker killed between the commit and the sending', () => {
  it('leaves exactly one mail per address to the next one', async () => {
    await factory.deliverOrder({ companyId: app.world.companies.client.id })
    const child = fork(new URL('./killed-sender.fixture.ts', import.meta.url), [app.urls.worker, testSecret, 'http://localhost:3000'], {
      execArgv: [],
    })
    await once(child, 'message')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await states()).toEqual(both.map((to) => [to, 'queued']))
    const running = await factory.start(transport)
    await expect.poll(recipients, { timeout: 15_000 }).toEqual(both)
    await running.stop()
    expect(recipients()).toEqual(both)
    expect(await states()).toEqual(both.map((to) => [to, 'sent']))
  })
})

describe('one click', () => {
  const post = (token: string) =>
    app.inject({
      method: 'POST',
      url: `/api/unsubscribe?token=${token}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    })
  const mask = async (contactId: string) =>
    (await app.build.run(`select email_mask from contact_subscriptions where contact_id = $1 and universe = 'client'`, [contactId])).rows[0]
      ?.email_mask

  it('unsubscribes a person from that category only, as mail programs ask it', async () => {
    const { personas: p, companies: c } = app.world
    await factory.deliverOrder({ companyId: c.client.id })
    await factory.drain(transport)
    const token = oneClickOf(server.received.find(({ to }) => to === 'camille.martin@test.example')?.raw ?? '')
    expect((await app.call(null, readUnsubscription, { query: { token } })).body).toMatchObject({
      state: 'subscribed',
      isShared: false,
      categories: ['deliveries'],
    })
    const page = await app.inject({ method: 'GET', url: `/api/unsubscribe?token=${token}` })
    expect([page.statusCode, page.headers.location]).toEqual([303, `http://localhost:3000/desabonnement?jeton=${token}`])
    expect((await post(token)).statusCode).toBe(200)
    expect((await post(token)).json()).toMatchObject({ state: 'unsubscribed' })
    expect(await mask(p.clientAdministrator.contactId)).toBe(everyCategory & ~categoryBit('deliveries'))
    expect((await app.call(null, unsubscribe, { query: { token: `${token.slice(0, -2)}xx` } })).status).toBe(410)
    expect((await app.call(null, undoUnsubscription, { query: { token } })).status).toBe(410)
  })

  it('of a shared address tells the administrators, who bring it back', async () => {
    const { companies: c } = app.world
    await app.build.run('insert into company_notification_addresses (company_id, addresses) values ($1, $2)', [
      c.endClient.id,
      JSON.stringify({ client: { deliveries: 'Equipe@final.example', settings: 'equipe@final.example' } }),
    ])
    const addresses = async () =>
      (await app.build.run('select addresses from company_notification_addresses where company_id = $1', [c.endClient.id])).rows[0]
        .addresses.client
    await factory.deliverOrder({ companyId: c.endClient.id })
    await factory.drain(transport)
    const token = oneClickOf(server.received.find(({ to }) => to.toLowerCase() === 'equipe@final.example')?.raw ?? '')
    expect((await post(token)).json()).toMatchObject({ state: 'unsubscribed', isShared: true })
    expect(await addresses()).toEqual({ settings: 'equipe@final.example' })
    await post(token)
    await factory.drain(transport)
    const warned = server.received.filter(({ raw }) => raw.includes('address-unsubscribed') || readable(raw).includes('annuler='))
    expect(warned.map(({ to }) => to)).toEqual(['camille.final@test.example'])
    const undo = /annuler=([\w-]+)/.exec(readable(warned[0]?.raw ?? ''))?.[1] ?? ''
    expect((await app.call(null, readUnsubscription, { query: { token: undo } })).body).toMatchObject({
      state: 'unsubscribed',
      categories: ['deliveries'],
      isShared: true,
    })
    const back = await app.call(null, undoUnsubscription, { query: { token: undo } })
    expect(back.body).toMatchObject({ state: 'undone', isShared: true })
    expect(await addresses()).toEqual({ deliveries: 'equipe@final.example', settings: 'equipe@final.example' })
    expect((await app.call(null, readUnsubscription, { query: { token: undo } })).body).toMatchObject({ state: 'undone' })
  })
})

describe('an address that refuses', () => {
  it('is counted with the unread notifications, to the administrators of the company, until it works again', async () => {
    const { personas: p, companies: c } = app.world
    const failing = async (persona: Persona) => (await app.call(persona, countUnread)).body.failingAddresses
    server.behaviour.refused.add('camille.martin@test.example')
    await factory.changeSetting({ companyId: c.client.id })
    await factory.drain(transport)
    expect(await failing(p.clientAdministrator)).toBe(1)
    expect(await failing(p.companyReader)).toBe(0)
    expect(await failing(p.directClientAdministrator)).toBe(0)
    server.behaviour.refused.clear()
    await app.build.run(`update mails set created_at = created_at - interval '1 hour'`)
    await factory.changeSetting({ companyId: c.client.id })
    await factory.drain(transport)
    expect(await failing(p.clientAdministrator)).toBe(0)
  })
})

describe('one click of a summary', () => {
  it('takes away the categories that it told about, and no other', async () => {
    const { personas: p, companies: c } = app.world
    const person = p.directClientAdministrator
    const mask = async () =>
      (
        await app.build.run(`select email_mask from contact_subscriptions where contact_id = $1 and universe = 'client'`, [
          person.contactId,
        ])
      ).rows[0]?.email_mask
    const before = await mask()
    await app.build.run(`update notification_preferences set digest = 'hourly' where contact_id = $1`, [person.contactId])
    await factory.deliverOrder({ companyId: c.directClient.id })
    await factory.changeSetting({ companyId: c.directClient.id })
    await factory.drain(transport)
    await sendDigests(factory.tools, false)
    await factory.drain(transport)
    const [mail, ...others] = server.received.filter(({ to }) => to === 'camille.direct@test.example')
    expect(others).toEqual([])
    const raw = readable(mail?.raw ?? '')
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    const token = oneClickOf(raw)
    expect((await app.call(null, readUnsubscription, { query: { token } })).body).toMatchObject({
      state: 'subscribed',
      categories: ['deliveries', 'settings'],
    })
    const done = await app.inject({
      method: 'POST',
      url: `/api/unsubscribe?token=${token}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    })
    expect(done.json()).toMatchObject({ state: 'unsubscribed', categories: ['deliveries', 'settings'] })
    expect(await mask()).toBe(before & ~(categoryBit('deliveries') | categoryBit('settings')))
    await app.build.run(`update notification_preferences set digest = 'none'`)
    await app.build.run(`update contact_subscriptions set email_mask = $2 where contact_id = $1`, [person.contactId, before])
  })
})

describe('« Courriels envoyés »', () => {
  it('shows the carrier what left, what failed and why, and sends it again', async () => {
    const { personas: p, companies: c } = app.world
    server.behaviour.refused.add('camille.direct@test.example')
    await factory.deliverOrder({ companyId: c.directClient.id })
    await factory.drain(transport)
    const as = { universe: 'carrier' } as const
    const list = await app.call(p.carrierAdministrator, listMails, { ...as, query: { state: 'failed', q: 'camille.dir' } })
    expect(list.body.items).toMatchObject([
      { to: 'camille.direct@test.example', state: 'failed', company: { reference: c.directClient.reference } },
    ])
    const params = { mail: list.body.items[0]?.id ?? '' }
    const mail = await app.call(p.carrierAdministrator, readMail, { ...as, params })
    expect(mail.body).toMatchObject({
      content: { title: 'Commande COM00025 livrée' },
      history: [{ outcome: 'refused' }],
      abilities: { resend: true },
    })
    expect(JSON.stringify(mail.body)).not.toMatch(/jeton|token=/)
    expect((await app.call(p.carrierPilot, readMail, { ...as, params })).status).toBe(403)
    expect((await app.call(p.directClientAdministrator, readMail, { universe: 'client', params })).status).toBe(404)
    server.behaviour.refused.clear()
    const again = await app.call(p.carrierAdministrator, resendMail, { ...as, params })
    expect(again.body).toMatchObject({ state: 'queued', history: [{ outcome: 'resend' }, { outcome: 'refused' }] })
    expect((await app.call(p.carrierAdministrator, resendMail, { ...as, params })).status).toBe(409)
    await factory.drain(transport)
    expect(recipients()).toEqual(['camille.direct@test.example'])
    const today = await app.call(p.carrierAdministrator, listMails, {
      ...as,
      query: { from: '2026-11-21', until: '2026-11-21', company: c.directClient.reference },
    })
    expect(today.body.items).toHaveLength(1)
    expect((await app.call(p.carrierAdministrator, listMails, { ...as, query: { until: '2026-11-20' } })).body.items).toEqual([])
  })
})
