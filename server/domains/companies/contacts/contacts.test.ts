import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  archiveContact,
  type ContactForm,
  createContact,
  listContacts,
  readContact,
  restoreContact,
  updateContact,
} from '#api/companies/contacts/contacts'
import { type TestApp, testApp } from '../../../testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

const form: ContactForm = {
  firstName: 'Léa',
  lastName: 'Durand',
  jobTitle: 'Accueil',
  phone: '05 56 01 02 03',
  mobile: '',
  email: 'lea.durand@exemple.fr',
  siteId: null,
}
const codes = (problem: { errors?: readonly { path: string; code: string }[] }) =>
  Object.fromEntries((problem.errors ?? []).map(({ path, code }) => [path, code]))

describe('contacts', () => {
  it('are created, listed and found, with or without access', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    const made = await app.call(p.clientAdministrator, createContact, { params, body: form })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      phone: '+33556010203',
      mobile: null,
      access: null,
      abilities: { edit: true, archive: true, giveAccess: true },
    })
    const without = await app.call(p.companyReader, listContacts, { params, query: { access: 'without' } })
    expect(without.body.items.map(({ lastName }) => lastName)).toEqual(['Durand'])
    expect(without.body.abilities.create).toBe(false)
    const admin = await app.call(p.ambassadorAdministrator, listContacts, { universe: 'ambassador', params, query: { q: 'martin' } })
    expect(admin.body.items[0]?.access).toEqual({ login: p.clientAdministrator.login, state: 'active' })
    expect((await app.call(p.directClientAdministrator, listContacts, { params })).status).toBe(404)
    expect((await app.call(p.nobody, listContacts, { params })).status).toBe(403)
    expect((await app.call(p.companyReader, createContact, { params, body: form })).status).toBe(403)
    const elsewhere = { company: c.directClient.reference }
    expect((await app.call(p.clientAdministrator, createContact, { params: elsewhere, body: form })).status).toBe(404)
  })

  it('keep an address whose domain has accents, and are found by it', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    const body = { ...form, lastName: 'Été', email: 'contact@société-été.fr' }
    const made = await app.call(p.clientAdministrator, createContact, { params, body })
    expect(made.body.email).toBe('contact@xn--socit-t-eyabbb.fr')
    for (const q of ['contact@société-été.fr', 'contact@xn--socit-t-eyabbb.fr', '\u200bcontact@société-été.fr\u00a0']) {
      const found = await app.call(p.clientAdministrator, listContacts, { params, query: { q } })
      expect(
        found.body.items.map(({ lastName }) => lastName),
        q,
      ).toEqual(['Été'])
    }
    const file = await app.call(p.clientAdministrator, listContacts.exports.csv, { params, query: { q: 'contact@société-été.fr' } })
    expect(file.raw.toString('utf8')).toContain('contact@société-été.fr')
  })

  it('are found by their number whatever its writing', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    const body = { ...form, lastName: 'Outremer', phone: '+33536490007', mobile: '0690 33 59 41' }
    await app.call(p.clientAdministrator, createContact, { params, body })
    const lastNames = async (q: string) =>
      (await app.call(p.clientAdministrator, listContacts, { params, query: { q } })).body.items.map(({ lastName }) => lastName)
    for (const q of ['05 36 49 00 07', '+33536490007', '0536490007', '05 36 49', '0690 33 59 41', '+590690335941', '\u200b06 90 33 59 41'])
      expect(await lastNames(q), q).toEqual(['Outremer'])
    expect(await lastNames('05 36 49 00 08')).toEqual([])
  })

  it('of a limited right are those of its sites', async () => {
    const { personas: p, companies: c, bordeauxId } = app.world
    const params = { company: c.client.reference }
    const without = await app.call(p.bordeauxEditor, createContact, { params, body: form })
    expect(codes(without.problem)).toEqual({ siteId: 'required' })
    const head = await app.call(p.bordeauxEditor, createContact, { params, body: { ...form, siteId: c.client.headOfficeId } })
    expect(codes(head.problem)).toEqual({ siteId: 'site_unknown' })
    const made = await app.call(p.bordeauxEditor, createContact, { params, body: { ...form, lastName: 'Petit', siteId: bordeauxId } })
    expect(made.status).toBe(201)
    expect(made.body.site?.name).toBe('Agence de Bordeaux')
    const seen = await app.call(p.bordeauxEditor, listContacts, { params })
    expect(seen.body.items.map(({ lastName }) => lastName)).toEqual(['Petit'])
    const moved = await app.call(p.bordeauxEditor, updateContact, {
      params: { ...params, contact: made.body.id },
      body: { ...form, siteId: null, version: 1 },
    })
    expect(codes(moved.problem)).toEqual({ siteId: 'required' })
    expect(
      (await app.call(p.bordeauxEditor, readContact, { params: { ...params, contact: p.clientAdministrator.contactId } })).status,
    ).toBe(404)
  })

  it('change once per version, and their login follows', async () => {
    const { personas: p, companies: c, bordeauxId } = app.world
    const params = { company: c.client.reference, contact: p.companyReader.contactId }
    const body = { ...form, firstName: 'Camille', lastName: 'Nouveau', siteId: bordeauxId, version: 1 }
    const attempts = await Promise.all([1, 2].map(() => app.call(p.clientAdministrator, updateContact, { params, body })))
    expect(attempts.map(({ status }) => status).sort()).toEqual([200, 409])
    const { rows } = await app.build.run('select display_name, site_id from users where id = $1', [p.companyReader.userId])
    expect(rows).toEqual([{ display_name: 'Camille Nouveau', site_id: bordeauxId }])
    const silent = await app.call(p.clientAdministrator, updateContact, { params, body: { ...body, email: '', version: 2 } })
    expect(codes(silent.problem)).toEqual({ email: 'email_needed_by_access' })
    const bad = await app.call(p.clientAdministrator, updateContact, {
      params,
      body: { ...body, lastName: '<b>', mobile: '1', version: 2 },
    })
    expect(codes(bad.problem)).toEqual({ lastName: 'person_name_invalid', mobile: 'phone_invalid' })
    const foreign = { ...params, contact: p.directClientAdministrator.contactId }
    expect((await app.call(p.clientAdministrator, updateContact, { params: foreign, body })).status).toBe(404)
  })

  it('with access keep their e-mail unless an administrator changes it: passwords are set through it', async () => {
    const { personas: p, companies: c } = app.world
    const editor = await app.build.addPerson({
      lastName: 'Secretaire',
      company: c.client,
      rights: [{ universe: 'client', templates: ['company.write'] }],
    })
    const params = { company: c.client.reference, contact: p.clientAdministrator.contactId }
    const { body: seen } = await app.call(editor, readContact, { params })
    expect(seen.abilities).toMatchObject({ edit: true, editEmail: false })
    const body = { ...form, firstName: 'Camille', lastName: 'Martin', version: seen.version }
    const taken = { ...body, email: 'voleur@exemple.fr' }
    expect(codes((await app.call(editor, updateContact, { params, body: taken })).problem)).toEqual({ email: 'email_of_access' })
    const partner = await app.call(p.ambassadorAdministrator, updateContact, { universe: 'ambassador', params, body: taken })
    expect(codes(partner.problem)).toEqual({ email: 'email_of_access' })
    expect((await app.call(editor, updateContact, { params, body: { ...body, email: seen.email } })).status).toBe(200)
    await app.build.run(`update users set state = 'invited' where id = $1`, [p.accountant.userId])
    const invited = { company: c.client.reference, contact: p.accountant.contactId }
    const corrected = { ...form, lastName: 'Comptable', version: 1 }
    expect((await app.call(editor, updateContact, { params: invited, body: corrected })).status).toBe(422)
    const correct = () => app.call(p.ambassadorAdministrator, updateContact, { universe: 'ambassador', params: invited, body: corrected })
    // The company's administrators gave these rights: a partner that received the mail would have them.
    expect(codes((await correct()).problem)).toEqual({ email: 'email_of_access' })
    await app.build.run('delete from user_rights where user_id = $1', [p.accountant.userId])
    const fixed = await correct()
    expect(fixed.body.email).toBe('lea.durand@exemple.fr')
  })

  it('of the carrier itself keep theirs too: staff who run the portal are not all its administrators', async () => {
    const { personas: p, companies: c } = app.world
    const staff = await app.build.addPerson({
      lastName: 'Gestionnaire',
      company: c.carrier,
      rights: [{ universe: 'carrier', templates: ['carrier.administer'] }],
    })
    const write = (who: typeof staff, target: typeof staff) => {
      const params = { company: target.company.reference, contact: target.contactId }
      const body = { ...form, lastName: 'Exploitant', email: 'autre@exemple.fr', version: 1 }
      return app.call(who, updateContact, { universe: 'carrier', params, body })
    }
    expect(codes((await write(staff, p.carrierAdministrator)).problem)).toEqual({ email: 'email_of_access' })
    expect((await write(staff, p.directClientAdministrator)).status).toBe(200)
    expect((await write(p.carrierAdministrator, p.carrierPilot)).status).toBe(200)
  })

  it('keep their e-mail even when the access is being given at this very moment', async () => {
    const { personas: p, companies: c, bordeauxId } = app.world
    const made = await app.call(p.bordeauxEditor, createContact, {
      params: { company: c.client.reference },
      body: { ...form, lastName: 'Bientot', siteId: bordeauxId },
    })
    const { id } = made.body
    await app.build.run('begin')
    await app.build.run('select from contacts where id = $1 for update', [id])
    await app.build.run(`insert into users (id, company_id, site_id, contact_id, display_name) values ($1, $2, $3, $1, 'x')`, [
      id,
      c.client.id,
      bordeauxId,
    ])
    const taken = app.call(p.bordeauxEditor, updateContact, {
      params: { company: c.client.reference, contact: id },
      body: { ...form, lastName: 'Bientot', siteId: bordeauxId, email: 'voleur@exemple.fr', version: 1 },
    })
    await expect
      .poll(
        async () =>
          (
            await app.build.run(
              `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
            )
          ).rows[0].n,
      )
      .toBeGreaterThan(0)
    await app.build.run('commit')
    expect(codes((await taken).problem)).toEqual({ email: 'email_of_access' })
  })

  it('are archived unless they can sign in, and come back', async () => {
    const { personas: p, companies: c } = app.world
    const company = c.client.reference
    const made = (await app.call(p.clientAdministrator, createContact, { params: { company }, body: { ...form, lastName: 'Parti' } })).body
    const params = { company, contact: made.id }
    expect((await app.call(p.companyReader, archiveContact, { params })).status).toBe(403)
    const archived = await app.call(p.clientAdministrator, archiveContact, { params })
    expect(archived.body.abilities).toMatchObject({ edit: false, restore: true })
    expect((await app.call(p.clientAdministrator, archiveContact, { params })).status).toBe(409)
    const list = await app.call(p.clientAdministrator, listContacts, { params: { company }, query: { archived: 'true' } })
    expect(list.body.items.map(({ lastName }) => lastName)).toEqual(['Parti'])
    expect((await app.call(p.clientAdministrator, restoreContact, { params })).body.archivedAt).toBeNull()
    const active = { company, contact: p.accountant.contactId }
    expect((await app.call(p.clientAdministrator, archiveContact, { params: active })).problem.code).toBe('conflict')
  })
})
