import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listActivity } from '#api/activity/activity'
import { listProposals } from '#api/companies/portfolio/proposals'
import type { Universe } from '#api/universes'
import { newId } from '../platform/ids.ts'
import { hashToken } from '../platform/secrets/tokens.ts'
import { type TestApp, testApp } from './test-app.ts'
import type { Persona } from './world.ts'

/** What a forged statement could do once inside a universe: rows that point to another company, rights written by hand, a history signed for others. */
let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

const refused = /^(42501|23503|23514)$/

/** Runs one statement as somebody in a universe, then rolls back. @returns the error's code, or null. */
const attempt = async (who: Persona, universe: Universe, text: string, values: unknown[]): Promise<string | null> => {
  const client = new pg.Client({ connectionString: universe === 'carrier' ? app.urls.staff : app.urls.customers })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select app.enter($1, $2, null, $3)', [hashToken(who.token), universe, app.clock.now()])
    await client.query(text, values)
    await client.query('set constraints all immediate')
    return null
  } catch (error) {
    return (error as { code: string }).code
  } finally {
    await client.query('rollback')
    await client.end()
  }
}

const newUser = `insert into users (id, company_id, contact_id, display_name) values ($1, $2, $3, 'Intrus')`
const newContact = `insert into contacts (id, company_id, site_id, last_name) values ($1, $2, $3, 'Intrus')`
const newLine = `insert into activity (id, company_id, site_id, actor_user_id, actor_name, actor_company_id, action, object_kind)
  values ($1, $2, $3, $4, 'Intrus', $5, 'site.updated', 'site')`

describe('a customer in its universe', () => {
  it('writes what is its own', async () => {
    const { companies, personas, bordeauxId } = app.world
    const me = personas.clientAdministrator
    expect(await attempt(me, 'client', newContact, [newId(), companies.client.id, bordeauxId])).toBeNull()
    expect(await attempt(me, 'client', newLine, [newId(), companies.client.id, bordeauxId, me.userId, companies.client.id])).toBeNull()
  })

  it('points to nothing of another company', async () => {
    const { companies, personas } = app.world
    const me = personas.clientAdministrator
    const other = companies.directClient
    const own = companies.client.id
    const theirContact = newId()
    await app.build.run(`insert into contacts (id, company_id, last_name) values ($1, $2, 'Libre')`, [theirContact, other.id])
    const attempts: [string, unknown[]][] = [
      [newContact, [newId(), own, other.headOfficeId]],
      [newUser, [newId(), own, theirContact]],
      ['update contacts set site_id = $2 where id = $1', [me.contactId, other.headOfficeId]],
      ['update users set site_id = $2 where id = $1', [me.userId, other.headOfficeId]],
      ['update sites set onsite_contact_id = $2 where id = $1', [companies.client.headOfficeId, theirContact]],
      ['insert into user_rights (user_id, right_id, company_id) values ($1, $2, $3)', [me.userId, other.administratorRightId, own]],
      [
        'insert into user_rights (user_id, right_id, company_id) values ($1, $2, $3)',
        [personas.directClientAdministrator.userId, companies.client.administratorRightId, own],
      ],
      [
        'insert into right_sites (right_id, site_id, company_id) values ($1, $2, $3)',
        [companies.client.administratorRightId, other.headOfficeId, own],
      ],
      [newLine, [newId(), own, other.headOfficeId, me.userId, own]],
      [
        `insert into payment_details (id, company_id, site_id, holder_name, iban_sealed, iban_masked, mandate_reference) values ($1, $2, $3, 'x', '', 'x', 'x')`,
        [newId(), own, other.headOfficeId],
      ],
    ]
    for (const [text, values] of attempts) expect(await attempt(me, 'client', text, values), text).toMatch(refused)
  })

  it('makes nobody an administrator, active or another login by hand', async () => {
    const { companies, personas } = app.world
    const me = personas.clientAdministrator
    const contact = newId()
    await app.build.run(`insert into contacts (id, company_id, last_name) values ($1, $2, 'Futur')`, [contact, companies.client.id])
    const into = (columns: string, values: string) =>
      `insert into users (id, company_id, contact_id, display_name, ${columns}) values ($1, $2, $3, 'Intrus', ${values})`
    const values = [newId(), companies.client.id, contact]
    expect(await attempt(me, 'client', newUser, values)).toBeNull()
    for (const [columns, given] of [
      ['is_administrator', 'true'],
      ['state', "'active'"],
      ['login_number', '7'],
      ['ambassador_id', 'null'],
    ] as const)
      expect(await attempt(me, 'client', into(columns, given), values), columns).toMatch(refused)
    expect(await attempt(me, 'client', 'update users set is_administrator = true where id = $1', [me.userId])).toMatch(refused)
  })

  it('answers none of its own proposals', async () => {
    const { companies, personas } = app.world
    const propose = (state: string, answer: string | null) =>
      attempt(
        personas.clientAdministrator,
        'client',
        `insert into company_proposals (id, company_id, field, new_value, state, answer, proposed_by) values ($1, $2, 'name', 'x', $3, $4, 'x')`,
        [newId(), companies.client.id, state, answer],
      )
    expect(await propose('pending', null)).toBeNull()
    expect(await propose('accepted', null)).toMatch(refused)
    expect(await propose('pending', 'oui')).toMatch(refused)
  })

  it('changes the identity of its own company, as its administrator', async () => {
    const { companies, personas } = app.world
    const rename = (who: Persona, universe: Universe) =>
      attempt(who, universe, `update companies set name = 'Autre nom' where id = $1`, [companies.client.id])
    const keep = (who: Persona, universe: Universe) =>
      attempt(
        who,
        universe,
        `insert into company_proposals (id, company_id, field, new_value, state, proposed_by) values ($1, $2, 'name', 'x', 'applied', 'x')`,
        [newId(), companies.client.id],
      )
    expect(await rename(personas.clientAdministrator, 'client')).toBeNull()
    expect(await rename(personas.companyReader, 'client')).toMatch(refused)
    expect(await rename(personas.ambassadorAdministrator, 'ambassador')).toMatch(refused)
    expect(await keep(personas.clientAdministrator, 'client')).toBeNull()
    expect(await keep(personas.ambassadorAdministrator, 'ambassador')).toMatch(refused)
  })

  it('signs the history with its own name only', async () => {
    const { companies, personas } = app.world
    const me = personas.ambassadorAdministrator
    const line = (user: string, company: string) => [newId(), companies.client.id, null, user, company]
    expect(await attempt(me, 'ambassador', newLine, line(me.userId, companies.ambassador.id))).toBeNull()
    expect(await attempt(me, 'ambassador', newLine, line(personas.clientAdministrator.userId, companies.ambassador.id))).toMatch(refused)
    expect(await attempt(me, 'ambassador', newLine, line(me.userId, companies.client.id))).toMatch(refused)
  })
})

describe('a proposal about the sheet', () => {
  it('is read by those whose right holds everywhere', async () => {
    const { companies, personas } = app.world
    await app.build.run(
      `insert into company_proposals (id, company_id, field, new_value, proposed_by) values ($1, $2, 'name', 'Autre nom', 'x')`,
      [newId(), companies.client.id],
    )
    const seen = async (who: Persona) =>
      (await app.call(who, listProposals, { params: { company: companies.client.reference } })).body.items.length
    expect(await seen(personas.clientAdministrator)).toBe(1)
    expect(await seen(personas.bordeauxEditor)).toBe(0)
  })
})

describe('the history of a client', () => {
  it('shows its partner and its own people what each may know', async () => {
    const { companies, personas } = app.world
    const write = (action: string) =>
      app.build.run(
        `insert into activity (id, company_id, actor_user_id, actor_name, actor_company_id, ip, action, object_kind) values ($1, $2, $3, 'x', $2, '203.0.113.1', $4, 'user')`,
        [newId(), companies.client.id, personas.clientAdministrator.userId, action],
      )
    const accounts = ['session.opened', 'factor.added', 'backup_codes.renewed', 'password.changed', 'terms.accepted']
    for (const action of [...accounts, 'user.invited']) await write(action)
    const params = { company: companies.client.reference }
    const own = await app.call(personas.clientAdministrator, listActivity, { params })
    expect(own.body.items.map(({ action }) => action).sort()).toEqual([...accounts, 'user.invited'].sort())
    const partner = await app.call(personas.ambassadorAdministrator, listActivity, { universe: 'ambassador', params })
    expect(partner.body.items.map(({ action }) => action)).toEqual(['user.invited'])
  })
})
