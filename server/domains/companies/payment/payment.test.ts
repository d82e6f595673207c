import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  createPayment,
  downloadMandate,
  listPayments,
  revealIban,
  revokeMandate,
  signMandate,
  updatePayment,
} from '#api/companies/payment/payment'
import { tellNews } from '../../../testing/tell-news.ts'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

const iban = 'FR7630006000011234567890189'
const otherIban = 'FR1420041010050500013M02606'
const form = {
  siteId: null,
  holderName: 'Ma Société',
  iban,
  bic: 'AGRIFRPP',
  billingName: null,
  billingStreet: '1 rue des Lilas',
  billingComplement: null,
  billingPostcode: '92110',
  billingCity: 'Clichy',
  billingCountry: 'FR',
  billingEmail: 'compta@exemple.fr',
  scheme: 'core',
} as const
const { siteId: _siteId, ...changes } = form
const codes = (problem: { errors?: readonly { path: string; code: string }[] }) =>
  Object.fromEntries((problem.errors ?? []).map(({ path, code }) => [path, code]))

const confirmIdentity = async (...people: Persona[]): Promise<void> => {
  const until = new Date(app.clock.now().getTime() + 300_000)
  for (const person of people) await app.build.run('update sessions set step_up_until = $2 where id = $1', [person.sessionId, until])
}
beforeEach(() => confirmIdentity(...Object.values(app.world.personas)))
const mails = async (): Promise<string[]> => {
  await tellNews(app)
  const { rows } = await app.build.run(`select to_address from mails where template = 'payment-changed' order by created_at, id`)
  return rows.map((row) => row.to_address)
}

describe('payment coordinates', () => {
  it('are created after a fresh confirmation, masked, with a mandate to sign and a warning', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    await app.build.run('update sessions set step_up_until = null where id = $1', [p.clientAdministrator.sessionId])
    expect((await app.call(p.clientAdministrator, createPayment, { params, body: form })).problem.code).toBe('step_up_required')
    await confirmIdentity(p.clientAdministrator)
    const made = await app.call(p.clientAdministrator, createPayment, { params, body: form })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      ibanMasked: 'FR76 •••• •••• •••• 0189',
      mandate: { scheme: 'core', state: 'to_sign', signedOn: null },
    })
    expect(made.body.mandate.reference).toMatch(/^OIP-\d{8}-M\d{3}$/)
    expect(await mails()).toEqual(['camille.martin@test.example'])
    const again = await app.call(p.clientAdministrator, createPayment, { params, body: form })
    expect(again.problem.errors).toEqual([{ path: 'siteId', code: 'payment_exists' }])
    const { rows } = await app.build.run('select iban_sealed from payment_details where company_id = $1', [c.client.id])
    expect(rows[0].iban_sealed.toString('latin1')).not.toContain(iban)
  })

  it('are read masked by partners, who change nothing', async () => {
    const { personas: p, companies: c } = app.world
    const params = { company: c.client.reference }
    const seen = await app.call(p.ambassadorAdministrator, listPayments, { universe: 'ambassador', params })
    expect(seen.body.abilities.create).toBe(false)
    expect(Object.values(seen.body.items[0]?.abilities ?? {})).toEqual([false, false, false, false, false])
    expect(JSON.stringify(seen.body)).not.toContain('30006')
    const payment = seen.body.items[0]?.id ?? ''
    expect((await app.call(p.ambassadorAdministrator, revealIban, { universe: 'ambassador', params: { ...params, payment } })).status).toBe(
      404,
    )
    // Limited to a site: the account of the company exists, and is not said to be none.
    expect((await app.call(p.bordeauxEditor, listPayments, { params })).body).toEqual({
      items: [],
      abilities: { create: false, readAll: false },
    })
    expect((await app.call(p.companyReader, listPayments, { params })).body.abilities).toEqual({ create: false, readAll: true })
    expect((await app.call(p.bordeauxEditor, createPayment, { params, body: form })).status).toBe(403)
    expect((await app.call(p.companyReader, revealIban, { params: { ...params, payment } })).status).toBe(403)
    expect((await app.call(p.directClientAdministrator, listPayments, { params })).status).toBe(404)
    expect((await app.call(p.directClientAdministrator, revealIban, { params: { ...params, payment } })).status).toBe(404)
    const endClient = { company: c.endClient.reference }
    expect((await app.call(p.endClientAdministrator, createPayment, { params: endClient, body: form })).status).toBe(403)
  })

  it('are shown in clear to their owner and to the carrier, each look in the history', async () => {
    const { personas: p, companies: c } = app.world
    const company = c.client.reference
    const payment = (await app.call(p.clientAdministrator, listPayments, { params: { company } })).body.items[0]?.id ?? ''
    const params = { company, payment }
    expect((await app.call(p.clientAdministrator, revealIban, { params })).body.iban).toBe(iban)
    expect((await app.call(p.carrierAdministrator, revealIban, { universe: 'carrier', params })).body.iban).toBe(iban)
    expect((await app.call(p.carrierPilot, revealIban, { universe: 'carrier', params })).status).toBe(403)
    const { rows } = await app.build.run(
      `select actor_name, before, after from activity where action = 'payment.iban_revealed' order by id`,
    )
    expect(rows.map((row) => row.actor_name)).toEqual(['Camille Martin', 'Camille E. (exploitant)'])
    const clear = await app.build.run(`select count(*)::int as n from activity where concat(before, after) like '%11234567890%'`)
    expect(clear.rows[0].n).toBe(0)
  })

  it('are signed within the life of the mandate; another account makes a new one', async () => {
    const { personas: p, companies: c } = app.world
    const company = c.client.reference
    const current = (await app.call(p.clientAdministrator, listPayments, { params: { company } })).body.items[0]
    if (!current) throw new Error('no payment coordinates')
    const params = { company, payment: current.id }
    const sign = async (signedOn: string, version = current.version) =>
      app.call(p.clientAdministrator, signMandate, { params, body: { signedOn, version } })
    expect(codes((await sign('2026-11-22')).problem)).toEqual({ signedOn: 'date_future' })
    expect(codes((await sign('2026-11-20')).problem)).toEqual({ signedOn: 'signed_before_mandate' })
    expect((await sign('2026-11-21')).body.mandate).toMatchObject({ state: 'signed', signedOn: '2026-11-21' })
    expect((await sign('2026-11-21', current.version + 1)).problem.code).toBe('conflict')
    const kept = await app.call(p.clientAdministrator, updatePayment, {
      params,
      body: { ...changes, iban: '', billingCity: 'Levallois', version: current.version + 1 },
    })
    expect(kept.body.mandate).toEqual({ ...current.mandate, state: 'signed', signedOn: '2026-11-21' })
    const stale = await app.call(p.clientAdministrator, updatePayment, { params, body: { ...changes, version: current.version } })
    expect(stale.problem).toMatchObject({ code: 'version_conflict', current: { billingCity: 'Levallois' } })
    const foreignBank = { ...changes, iban: '', bic: 'DEUTDEFF', version: current.version + 2 }
    expect(codes((await app.call(p.clientAdministrator, updatePayment, { params, body: foreignBank })).problem)).toEqual({
      bic: 'bic_iban_mismatch',
    })
    const moved = await app.call(p.carrierAdministrator, updatePayment, {
      universe: 'carrier',
      params,
      body: { ...changes, iban: otherIban, version: current.version + 2 },
    })
    expect(moved.body.mandate).toMatchObject({ state: 'to_sign', signedOn: null })
    expect(moved.body.mandate.reference).not.toBe(current.mandate.reference)
    expect(moved.body.ibanMasked).toContain('2606')
    const wrong = await app.call(p.clientAdministrator, updatePayment, { params, body: { ...changes, iban: 'FR00', version: 9 } })
    expect(codes(wrong.problem)).toEqual({ iban: 'iban_invalid' })
  })

  it('are one set per company and per site, even when asked for twice at once', async () => {
    const { personas: p, bordeauxId, companies: c } = app.world
    const params = { company: c.client.reference }
    const body = { ...form, siteId: bordeauxId }
    const attempts = await Promise.all([1, 2].map(() => app.call(p.clientAdministrator, createPayment, { params, body })))
    expect(attempts.map(({ status }) => status).sort()).toEqual([201, 422])
    const foreign = await app.call(p.clientAdministrator, createPayment, { params, body: { ...form, siteId: c.directClient.headOfficeId } })
    expect(codes(foreign.problem)).toEqual({ siteId: 'site_unknown' })
    const seen = await app.call(p.bordeauxEditor, listPayments, { params })
    expect(seen.body.items.map(({ site, abilities }) => [site?.name, abilities.edit])).toEqual([['Agence de Bordeaux', false]])
  })

  it('give a mandate to sign once the carrier is known, until it is revoked', async () => {
    const { personas: p, companies: c } = app.world
    const company = c.client.reference
    const payment = (await app.call(p.clientAdministrator, listPayments, { params: { company } })).body.items[0]?.id ?? ''
    const params = { company, payment }
    expect((await app.call(p.clientAdministrator, downloadMandate, { params })).problem.code).toBe('issuer_incomplete')
    await app.build.run(
      `insert into issuer_settings (company_id, legal_name, creditor_identifier, street, postcode, city, siren)
       values ($1, 'Opérateur du portail', 'FR72ZZZ123456', '1 place du Réseau', '75002', 'Paris', '732829320')`,
      [c.carrier.id],
    )
    const pdf = await app.call(p.clientAdministrator, downloadMandate, { params })
    expect(pdf.status).toBe(200)
    expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-')
    expect(String(pdf.headers['content-disposition'])).toContain('mandat-OIP-')
    const revoked = await app.call(p.clientAdministrator, revokeMandate, { params })
    expect(revoked.body).toMatchObject({ mandate: { state: 'revoked' }, abilities: { sign: false, revoke: false, download: false } })
    expect((await app.call(p.clientAdministrator, revokeMandate, { params })).problem.code).toBe('conflict')
    expect((await app.call(p.clientAdministrator, downloadMandate, { params })).problem.code).toBe('conflict')
  })
})
