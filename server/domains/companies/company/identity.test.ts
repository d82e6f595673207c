import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCompany } from '#api/companies/company/company'
import { changeIdentity } from '#api/companies/company/identity'
import { answerProposal, contestChange, listPendingProposals, listProposals, proposeChange } from '#api/companies/portfolio/proposals'
import { tellNews } from '../../../testing/tell-news.ts'
import { type TestApp, testApp } from '../../../testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  await app.build.run(`update companies set siren = '732829320' where id = $1`, [app.world.companies.client.id])
})
afterAll(() => app?.close())

const params = () => ({ company: app.world.companies.client.reference })
const read = async () => (await app.call(app.world.personas.clientAdministrator, readCompany, { params: params() })).body
const identity = async (some: object = {}) => {
  const { version, name, vatNumber, legalForm } = await read()
  return { version, name, vatNumber, legalForm, ...some }
}
const change = async (some: object, who = app.world.personas.clientAdministrator) =>
  app.call(who, changeIdentity, { params: params(), body: await identity(some) })
const mails = async (template: string) => {
  await tellNews(app)
  return (await app.build.run('select to_address, subject, content from mails where template = $1 order by created_at, id', [template]))
    .rows
}
const listed = async () => (await app.call(app.world.personas.clientAdministrator, listProposals, { params: params() })).body

describe('the identity of a company', () => {
  it('is changed by its administrators at once; the carrier is told of it', async () => {
    const done = await change({ name: '  Ma Société & Filles ', vatNumber: 'fr 44 732 829 320', legalForm: '5710' })
    expect(done.body).toMatchObject({ name: 'Ma Société & Filles', vatNumber: 'FR44732829320', legalForm: '5710' })
    const { rows } = await app.build.run(`select object_label, before, after from activity where action = 'company.identity_changed'`)
    expect(rows).toEqual([
      {
        object_label: 'Ma Société & Filles',
        before: { name: 'Ma Société', vatNumber: null, legalForm: null },
        after: { name: 'Ma Société & Filles', vatNumber: 'FR44732829320', legalForm: '5710' },
      },
    ])
    const [mail, ...more] = await mails('identity-changed')
    expect(more).toEqual([])
    expect(mail?.subject).toBe(`Ma Société & Filles (${params().company}) : identité de la société modifiée`)
    expect(mail?.content.facts).toContainEqual({ label: 'Raison sociale', value: 'Ma Société → Ma Société & Filles' })
    const events = await app.build.run('select code, universes, parameters from notification_events')
    expect(events.rows).toMatchObject([{ code: 'company.identity_changed', universes: ['ambassador', 'operator', 'carrier'] }])
    expect((await listed()).items.map(({ field, newValue, state }) => [field, newValue, state]).sort()).toEqual([
      ['legal_form', '5710', 'applied'],
      ['name', 'Ma Société & Filles', 'applied'],
      ['vat_number', 'FR44732829320', 'applied'],
    ])
    // Saving what is there tells nobody.
    expect((await change({})).status).toBe(200)
    expect(await mails('identity-changed')).toHaveLength(1)
    // They ask the carrier for the rest only, and wait for nothing in its queue.
    expect((await listed()).abilities).toEqual({ propose: true, fields: ['siren'] })
    expect((await app.call(app.world.personas.carrierAdministrator, listPendingProposals, { universe: 'carrier' })).body.items).toEqual([])
  })

  it('is checked, once per version', async () => {
    const { version } = await read()
    const bad = await change({ name: ' ', vatNumber: 'FR00', legalForm: '0' })
    expect(Object.fromEntries((bad.problem.errors ?? []).map(({ path, code }) => [path, code]))).toEqual({
      name: 'required',
      vatNumber: 'vat_number_invalid',
      legalForm: 'legal_form_unknown',
    })
    expect((await change({ vatNumber: 'FR83404833048' })).problem.errors).toEqual([{ path: 'vatNumber', code: 'vat_number_mismatch' }])
    expect((await change({ version: version - 1, name: 'Autre' })).problem).toMatchObject({
      code: 'version_conflict',
      current: { name: 'Ma Société & Filles' },
    })
  })

  it('is nobody else’s to change', async () => {
    const { personas: p, companies: c } = app.world
    const body = await identity({ name: 'Autre nom' })
    expect((await app.call(p.companyReader, changeIdentity, { params: params(), body })).status).toBe(403)
    expect((await app.call(p.bordeauxEditor, changeIdentity, { params: params(), body })).status).toBe(403)
    expect((await app.call(p.ambassadorAdministrator, changeIdentity, { universe: 'ambassador', params: params(), body })).status).toBe(403)
    expect((await app.call(p.directClientAdministrator, changeIdentity, { params: params(), body })).status).toBe(404)
    // A partner's own company is its own.
    const own = { company: c.ambassador.reference }
    const sheet = (await app.call(p.ambassadorAdministrator, readCompany, { universe: 'ambassador', params: own })).body
    const renamed = await app.call(p.ambassadorAdministrator, changeIdentity, {
      universe: 'ambassador',
      params: own,
      body: { version: sheet.version, name: 'Réseau Conseil & Cie', vatNumber: null, legalForm: null },
    })
    expect(renamed.body.name).toBe('Réseau Conseil & Cie')
  })

  it('is put back by the carrier, with a reason that its administrators read', async () => {
    const { personas: p } = app.world
    const change = (await app.call(p.carrierAdministrator, listProposals, { universe: 'carrier', params: params() })).body.items.find(
      ({ field }) => field === 'name',
    )
    expect(change?.abilities.contest).toBe(true)
    const contest = (who: typeof p.carrierPilot, reason: string) =>
      app.call(who, contestChange, { universe: 'carrier', params: { ...params(), proposal: change?.id ?? '' }, body: { reason } })
    expect((await contest(p.carrierPilot, 'Non')).status).toBe(403)
    expect((await contest(p.carrierAdministrator, '  ')).problem.errors).toMatchObject([{ path: 'reason', code: 'required' }])
    const { version } = await read()
    expect((await contest(p.carrierAdministrator, 'Le registre dit autre chose')).status).toBe(204)
    expect(await read()).toMatchObject({ name: 'Ma Société', vatNumber: 'FR44732829320', version: version + 1 })
    expect((await contest(p.carrierAdministrator, 'Encore')).status).toBe(409)
    const { rows } = await app.build.run(`select before, after from activity where action = 'company.identity_contested'`)
    expect(rows).toEqual([
      { before: { name: 'Ma Société & Filles' }, after: { name: 'Ma Société', reason: 'Le registre dit autre chose' } },
    ])
    const [mail] = await mails('identity-contested')
    expect(mail?.to_address).toBe('camille.martin@test.example')
    expect(mail?.content.facts).toContainEqual({ label: 'Motif', value: 'Le registre dit autre chose' })
    const contested = (await listed()).items.find(({ state }) => state === 'contested')
    expect(contested).toMatchObject({ answer: 'Le registre dit autre chose', abilities: { contest: false, withdraw: false } })
  })

  it('is not put back over a later change', async () => {
    const { personas: p } = app.world
    await change({ vatNumber: '' })
    const items = (await app.call(p.carrierAdministrator, listProposals, { universe: 'carrier', params: params() })).body.items
    expect(items.filter(({ field }) => field === 'vat_number').map(({ newValue, abilities }) => [newValue, abilities.contest])).toEqual([
      [null, true],
      ['FR44732829320', false],
    ])
  })

  it('keeps SIREN and VAT number together when a proposal is accepted', async () => {
    const { personas: p } = app.world
    await change({ vatNumber: 'FR44732829320' })
    const made = await app.call(p.clientAdministrator, proposeChange, { params: params(), body: { field: 'siren', value: '552100554' } })
    const accepted = await app.call(p.carrierAdministrator, answerProposal, {
      universe: 'carrier',
      params: { ...params(), proposal: made.body.id },
      body: { accept: true },
    })
    expect(accepted.problem.errors).toEqual([{ path: 'accept', code: 'vat_number_mismatch' }])
    expect((await read()).siren).toBe('732829320')
  })
})
