import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { categoryBit, everyCategory } from '#api/notifications/notification-categories'
import {
  listFailingAddresses,
  listNotificationSubscriptions,
  previewRecipients,
  readCompanyAddresses,
  readContactSubscriptions,
  readOwnSubscriptions,
  saveCompanyAddresses,
  saveContactSubscriptions,
  saveNotificationSubscriptions,
} from '#api/notifications/subscriptions/subscriptions'
import { type TestApp, testApp } from '../../../testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

const shop = categoryBit('shop')
const tickets = categoryBit('tickets')
const codes = (problem: { errors?: readonly { path: string; code: string }[] }) =>
  Object.fromEntries((problem.errors ?? []).map(({ path, code }) => [path, code]))

describe('subscriptions', () => {
  it('are read by everybody of the company and by its partner, by nobody else', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    for (const who of [p.nobody, p.bordeauxTechnician, p.clientAdministrator]) {
      const { body, status } = await app.call(who, listNotificationSubscriptions, { params })
      expect(status).toBe(200)
      expect(body.contacts.map(({ name }) => name)).toContain('Camille Martin')
      expect(body.abilities.edit).toBe(who === p.clientAdministrator)
      expect(body.contacts.filter(({ abilities }) => abilities.edit).length).toBe(who === p.clientAdministrator ? body.contacts.length : 1)
      // Names and subscriptions, no other personal data.
      expect(JSON.stringify(body)).not.toMatch(/@test\.example|E-0000/)
    }
    const partner = await app.call(p.ambassadorAdministrator, listNotificationSubscriptions, { universe: 'ambassador', params })
    expect(partner.body.abilities.edit).toBe(true)
    expect((await app.call(p.operatorAdministrator, listNotificationSubscriptions, { universe: 'operator', params })).status).toBe(404)
    expect((await app.call(p.directClientAdministrator, listNotificationSubscriptions, { params })).status).toBe(404)
    expect(
      (await app.call(p.carrierAdministrator, listNotificationSubscriptions, { universe: 'carrier', params })).body.abilities.edit,
    ).toBe(true)
    expect((await app.call(p.carrierPilot, listNotificationSubscriptions, { universe: 'carrier', params })).body.abilities.edit).toBe(false)
    const found = await app.call(p.nobody, listNotificationSubscriptions, {
      params,
      query: { q: 'mártin', category: 'billing', universe: 'client' },
    })
    expect(found.body.contacts).toMatchObject([{ masks: { client: { interface: everyCategory, email: everyCategory } } }])
  })

  it('of oneself are one’s own to edit, those of others the administrators’', async () => {
    const { personas: p, companies: c } = app.world
    const own = await app.call(p.companyReader, readOwnSubscriptions)
    expect(own.body).toMatchObject({ contactId: p.companyReader.contactId, isSelf: true, version: 0, masks: {}, universes: ['client'] })
    const params = { company: c.client.reference, contact: own.body.contactId }
    const body = { version: 0, masks: { client: { interface: shop, email: tickets } }, digest: 'daily' as const }
    const saved = await app.call(p.companyReader, saveContactSubscriptions, { params, body })
    expect(saved.body).toMatchObject({ masks: body.masks, digest: 'daily' })
    const stale = await app.call(p.clientAdministrator, saveContactSubscriptions, { params, body: { ...body, masks: {} } })
    expect(stale.problem).toMatchObject({ code: 'version_conflict', current: { masks: body.masks } })
    const other = { company: c.client.reference, contact: p.accountant.contactId }
    expect((await app.call(p.companyReader, saveContactSubscriptions, { params: other, body })).status).toBe(403)
    const foreign = { company: c.client.reference, contact: p.directClientAdministrator.contactId }
    expect((await app.call(p.clientAdministrator, saveContactSubscriptions, { params: foreign, body })).status).toBe(404)
    const wrong = await app.call(p.clientAdministrator, saveContactSubscriptions, {
      params: other,
      body: { version: 0, masks: { operator: { interface: 1, email: 0 } } },
    })
    expect(codes(wrong.problem)).toEqual({ 'masks.operator': 'universe_not_held' })
    const history = await app.build.run(`select after from activity where action = 'subscriptions.updated' and object_reference = $1`, [
      own.body.contactId,
    ])
    expect(history.rows).toEqual([{ after: { 'client.interface': ['shop'], 'client.email': ['tickets'] } }])
  })

  it('of a contact with several universes are set in each of them', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.operator.reference, contact: p.operatorAdministrator.contactId }
    const before = await app.call(p.operatorAdministrator, readContactSubscriptions, { universe: 'operator', params })
    expect(before.body.universes).toEqual(['client', 'operator'])
    const masks = { operator: { interface: everyCategory, email: 0 } }
    const after = await app.call(p.operatorAdministrator, saveContactSubscriptions, {
      universe: 'operator',
      params,
      body: { version: before.body.version, masks },
    })
    expect(after.body.masks).toEqual({ ...masks, client: { interface: everyCategory, email: everyCategory } })
  })

  it('saved by two administrators at once both stand, and each is told', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    const target = p.accountant.contactId
    const nothing = { on: 0, off: 0 }
    const save = (bit: number) =>
      app.call(p.clientAdministrator, saveNotificationSubscriptions, {
        params,
        body: { contacts: [{ contactId: target, version: 0, universes: { client: { interface: { on: bit, off: 0 }, email: nothing } } }] },
      })
    const answers = await Promise.all([save(shop), save(tickets)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers.map(({ body }) => body.merged.length).sort()).toEqual([0, 1])
    for (const { body } of answers)
      expect(body.changes).toMatchObject([{ contactId: target, universe: 'client', channel: 'interface', off: [] }])
    const { body } = await app.call(p.nobody, listNotificationSubscriptions, { params })
    expect(body.contacts.find(({ contactId }) => contactId === target)?.masks.client).toEqual({ interface: shop | tickets, email: 0 })
  })

  it('of a contact without access are by e-mail only', async () => {
    const { personas: p, companies: c } = app.world
    const contactId = '01900000-0000-7000-8000-0000000000aa'
    await app.build.run(`insert into contacts (id, company_id, last_name, email) values ($1, $2, 'Sansacces', 'x@y.example')`, [
      contactId,
      c.client.id,
    ])
    const save = (on: number) =>
      app.call(p.ambassadorAdministrator, saveNotificationSubscriptions, {
        universe: 'ambassador',
        params: { company: c.client.reference },
        body: { contacts: [{ contactId, version: 0, universes: { client: { interface: { on, off: 0 }, email: { on: shop, off: 0 } } } }] },
      })
    expect(codes((await save(1)).problem)).toEqual({ 'contacts.0.universes.client.interface': 'interface_needs_access' })
    expect((await save(0)).body.contacts).toMatchObject([
      { hasAccess: false, masks: { client: { interface: 0, email: shop } }, version: 1 },
    ])
    const forbidden = await app.call(p.bordeauxEditor, saveNotificationSubscriptions, {
      params: { company: c.client.reference },
      body: { contacts: [{ contactId, version: 1, universes: {} }] },
    })
    expect(forbidden.status).toBe(403)
  })
})

describe('addresses of a company', () => {
  it('are read by everybody, saved by administrators, checked one by one', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    expect((await app.call(p.nobody, readCompanyAddresses, { params })).body).toMatchObject({
      addresses: {},
      version: 0,
      abilities: { edit: false },
    })
    const body = {
      version: 0,
      addresses: { client: { deliveries: 'Livraisons@client.example', settings: 'livraisons@client.example', shop: '' } },
    }
    expect((await app.call(p.companyReader, saveCompanyAddresses, { params, body })).status).toBe(403)
    const saved = await app.call(p.clientAdministrator, saveCompanyAddresses, { params, body })
    expect(Object.keys(saved.body.addresses.client ?? {}).sort()).toEqual(['deliveries', 'settings'])
    expect((await app.call(p.clientAdministrator, saveCompanyAddresses, { params, body })).problem.code).toBe('version_conflict')
    const injected = await app.call(p.ambassadorAdministrator, saveCompanyAddresses, {
      universe: 'ambassador',
      params,
      body: { version: 1, addresses: { client: { deliveries: 'a@b.example\r\nBcc: all@b.example', mobile: 'nobody' } } },
    })
    expect(codes(injected.problem)).toEqual({
      'addresses.client.deliveries': 'email_invalid',
      'addresses.client.mobile': 'email_invalid',
    })
    const emptied = await app.call(p.ambassadorAdministrator, saveCompanyAddresses, {
      universe: 'ambassador',
      params,
      body: { version: 1, addresses: { client: { settings: 'reglages@client.example' } } },
    })
    expect(emptied.body).toMatchObject({ addresses: { client: { settings: 'reglages@client.example' } }, version: 2 })
    expect((await app.call(p.directClientAdministrator, readCompanyAddresses, { params })).status).toBe(404)
  })
})

describe('« Qui sera prévenu ? »', () => {
  it('says who, by what, and where nobody is', async () => {
    const { personas: p, companies: c, bordeauxId } = app.world
    await app.build.run(
      `insert into contact_subscriptions (contact_id, universe, company_id, interface_mask, email_mask) values ($1, 'client', $2, 255, 0)
       on conflict (contact_id, universe) do update set interface_mask = 255`,
      [p.bordeauxTechnician.contactId, c.client.id],
    )
    const params = { company: c.client.reference }
    const ask = (site?: string) => app.call(p.clientAdministrator, previewRecipients, { params, query: { category: 'settings', site } })
    expect((await app.call(p.nobody, previewRecipients, { params, query: { category: 'settings' } })).body.missed).toEqual([])
    const everywhere = (await ask()).body
    expect(everywhere.people.map(({ name }) => name)).toEqual(['Camille Martin'])
    expect(everywhere.missed).toMatchObject([{ name: 'Camille Technicien', reason: 'site' }])
    expect(everywhere.addresses.map(({ address }) => address)).toEqual(['reglages@client.example'])
    expect((await ask(bordeauxId)).body.people.map(({ name }) => name)).toEqual(['Camille Martin', 'Camille Technicien'])
    expect(codes((await ask('01999999-9999-7999-8999-999999999999')).problem)).toEqual({ site: 'site_unknown' })
    const partner = await app.call(p.ambassadorAdministrator, previewRecipients, {
      universe: 'ambassador',
      params,
      query: { category: 'settings' },
    })
    expect(partner.body.people.map(({ name, universe }) => `${name} ${universe}`)).toEqual([
      'Camille Martin client',
      'Camille Conseil ambassador',
    ])
    await app.build.run('delete from contact_subscriptions where contact_id = $1', [p.ambassadorAdministrator.contactId])
    const hole = await app.call(p.carrierPilot, previewRecipients, { universe: 'carrier', params, query: { category: 'shop' } })
    expect(hole.body.holes).toMatchObject([{ universe: 'ambassador', company: { name: 'Réseau Conseil' } }])
  })
})

describe('failing addresses', () => {
  it('are told to the administrators, and to the person whose it is', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    await app.build.run(
      `insert into mails (id, message_id, company_id, to_address, template, language, subject, state, last_error, created_at, updated_at)
       select gen_random_uuid(), gen_random_uuid(), $1, address, 'notification', 'fr', 'x', state, 'User unknown', $2::timestamptz - age, $2::timestamptz - age
       from (values ('camille.lecteur@test.example', 'failed', interval '1 hour'), ('autre@client.example', 'failed', interval '1 hour'),
         ('revenu@client.example', 'failed', interval '2 hours'), ('revenu@client.example', 'sent', interval '1 hour')) t(address, state, age)`,
      [c.client.id, app.clock.now()],
    )
    const seen = async (who: (typeof p)[keyof typeof p], universe: 'client' | 'ambassador' = 'client') =>
      (await app.call(who, listFailingAddresses, { universe, params })).body.addresses.map(({ address }) => address)
    expect(await seen(p.clientAdministrator)).toEqual(['autre@client.example', 'camille.lecteur@test.example'])
    expect(await seen(p.ambassadorAdministrator, 'ambassador')).toHaveLength(2)
    expect(await seen(p.companyReader)).toEqual(['camille.lecteur@test.example'])
    expect(await seen(p.nobody)).toEqual([])
  })
})
