import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  closeSite,
  createSite,
  listSites,
  makeHeadOffice,
  readSite,
  reopenSite,
  type SiteForm,
  updateSite,
} from '#api/companies/sites/sites'
import { type TestApp, testApp } from '../../../testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

const form: SiteForm = {
  name: 'Atelier',
  siret: null,
  street: '12 cours Victor Hugo',
  complement: null,
  postcode: '33000',
  communeCode: '33063',
  city: 'bordeaux',
  country: 'FR',
  phone: '05 56 00 00 00',
  openingHours: {
    week: {
      monday: [
        { from: '14:00', to: '18:00' },
        { from: '08:30', to: '12:00' },
      ],
      tuesday: [],
      wednesday: [],
      thursday: [],
      friday: [],
      saturday: [],
      sunday: [],
    },
    closings: [{ from: '2026-12-24', to: '2027-01-02', label: 'Fêtes' }],
  },
  onsiteContactId: null,
}
const codes = (problem: { errors?: readonly { path: string; code: string }[] }) =>
  Object.fromEntries((problem.errors ?? []).map(({ path, code }) => [path, code]))

describe('sites', () => {
  it('are listed, head office first; a limited right sees its own only', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    const all = await app.call(p.clientAdministrator, listSites, { params })
    expect(all.body.items.map(({ name }) => name)).toEqual(['Siège Social', 'Agence de Bordeaux'])
    expect(all.body.abilities.create).toBe(true)
    const limited = await app.call(p.bordeauxEditor, listSites, { params })
    expect(limited.body.items.map(({ name }) => name)).toEqual(['Agence de Bordeaux'])
    expect(limited.body.abilities.create).toBe(false)
    const found = await app.call(p.ambassadorAdministrator, listSites, { universe: 'ambassador', params, query: { q: 'bordeaux' } })
    expect(found.body.items).toHaveLength(1)
    expect((await app.call(p.otherOperatorAdministrator, listSites, { universe: 'operator', params })).status).toBe(404)
    expect((await app.call(p.directClientAdministrator, listSites, { params })).status).toBe(404)
  })

  it('are created by the company, its partner and the carrier', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    const made = await app.call(p.clientAdministrator, createSite, { params, body: form })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ city: 'Bordeaux', phone: '+33556000000', isHeadOffice: false, version: 1 })
    expect(made.body.openingHours?.week.monday[0]).toEqual({ from: '08:30', to: '12:00' })
    const byPartner = await app.call(p.ambassadorAdministrator, createSite, {
      universe: 'ambassador',
      params,
      body: { ...form, name: 'B' },
    })
    expect(byPartner.status).toBe(201)
    const abroad = { ...form, name: 'Genève', country: 'ch', postcode: '1204', communeCode: null, city: 'Genève' }
    expect((await app.call(p.carrierAdministrator, createSite, { universe: 'carrier', params, body: abroad })).body.city).toBe('Genève')
    expect((await app.call(p.bordeauxEditor, createSite, { params, body: form })).status).toBe(403)
    expect((await app.call(p.companyReader, createSite, { params, body: form })).status).toBe(403)
    const elsewhere = { company: c.directClient.reference }
    expect((await app.call(p.clientAdministrator, createSite, { params: elsewhere, body: form })).status).toBe(404)
    const { rows } = await app.build.run(`select on_behalf_of from activity where action = 'site.created' order by id`)
    expect(rows.map((row) => row.on_behalf_of)).toEqual([null, 'Réseau Conseil', 'Opérateur du portail'])
  })

  it('keep a CEDEX postcode that is of the department of the commune, and any writing of a postcode', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    const create = async (address: object) =>
      (await app.call(p.clientAdministrator, createSite, { params, body: { ...form, name: 'Adresse', ...address } })).body
    expect(await create({ postcode: '33 074', city: 'Bordeaux' })).toMatchObject({ postcode: '33074', city: 'Bordeaux CEDEX' })
    expect(await create({ postcode: '75341', communeCode: '75056', city: 'PARIS CEDEX 7' })).toMatchObject({ city: 'Paris CEDEX 07' })
    expect(await create({ postcode: '33 000', city: 'bordeaux' })).toMatchObject({ postcode: '33000', city: 'Bordeaux' })
    const refused = await app.call(p.clientAdministrator, createSite, { params, body: { ...form, postcode: '92042' } })
    expect(codes(refused.problem)).toEqual({ postcode: 'postcode_commune_mismatch' })
  })

  it('say which field is wrong', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    const send = async (changed: Partial<SiteForm>) =>
      codes((await app.call(p.clientAdministrator, createSite, { params, body: { ...form, ...changed } })).problem)
    expect(await send({ name: ' ', street: '' })).toEqual({ name: 'required', street: 'required' })
    expect(await send({ siret: '12345678901234' })).toEqual({ siret: 'siret_invalid' })
    expect(await send({ postcode: '330' })).toEqual({ postcode: 'postcode_invalid' })
    expect(await send({ communeCode: null })).toEqual({ communeCode: 'commune_required' })
    expect(await send({ communeCode: '33999' })).toEqual({ communeCode: 'commune_unknown' })
    expect(await send({ postcode: '92110' })).toEqual({ postcode: 'postcode_commune_mismatch' })
    expect(await send({ country: 'BE', postcode: '1000' })).toEqual({ communeCode: 'commune_abroad' })
    expect(await send({ onsiteContactId: p.directClientAdministrator.contactId })).toEqual({ onsiteContactId: 'contact_unknown' })
    await app.build.run(`update companies set siren = '356000000' where id = $1`, [c.client.id])
    expect(await send({ siret: '73282932000074' })).toEqual({ siret: 'siret_siren_mismatch' })
    // La Poste: wrong Luhn key, digits that add up to a multiple of five.
    expect(await send({ siret: '35600000049837', name: 'Poste' })).toEqual({})
  })

  it('are changed once per version, by those whose right covers them', async () => {
    const { personas: p, companies: c, bordeauxId } = app.world
    const params = { company: c.client.reference, site: bordeauxId }
    const body = { ...form, name: 'Bordeaux Centre', onsiteContactId: p.clientAdministrator.contactId, version: 1 }
    const [first, second] = await Promise.all([
      app.call(p.clientAdministrator, updateSite, { params, body }),
      app.call(p.clientAdministrator, updateSite, { params, body: { ...body, name: 'Autre' } }),
    ])
    expect([first.status, second.status].sort()).toEqual([200, 409])
    const refused = first.status === 409 ? first : second
    expect(refused.problem).toMatchObject({ code: 'version_conflict', current: { version: 2 } })
    // A limited editor does not see the contact, and does not wipe it either.
    const seen = (await app.call(p.bordeauxEditor, readSite, { params })).body
    expect(seen).toMatchObject({
      onsiteContact: null,
      onsiteContactId: p.clientAdministrator.contactId,
      abilities: { edit: true, close: false },
    })
    const again = await app.call(p.bordeauxEditor, updateSite, { params, body: { ...body, name: 'Bordeaux Sud', version: 2 } })
    expect(again.body.name).toBe('Bordeaux Sud')
    const other = { company: c.client.reference, site: c.client.headOfficeId }
    expect((await app.call(p.bordeauxEditor, readSite, { params: other })).status).toBe(404)
    expect((await app.call(p.bordeauxEditor, updateSite, { params: other, body: { ...body, version: 1 } })).status).toBe(404)
    const foreign = { company: c.client.reference, site: c.directClient.headOfficeId }
    expect((await app.call(p.clientAdministrator, readSite, { params: foreign })).status).toBe(404)
  })

  it('close, reopen and take the place of the head office', async () => {
    const { personas: p, companies: c, bordeauxId } = app.world
    const company = c.client.reference
    const params = { company, site: bordeauxId }
    const head = { company, site: c.client.headOfficeId }
    const closing = { closedOn: '2026-11-20', version: 3 }
    expect((await app.call(p.clientAdministrator, closeSite, { params: head, body: { ...closing, version: 1 } })).problem.code).toBe(
      'conflict',
    )
    const future = await app.call(p.clientAdministrator, closeSite, { params, body: { ...closing, closedOn: '2026-12-01' } })
    expect(codes(future.problem)).toEqual({ closedOn: 'date_future' })
    expect((await app.call(p.bordeauxEditor, closeSite, { params, body: closing })).status).toBe(403)
    const closed = await app.call(p.clientAdministrator, closeSite, { params, body: closing })
    expect(closed.body).toMatchObject({ state: 'closed', closedOn: '2026-11-20', abilities: { edit: false, reopen: true } })
    expect((await app.call(p.clientAdministrator, updateSite, { params, body: { ...form, version: 4 } })).problem.code).toBe('conflict')
    const promote = { params: { company }, body: { siteId: bordeauxId } }
    expect((await app.call(p.clientAdministrator, makeHeadOffice, promote)).problem.code).toBe('conflict')
    expect((await app.call(p.clientAdministrator, reopenSite, { params })).body.state).toBe('open')
    const promoted = await app.call(p.ambassadorAdministrator, makeHeadOffice, { universe: 'ambassador', ...promote })
    expect(promoted.body.isHeadOffice).toBe(true)
    expect((await app.call(p.clientAdministrator, readSite, { params: head })).body.isHeadOffice).toBe(false)
    const unknown = await app.call(p.clientAdministrator, makeHeadOffice, {
      params: { company },
      body: { siteId: c.directClient.headOfficeId },
    })
    expect(codes(unknown.problem)).toEqual({ siteId: 'site_unknown' })
  })
})
