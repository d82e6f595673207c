import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listNotifications } from '#api/notifications/inbox/notifications'
import { categoryBit, everyCategory } from '#api/notifications/notification-categories'
import type { Transaction } from '../../../platform/db/query.ts'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import { testSecret } from '../../../testing/test-template.ts'
import { type NotificationFactory, notificationFactory } from '../notifications.factory.ts'
import { fanOut } from './fan-out.ts'

let app: TestApp
let factory: NotificationFactory
beforeAll(async () => {
  app = await testApp()
  factory = notificationFactory({ urls: app.urls, clock: app.clock, secret: testSecret })
})
afterAll(async () => {
  await factory?.close()
  await app?.close()
})

const rows = async (text: string, values: unknown[] = []) => (await app.build.run(text, values)).rows
const forget = () =>
  app.build.run(`truncate notification_mails, notification_digests, notifications, notification_events, mails cascade;
    delete from graphile_worker._private_jobs`)
beforeEach(forget)

const subscribe = (contactId: string, universe: string, interfaceMask: number, emailMask: number) =>
  app.build.run(
    `insert into contact_subscriptions (contact_id, universe, company_id, interface_mask, email_mask)
     select $1, $2, company_id, $3, $4 from contacts where id = $1
     on conflict (contact_id, universe) do update set interface_mask = $3, email_mask = $4`,
    [contactId, universe, interfaceMask, emailMask],
  )
const told = async () =>
  (await rows('select u.login, n.universe from notifications n join users u on u.id = n.user_id order by 1')).map(({ login, universe }) => [
    login,
    universe,
  ])
const mailed = async () => (await rows('select to_address from mails order by 1')).map((row) => row.to_address)

describe('an event', () => {
  it('reaches the administrators of the company and of its partner, in the application and by mail', async () => {
    const { personas: p, companies: c } = app.world
    await factory.deliverOrder({ companyId: c.client.id })
    await factory.drain()
    expect(await told()).toEqual([
      [p.ambassadorAdministrator.login, 'ambassador'],
      [p.clientAdministrator.login, 'client'],
    ])
    expect(await mailed()).toEqual(['camille.conseil@test.example', 'camille.martin@test.example'])
    const seen = await app.call(p.clientAdministrator, listNotifications)
    expect(seen.body.items).toMatchObject([
      {
        category: 'deliveries',
        title: 'Commande COM00025 livrée',
        path: '/client/commandes/COM00025',
        company: { name: 'Ma Société' },
        readAt: null,
      },
    ])
    const partner = await app.call(p.ambassadorAdministrator, listNotifications, { universe: 'client' })
    expect(partner.body.items[0]?.path).toBe('/ambassadeur/commandes/COM00025')
    expect((await app.call(p.directClientAdministrator, listNotifications)).body.items).toEqual([])
  })

  it('keeps to the rights and the sites of each person', async () => {
    const { personas: p, companies: c, bordeauxId } = app.world
    await subscribe(p.bordeauxTechnician.contactId, 'client', everyCategory, 0)
    await subscribe(p.accountant.contactId, 'client', everyCategory, everyCategory)
    const technician = async () => (await told()).filter(([login]) => login === p.bordeauxTechnician.login).length
    await factory.changeSetting({ companyId: c.client.id, siteId: c.client.headOfficeId })
    await factory.changeSetting({ companyId: c.client.id })
    await factory.deliverOrder({ companyId: c.client.id, siteId: bordeauxId })
    await factory.drain()
    expect(await technician()).toBe(0)
    await factory.changeSetting({ companyId: c.client.id, siteId: bordeauxId })
    await factory.drain()
    expect(await technician()).toBe(1)
    expect((await told()).filter(([login]) => login === p.accountant.login)).toEqual([])
    expect(await mailed()).not.toContain('camille.comptable@test.example')
    // The right that opened it is taken away: what was told before is hidden too.
    const see = async () => (await app.call(p.bordeauxTechnician, listNotifications)).body.items.length
    expect(await see()).toBe(1)
    await app.build.run(`update effective_rights set grants = '{}' where user_id = $1`, [p.bordeauxTechnician.userId])
    expect(await see()).toBe(0)
    await app.build.run('select app.refresh_effective_rights($1)', [p.bordeauxTechnician.userId])
    await app.build.run('delete from contact_subscriptions where contact_id = any ($1)', [
      [p.bordeauxTechnician.contactId, p.accountant.contactId],
    ])
  })

  it('writes one mail per address, and the least to those without access', async () => {
    const { companies: c } = app.world
    await app.build.run(`insert into company_notification_addresses (company_id, addresses) values ($1, $2)`, [
      c.directClient.id,
      JSON.stringify({ client: { deliveries: 'Equipe@sans-partenaire.example', settings: 'camille.direct@test.example' } }),
    ])
    const contact = '01900000-0000-7000-8000-00000000c0de'
    await app.build.run(
      `insert into contacts (id, company_id, last_name, email) values ($1, $2, 'Sansacces', 'equipe@sans-partenaire.example')`,
      [contact, c.directClient.id],
    )
    await subscribe(contact, 'client', 0, everyCategory)
    await factory.deliverOrder({ companyId: c.directClient.id })
    await factory.changeSetting({ companyId: c.directClient.id })
    await factory.drain()
    const mails = await rows(`select to_address, content from mails order by created_at, to_address`)
    expect(mails.map((mail) => [mail.to_address, mail.content.paragraphs[0]]).sort()).toEqual([
      ['camille.direct@test.example', 'Camille Martin a modifié « Appels simultanés » de Trunk SIP.'],
      ['camille.direct@test.example', '« Accès Internet FTTH » est livrée à Ma Société.'],
      ['equipe@sans-partenaire.example', 'Commande COM00025 livrée. Le détail est dans votre espace client.'],
      ['equipe@sans-partenaire.example', 'Service FPC172932 : paramétrage modifié. Le détail est dans votre espace client.'],
    ])
  })

  it('is never told twice: run again, twice at once, or killed at any of its steps', async () => {
    const { companies: c } = app.world
    const eventId = await factory.deliverOrder({ companyId: c.client.id })
    await app.build.run('delete from graphile_worker._private_jobs')
    class Killed extends Error {}
    /** The worker dies before its nth statement. */
    const dyingAt = (step: number) => {
      let left = step
      const tick = () => {
        if (left-- === 0) throw new Killed()
      }
      return {
        ...factory.tools,
        inTransaction: <T>(work: (tx: Transaction) => Promise<T>) =>
          factory.inTransaction(async (tx) => {
            const all: Transaction['all'] = async (query) => {
              tick()
              return tx.all(query)
            }
            const result = await work({
              now: tx.now,
              all,
              first: async (query) => (await all(query))[0],
              run: async (query) => {
                tick()
                return tx.run(query)
              },
            })
            tick()
            return result
          }),
      }
    }
    let step = 0
    for (; ; step++) {
      const outcome = await fanOut(dyingAt(step), eventId).then(
        () => 'done',
        (error) => {
          if (error instanceof Killed) return 'killed'
          throw error
        },
      )
      if (outcome === 'done') break
      expect((await told()).length).toBeLessThanOrEqual(2)
      expect(await mailed()).toEqual([])
    }
    expect(step).toBeGreaterThan(10)
    await Promise.all([fanOut(factory.tools, eventId), fanOut(factory.tools, eventId)])
    expect((await told()).length).toBe(2)
    expect((await mailed()).length).toBe(2)
  })

  it('is no news to who made it happen: it waits in the list, read', async () => {
    const { personas: p, companies: c } = app.world
    await factory.deliverOrder({ companyId: c.client.id })
    const [{ id }] = await rows('select id from notification_events')
    await fanOut(factory.tools, id, { actorId: p.clientAdministrator.userId })
    const readBy = await rows(
      'select u.login, n.read_at is not null as read from notifications n join users u on u.id = n.user_id order by 1',
    )
    expect(readBy).toEqual(
      [
        { login: p.clientAdministrator.login, read: true },
        { login: p.ambassadorAdministrator.login, read: false },
      ].toSorted((one, other) => (one.login < other.login ? -1 : 1)),
    )
  })

  it('rolls back with what happened', async () => {
    const { companies: c } = app.world
    const undone = new Error('undone')
    const { publishEvent } = await import('./publish-event.ts')
    const { orderDelivered } = await import('../first-events.ts')
    await expect(
      factory.inTransaction(async (tx) => {
        await publishEvent(tx, orderDelivered, {
          companyId: c.client.id,
          siteId: null,
          objectReference: 'COM1',
          parameters: { offer: 'x', company: 'y', site: null },
        })
        throw undone
      }),
    ).rejects.toBe(undone)
    await factory.drain()
    expect(await rows('select from notification_events')).toEqual([])
  })
})

describe('what was told', () => {
  it('is kept a little over a year', async () => {
    const { companies: c } = app.world
    await factory.deliverOrder({ companyId: c.client.id })
    await factory.drain()
    const { purgeNotifications } = await import('../purge-notifications.ts')
    expect(await factory.inTransaction(purgeNotifications)).toBe(0)
    await app.build.run(`update notification_events set created_at = created_at - interval '401 days'`)
    expect(await factory.inTransaction(purgeNotifications)).toBe(1)
    expect(await told()).toEqual([])
  })
})

describe('a digest', () => {
  afterEach(() => app.build.run(`update notification_preferences set digest = 'none'`))

  it('gathers the mails of the hour in one, once', async () => {
    const { personas: p, companies: c } = app.world
    await app.build.run(`update notification_preferences set digest = 'hourly' where contact_id = $1`, [p.clientAdministrator.contactId])
    await factory.deliverOrder({ companyId: c.client.id })
    await factory.changeSetting({ companyId: c.client.id })
    await factory.drain()
    expect((await told()).length).toBe(4)
    expect(await mailed()).not.toContain('camille.martin@test.example')
    const { sendDigests } = await import('./send-digests.ts')
    await sendDigests(factory.tools, true)
    expect(await mailed()).not.toContain('camille.martin@test.example')
    await sendDigests(factory.tools, false)
    await sendDigests(factory.tools, false)
    const [mail, ...others] = await rows(`select content from mails where to_address = 'camille.martin@test.example'`)
    expect(others).toEqual([])
    expect(mail?.content.paragraphs).toHaveLength(2)
    expect(mail?.content.paragraphs[0]).toContain('Commande COM00025 livrée')
  })
})

describe('administrators', () => {
  it('start subscribed to everything and are never subscribed again', async () => {
    const { personas: p, companies: c } = app.world
    const masks = (contactId: string) =>
      rows('select universe, interface_mask, email_mask from contact_subscriptions where contact_id = $1 order by 1', [contactId])
    const all = { interface_mask: everyCategory, email_mask: everyCategory }
    expect(await masks(p.operatorAdministrator.contactId)).toEqual([
      { universe: 'client', ...all },
      { universe: 'operator', ...all },
    ])
    expect(await masks(p.companyReader.contactId)).toEqual([])
    await subscribe(p.clientAdministrator.contactId, 'client', categoryBit('shop'), 0)
    const right = c.client.administratorRightId
    const other = await app.build.addPerson({ lastName: 'Autre', company: c.client, administrator: true })
    await app.build.run('delete from user_rights where user_id = $1 and right_id = $2', [p.clientAdministrator.userId, right])
    await app.build.run('insert into user_rights (user_id, right_id, company_id) values ($1, $2, $3)', [
      p.clientAdministrator.userId,
      right,
      c.client.id,
    ])
    expect(await masks(p.clientAdministrator.contactId)).toEqual([
      { universe: 'client', interface_mask: categoryBit('shop'), email_mask: 0 },
    ])
    expect(await masks(other.contactId)).toEqual([{ universe: 'client', ...all }])
  })

  it('know the categories that the database knows', async () => {
    expect(await rows('select app.every_notification_category() as mask')).toEqual([{ mask: everyCategory }])
  })
})
