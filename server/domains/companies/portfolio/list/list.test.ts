import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient, listClients } from '#api/companies/portfolio/clients'
import type { BodyInput } from '#api/endpoint'
import { type TestApp, testApp } from '../../../../testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const client = (over: Partial<BodyInput<typeof createClient>> = {}): BodyInput<typeof createClient> => ({
  name: 'Menuiserie Éclair',
  siren: '732 829 320',
  legalForm: '5710',
  headOffice: { street: '1 rue des Lilas', postcode: '33000', city: 'Bordeaux', communeCode: '33063', country: 'FR' },
  contact: { firstName: 'Anne', lastName: 'Petit', email: 'anne@menuiserie.example', invite: true },
  ...over,
})
const names = (body: { items: readonly { name: string }[] }) => body.items.map((row) => row.name)

describe('portfolio', () => {
  it('shows each partner its own clients, and the carrier everybody', async () => {
    const { personas: p } = app.world
    const ambassador = await app.call(p.ambassadorAdministrator, listClients, { universe: 'ambassador' })
    expect(names(ambassador.body)).toEqual(['Ma Société'])
    expect(ambassador.body.items[0]?.partner).toBeNull()
    expect(ambassador.body.abilities.create).toBe(true)
    expect(names((await app.call(p.operatorAdministrator, listClients, { universe: 'operator' })).body)).toEqual(['Client Final'])
    expect(names((await app.call(p.otherOperatorAdministrator, listClients, { universe: 'operator' })).body)).toEqual(['Client Atlantique'])
    const carrier = await app.call(p.carrierAdministrator, listClients, { universe: 'carrier' })
    expect(carrier.body.items).toHaveLength(8)
    expect(carrier.body.total).toBe(8)
    expect(carrier.body.items.find((row) => row.name === 'Client Final')?.partner).toMatchObject({
      kind: 'operator',
      name: 'Horizon Télécom',
    })
  })

  it('refuses who has no such universe or right', async () => {
    const { personas: p } = app.world
    expect((await app.call(p.clientAdministrator, listClients, { universe: 'client' })).status).toBe(404)
    expect((await app.call(p.clientAdministrator, listClients, { universe: 'carrier' })).status).toBe(403)
    expect((await app.call(null, listClients, { universe: 'carrier' })).status).toBe(401)
    expect((await app.call(p.carrierPilot, listClients, { universe: 'carrier' })).body.abilities.create).toBe(false)
    expect((await app.call(p.carrierPilot, createClient, { universe: 'carrier', body: client() })).status).toBe(403)
  })

  it('filters by text, partner, state, department, city and day, and pages both ways', async () => {
    const { personas: p, companies: c } = app.world
    const list = async (query: object) => names((await app.call(p.carrierAdministrator, listClients, { universe: 'carrier', query })).body)
    expect(await list({ q: 'reseau' })).toEqual(['Réseau Conseil'])
    expect(await list({ q: c.client.reference.toLowerCase() })).toEqual(['Ma Société'])
    expect(await list({ partner: c.operator.reference })).toEqual(['Client Final'])
    expect(await list({ partner: 'none', holds: 'client' })).toEqual(['Sans Partenaire'])
    expect(await list({ state: 'closed' })).toEqual([])
    expect(await list({ department: '92' })).toHaveLength(8)
    expect(await list({ department: '2A' })).toEqual([])
    expect(await list({ city: 'cli' })).toHaveLength(8)
    expect(await list({ createdFrom: '2026-11-21', createdTo: '2026-11-21' })).toHaveLength(8)
    expect(await list({ createdFrom: '2026-11-22' })).toEqual([])
    const sorted = await list({ sort: '-name' })
    expect(sorted).toEqual([...(await list({ sort: 'name' }))].reverse())
    const wrong = await app.call(p.carrierAdministrator, listClients, {
      universe: 'carrier',
      query: { sort: 'siren' as never, department: '2A' },
    })
    expect(wrong.problem).toMatchObject({ status: 422, errors: [{ path: 'sort', code: 'sort_unknown' }] })
    const bad = await app.call(p.carrierAdministrator, listClients, {
      universe: 'carrier',
      query: { department: 'x', createdFrom: '31/12' },
    })
    expect(bad.problem.errors?.map((error) => error.code)).toEqual(['department_invalid', 'date_invalid'])
  })

  it('exports the filtered list', async () => {
    const file = await app.call(app.world.personas.ambassadorAdministrator, listClients.exports.csv, { universe: 'ambassador' })
    expect(file.status).toBe(200)
    const lines = file.raw.toString('utf8').split('\n')
    expect(lines[0]).toContain('Raison sociale')
    expect(lines[1]).toContain('Ma Société')
    expect(lines.filter((line) => line !== '')).toHaveLength(2)
  })
})

describe('create a client', () => {
  it('stamps it with the partner, gives it its head office, its rights and its administrator, once per key', async () => {
    const { personas: p, companies: c } = app.world
    const call = () =>
      app.call(p.ambassadorAdministrator, createClient, { universe: 'ambassador', body: client(), headers: { 'idempotency-key': 'k1' } })
    const made = await call()
    expect(made.status).toBe(201)
    expect(made.body.login).toMatch(/^E-\d{9}$/)
    expect((await call()).body).toEqual(made.body)
    const { rows } = await app.build.run(
      `select c.ambassador_id, c.operator_id, c.universes, c.vat_number, c.head_city, (select count(*)::int from rights r where r.company_id = c.id) as rights,
         (select bool_and(u.is_administrator and u.ambassador_id = c.ambassador_id) from users u where u.company_id = c.id) as administrator
       from companies c where c.reference = $1`,
      [made.body.reference],
    )
    expect(rows).toEqual([
      {
        ambassador_id: c.ambassador.id,
        operator_id: null,
        universes: ['client'],
        vat_number: 'FR44732829320',
        head_city: 'Bordeaux',
        rights: 2,
        administrator: true,
      },
    ])
    expect(
      names((await app.call(p.operatorAdministrator, listClients, { universe: 'operator', query: { q: 'menuiserie' } })).body),
    ).toEqual([])
    expect(
      names(
        (await app.call(p.ambassadorAdministrator, listClients, { universe: 'ambassador', query: { q: '7328', department: '33' } })).body,
      ),
    ).toEqual(['Menuiserie Éclair'])
  })

  it('names every faulty field, and keeps a partner to plain clients of its own', async () => {
    const { personas: p, companies: c } = app.world
    const codes = async (body: object, universe: 'ambassador' | 'carrier' = 'ambassador') => {
      const who = universe === 'carrier' ? p.carrierAdministrator : p.ambassadorAdministrator
      return (await app.call(who, createClient, { universe, body: body as never })).problem.errors?.map((error) => [error.path, error.code])
    }
    expect(await codes(client({ siren: '987654321' }))).toEqual([['siren', 'siren_invalid']])
    expect(await codes(client({ vatNumber: 'FR83404833048' }))).toEqual([['vatNumber', 'vat_number_mismatch']])
    expect(await codes(client({ universes: ['operator'] }))).toEqual([['universes', 'universe_forbidden']])
    expect(await codes(client({ partner: { kind: 'operator', reference: c.operator.reference } }))).toEqual([['partner', 'forbidden']])
    expect(await codes(client({ headOffice: { street: 'x', postcode: '1', city: 'y', country: 'FR' } }))).toEqual([
      ['headOffice.postcode', 'postcode_invalid'],
    ])
    expect(await codes(client({ contact: { firstName: 'A', lastName: 'B', invite: true } }))).toEqual([['contact.email', 'required']])
    expect(await codes(client({ partner: { kind: 'operator', reference: c.ambassador.reference } }), 'carrier')).toEqual([
      ['partner.reference', 'partner_unknown'],
    ])
    expect(await codes(client({ universes: ['carrier'] }), 'carrier')).toEqual([['universes', 'universe_forbidden']])
  })

  it('lets the carrier make a partner, which is its own', async () => {
    const made = await app.call(app.world.personas.carrierAdministrator, createClient, {
      universe: 'carrier',
      body: client({ name: 'Nouvel Opérateur', universes: ['operator', 'client'] }),
    })
    expect(made.status).toBe(201)
    const { rows } = await app.build.run('select operator_id = id as own, ambassador_id from companies where reference = $1', [
      made.body.reference,
    ])
    expect(rows).toEqual([{ own: true, ambassador_id: null }])
  })
})
