import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readIssuer, readIssuerLogo, writeIssuer, writeIssuerIban, writeIssuerLogo } from '#api/companies/issuer/issuer'
import { type TestApp, testApp, urlOf } from '../../../testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const universe = 'carrier' as const
const sheet = {
  version: 0,
  legalName: 'Opérateur SA',
  legalForm: '5599',
  capitalCents: 10_000_000,
  rcsCity: 'Nanterre',
  siren: '732829320',
  vatNumber: 'FR44732829320',
  creditorIdentifier: 'FR72ZZZ123456',
  bic: 'AGRIFRPP',
  street: '1 rue des Lilas',
  complement: null,
  postcode: '92110',
  city: 'Clichy',
  country: 'FR',
  phone: null,
  website: null,
  senderName: 'Opérateur',
  senderEmail: 'contact@operateur.example',
  termsOfSaleVersion: '2026-11',
  termsOfSale: 'Article 1',
}

describe('issuer settings', () => {
  it('are proposed from the carrier’s company, then kept with a version', async () => {
    const { personas: p } = app.world
    const first = await app.call(p.carrierAdministrator, readIssuer, { universe })
    expect(first.body).toMatchObject({ legalName: 'Opérateur du portail', city: 'Clichy', version: 0 })
    expect(
      (await app.call(p.carrierAdministrator, writeIssuerIban, { universe, body: { iban: 'FR7630006000011234567890189' } })).problem.code,
    ).toBe('step_up_required')
    const wrong = await app.call(p.carrierAdministrator, writeIssuer, {
      universe,
      body: { ...sheet, creditorIdentifier: 'FR00ZZZ1', capitalCents: -1 },
    })
    expect(wrong.problem.errors?.map((error) => error.code)).toEqual(['capital_invalid', 'creditor_identifier_invalid'])
    expect((await app.call(p.carrierAdministrator, writeIssuer, { universe, body: sheet })).body).toEqual({ version: 1 })
    expect((await app.call(p.carrierAdministrator, writeIssuer, { universe, body: sheet })).problem).toMatchObject({
      code: 'version_conflict',
      current: { legalName: 'Opérateur SA' },
    })
  })

  it('keep the IBAN sealed, and refuse whoever may not', async () => {
    const { personas: p } = app.world
    await app.build.run('update sessions set step_up_until = $1 where id = $2', [
      new Date(app.clock.now().getTime() + 600_000),
      p.carrierAdministrator.sessionId,
    ])
    const iban = (value: string) => app.call(p.carrierAdministrator, writeIssuerIban, { universe, body: { iban: value } })
    expect((await iban('FR7630006000011234567890188')).problem.errors).toMatchObject([{ path: 'iban', code: 'iban_invalid' }])
    expect((await iban('FR76 3000 6000 0112 3456 7890 189')).body.ibanMasked).toMatch(/^FR76 .*0189$/)
    const { rows } = await app.build.run('select iban_sealed from issuer_settings')
    expect(rows[0].iban_sealed.toString('utf8')).not.toContain('30006000')
    expect((await app.call(p.carrierPilot, readIssuer, { universe })).status).toBe(403)
    expect((await app.call(p.clientAdministrator, readIssuer, { universe: 'client' })).status).toBe(404)
    const lines = await app.build.run(`select before, after from activity where action = 'issuer.iban_changed'`)
    expect(JSON.stringify(lines.rows)).not.toContain('30006000')
  })

  it('take a logo that is an image', async () => {
    const who = app.world.personas.carrierAdministrator
    const send = (payload: Buffer) =>
      app.inject({
        method: 'PUT',
        url: urlOf(writeIssuerLogo, universe),
        headers: { cookie: `session=${who.token}`, 'content-type': 'image/png' },
        payload,
      })
    expect((await app.call(who, readIssuerLogo, { universe })).status).toBe(404)
    expect((await send(Buffer.from('<svg/>'))).statusCode).toBe(415)
    expect((await send(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]))).statusCode).toBe(204)
    expect((await app.call(who, readIssuerLogo, { universe })).raw).toHaveLength(9)
    expect((await app.call(who, readIssuer, { universe })).body.hasLogo).toBe(true)
  })
})
