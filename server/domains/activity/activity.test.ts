import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listActivity } from '#api/activity/activity'
import { updateCompany } from '#api/companies/company/company'
import { newId } from '../../platform/ids.ts'
import { type TestApp, testApp } from '../../testing/test-app.ts'

let app: TestApp
const line = async (action: string, at: string, siteId: string | null = null, label = 'Agence') => {
  const { client } = app.world.companies
  const { clientAdministrator } = app.world.personas
  await app.build.run(
    `insert into activity (id, company_id, site_id, at, actor_user_id, actor_name, actor_company_id, universe, ip, action, object_kind, object_label, before, after)
     values ($1, $2, $3, $4, $5, 'Camille Martin', $2, 'client', '192.0.2.7', $6, 'site', $7, '{"phone": null}', '{"phone": "+33184787880"}')`,
    [newId(), client.id, siteId, at, clientAdministrator.userId, action, label],
  )
}

beforeAll(async () => {
  app = await testApp()
  for (let day = 1; day <= 60; day++) await line('site.updated', new Date(Date.UTC(2026, 8, day, 10)).toISOString())
  await line('site.created', '2026-11-01T10:00:00Z', app.world.bordeauxId, '=Bordeaux')
})
afterAll(() => app?.close())

const params = () => ({ company: app.world.companies.client.reference })

describe('the history of a company', () => {
  it('comes newest first, page by page in both directions', async () => {
    const { clientAdministrator } = app.world.personas
    const first = await app.call(clientAdministrator, listActivity, { params: params(), query: {} })
    expect(first.status).toBe(200)
    expect(first.body.items[0]).toMatchObject({
      action: 'site.created',
      actorLogin: clientAdministrator.login,
      after: { phone: '+33184787880' },
    })
    const second = await app.call(clientAdministrator, listActivity, { params: params(), query: { cursor: first.body.next ?? '' } })
    expect(second.body.items.length).toBe(61 - first.body.items.length)
    expect(second.body.next).toBeNull()
    const back = await app.call(clientAdministrator, listActivity, { params: params(), query: { cursor: second.body.previous ?? '' } })
    expect(back.body.items.map((item) => item.id)).toEqual(first.body.items.map((item) => item.id))
  })

  it('is filtered by action, days in Paris, person and text', async () => {
    const { clientAdministrator } = app.world.personas
    const count = async (query: object) =>
      (await app.call(clientAdministrator, listActivity, { params: params(), query })).body.items.length
    expect(await count({ action: 'site.created' })).toBe(1)
    expect(await count({ from: '2026-09-02', until: '2026-09-03' })).toBe(2)
    expect(await count({ actor: 'E-999999999' })).toBe(0)
    expect(await count({ q: 'bordeaux' })).toBe(1)
    expect(await count({ q: '%' })).toBe(0)
  })

  it('says for whom a partner acted', async () => {
    const { ambassadorAdministrator, clientAdministrator } = app.world.personas
    const { rows } = await app.build.run('select * from companies where id = $1', [app.world.companies.client.id])
    const sheet = { comment: 'Suivi par le partenaire', version: rows[0].version, size: rows[0].size }
    const blank = { website: null, phone: null, apeCode: null, einvoicingAddress: null, emailSales: null, emailTechnical: null }
    const body = { ...blank, emailOrderDesk: null, emailAdministrative: null, ...sheet }
    const saved = await app.call(ambassadorAdministrator, updateCompany, { universe: 'ambassador', params: params(), body: body as never })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    const seen = await app.call(clientAdministrator, listActivity, { params: params(), query: { action: 'company.updated' } })
    expect(seen.body.items[0]).toMatchObject({ actorName: 'Camille Conseil', onBehalfOf: 'Réseau Conseil', universe: 'ambassador' })
  })

  it('is for administrators: others are refused, whatever else they may write', async () => {
    const { companyReader, bordeauxEditor, directClientAdministrator, carrierPilot, carrierAdministrator } = app.world.personas
    expect((await app.call(companyReader, listActivity, { params: params(), query: {} })).status).toBe(403)
    expect((await app.call(bordeauxEditor, listActivity, { params: params(), query: {} })).status).toBe(403)
    expect((await app.call(directClientAdministrator, listActivity, { params: params(), query: {} })).status).toBe(404)
    expect((await app.call(carrierPilot, listActivity, { universe: 'carrier', params: params(), query: {} })).status).toBe(403)
    expect((await app.call(carrierAdministrator, listActivity, { universe: 'carrier', params: params(), query: {} })).status).toBe(200)
  })

  it('is exported under the same filters, and no cell is a formula', async () => {
    const answer = await app.call(app.world.personas.clientAdministrator, listActivity.exports.csv, {
      params: params(),
      query: { action: 'site.created' },
    })
    expect(answer.headers['content-type']).toContain('text/csv')
    const text = answer.raw.toString('utf8')
    expect(text.startsWith('\uFEFFDate (heure de Paris);Auteur')).toBe(true)
    expect(text.trim().split('\n')).toHaveLength(2)
    expect(text).toContain("'=Bordeaux")
  })

  it('is exported with the instants of the clock in Paris, across New Year and summer time', async () => {
    await line('contact.archived', '2026-12-31T23:20:33.223Z')
    await line('contact.archived', '2026-07-01T22:05:00Z')
    const who = app.world.personas.clientAdministrator
    const answer = await app.call(who, listActivity.exports.csv, { params: params(), query: { action: 'contact.archived' } })
    const instants = answer.raw
      .toString('utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((one) => one.split(';')[0])
    expect(instants).toEqual(['2027-01-01 00:20:33', '2026-07-02 00:05:00'])
  })
})
