import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCompany, requireSecondFactor, updateCompany } from '#api/companies/company/company'
import { type TestApp, testApp } from '../../../testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

const sheet = {
  apeCode: '61.10z',
  size: 'small',
  einvoicingAddress: null,
  comment: '',
  website: 'www.exemple.fr',
  phone: '01 84 78 78 80',
  emailSales: 'ventes@Exemple.fr',
  emailTechnical: null,
  emailOrderDesk: '',
  emailAdministrative: null,
} as const

describe('the sheet of a company', () => {
  it('is read by its people, its partner and the carrier, each with their abilities', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    const own = await app.call(p.clientAdministrator, readCompany, { params })
    expect(own.status).toBe(200)
    expect(own.body).toMatchObject({ reference: c.client.reference, name: 'Ma Société', state: 'active', partner: null })
    expect(own.body.abilities).toEqual({
      edit: true,
      changeIdentity: true,
      propose: true,
      administer: false,
      requireSecondFactor: true,
      createSite: true,
      createContact: true,
    })
    const reader = await app.call(p.companyReader, readCompany, { params })
    expect(Object.values(reader.body.abilities)).toEqual([false, false, false, false, false, false, false])
    const partner = await app.call(p.ambassadorAdministrator, readCompany, { universe: 'ambassador', params })
    expect(partner.body.abilities).toMatchObject({ edit: true, changeIdentity: false, requireSecondFactor: false })
    const staff = await app.call(p.carrierAdministrator, readCompany, { universe: 'carrier', params })
    expect(staff.body.abilities).toMatchObject({
      edit: true,
      changeIdentity: false,
      propose: false,
      administer: true,
      requireSecondFactor: true,
    })
    expect(staff.body.partner).toEqual({ kind: 'ambassador', reference: c.ambassador.reference, name: c.ambassador.name })
    const pilot = await app.call(p.carrierPilot, readCompany, { universe: 'carrier', params })
    expect(pilot.body.abilities.edit).toBe(false)
  })

  it('is unknown to everybody else', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    expect((await app.call(p.directClientAdministrator, readCompany, { params })).status).toBe(404)
    expect((await app.call(p.operatorAdministrator, readCompany, { universe: 'operator', params })).status).toBe(404)
    expect((await app.call(p.nobody, readCompany, { params })).status).toBe(403)
    expect((await app.call(p.bordeauxEditor, readCompany, { params })).status).toBe(404)
    expect((await app.call(p.clientAdministrator, readCompany, { params: { company: 'oups' } })).status).toBe(404)
    expect((await app.call(null, readCompany, { params })).status).toBe(401)
  })

  it('is changed once per version; the second editor gets what the first wrote', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    const { version } = (await app.call(p.clientAdministrator, readCompany, { params })).body
    const attempts = await Promise.all([
      app.call(p.clientAdministrator, updateCompany, { params, body: { ...sheet, version } }),
      app.call(p.ambassadorAdministrator, updateCompany, {
        universe: 'ambassador',
        params,
        body: { ...sheet, comment: 'Vu avec le client', version },
      }),
    ])
    expect(attempts.map(({ status }) => status).sort()).toEqual([200, 409])
    const saved = attempts.find(({ status }) => status === 200)?.body
    expect(saved).toMatchObject({ apeCode: '6110Z', website: 'https://www.exemple.fr', phone: '+33184787880', emailOrderDesk: null })
    const refused = attempts.find(({ status }) => status === 409)?.problem
    expect(refused).toMatchObject({ code: 'version_conflict', current: { version: version + 1, apeCode: '6110Z' } })
    const { rows } = await app.build.run(`select before, after from activity where action = 'company.updated' and company_id = $1`, [
      c.client.id,
    ])
    expect(rows).toHaveLength(1)
    expect(rows[0].after).toMatchObject({ apeCode: '6110Z', size: 'small' })
    expect(rows[0].before).toMatchObject({ apeCode: null, size: 'unknown' })
  })

  it('says which field is wrong, and refuses readers and limited editors', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    const { version } = (await app.call(p.clientAdministrator, readCompany, { params })).body
    const bad = await app.call(p.clientAdministrator, updateCompany, {
      params,
      body: { ...sheet, apeCode: 'X', phone: '12', emailSales: 'non', website: 'ftp://a.fr', version },
    })
    expect(bad.status).toBe(422)
    expect(Object.fromEntries((bad.problem.errors ?? []).map(({ path, code }) => [path, code]))).toEqual({
      apeCode: 'ape_code_invalid',
      phone: 'phone_invalid',
      emailSales: 'email_invalid',
      website: 'website_invalid',
    })
    const unknown = await app.call(p.clientAdministrator, updateCompany, { params, body: { ...sheet, version, name: 'Autre' } as never })
    expect(unknown.problem.code).toBe('unknown_field')
    expect((await app.call(p.companyReader, updateCompany, { params, body: { ...sheet, version } })).status).toBe(403)
    expect((await app.call(p.bordeauxEditor, updateCompany, { params, body: { ...sheet, version } })).status).toBe(403)
    expect((await app.call(p.directClientAdministrator, updateCompany, { params, body: { ...sheet, version } })).status).toBe(404)
  })

  it('refuses the electronic address of another company', async () => {
    const { personas: p, companies: c } = app.world
    await app.build.run(`update companies set siren = '732829320' where id = $1`, [c.directClient.id])
    const params = { company: c.directClient.reference }
    const body = { ...sheet, version: 1, einvoicingAddress: '552100554' }
    const refused = await app.call(p.directClientAdministrator, updateCompany, { params, body })
    expect(refused.problem.errors).toEqual([{ path: 'einvoicingAddress', code: 'einvoicing_address_siren_mismatch' }])
    const accepted = await app.call(p.directClientAdministrator, updateCompany, {
      params,
      body: { ...body, einvoicingAddress: '732829320_73282932000074' },
    })
    expect(accepted.status).toBe(200)
  })

  it('requires a second factor when an administrator of the company or the carrier says so', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.endClient.reference }
    const body = { required: true }
    expect((await app.call(p.operatorAdministrator, requireSecondFactor, { universe: 'operator', params, body })).status).toBe(403)
    expect((await app.call(p.endClientAdministrator, requireSecondFactor, { params, body })).body.secondFactorRequired).toBe(true)
    const off = await app.call(p.carrierAdministrator, requireSecondFactor, { universe: 'carrier', params, body: { required: false } })
    expect(off.body.secondFactorRequired).toBe(false)
  })
})
