import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listRights } from '#api/access/rights'
import { inviteUser, listAllUsers, listUsers, reactivateUser, readUser, resendInvitation, suspendUser } from '#api/identity/users/users'
import type { Universe } from '#api/universes'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona, WorldCompany } from '../../../testing/world.ts'

let app: TestApp
let client: WorldCompany
let administrator: Persona
let bordeaux: string
beforeAll(async () => {
  app = await testApp()
  client = app.world.companies.client
  administrator = app.world.personas.clientAdministrator
  bordeaux = app.world.bordeauxId
})
afterAll(() => app?.close())

const contact = (changes: object = {}) => ({
  firstName: 'Anaïs',
  lastName: `Dupont${Math.random()
    .toString(36)
    .replaceAll(/[^a-z]/g, '')}`,
  email: 'anais@test.example',
  ...changes,
})
const invite = (
  who: Persona,
  body: object = {},
  { company = client, universe, headers }: { company?: WorldCompany; universe?: Universe; headers?: Record<string, string> } = {},
) =>
  app.call(who, inviteUser, {
    ...(universe ? { universe } : {}),
    ...(headers ? { headers } : {}),
    params: { company: company.reference },
    body: { contact: contact(), language: 'fr', rightIds: [], ...body } as never,
  })
const jobs = async (login: string) =>
  (
    await app.build.run(
      `select j.id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id join users u on u.id = (j.payload ->> 'userId')::uuid
       where t.identifier = 'identity.send_initialisation' and u.login = $1`,
      [login],
    )
  ).rowCount
const act = (
  who: Persona,
  endpoint: typeof suspendUser | typeof reactivateUser | typeof resendInvitation,
  target: { login: string },
  universe?: Universe,
  company = client,
) =>
  app.call(who, endpoint as typeof suspendUser, {
    ...(universe ? { universe } : {}),
    params: { company: company.reference, login: target.login },
  })
const lastAction = async (login: string) =>
  (await app.build.run('select * from activity where object_reference = $1 order by at desc, id desc limit 1', [login])).rows[0]

describe('an invitation', () => {
  it('creates contact, login and mail in one go', async () => {
    const { status, body } = await invite(administrator, { rightIds: [client.administratorRightId] })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      login: expect.stringMatching(/^E-\d{9}$/),
      state: 'invited',
      lastSignInAt: null,
      isAdministrator: true,
      universes: ['client'],
      abilities: { resend: true, suspend: true, reactivate: false, assignRights: true },
    })
    expect(await jobs(body.login)).toBe(1)
  })

  it('has one effect for one key, however often it is sent', async () => {
    const body = { contact: contact() }
    const headers = { 'idempotency-key': 'invite-1' }
    const first = await invite(administrator, body, { headers })
    const second = await invite(administrator, body, { headers })
    expect(second.body.login).toBe(first.body.login)
    expect((await invite(administrator, {}, { headers })).problem.code).toBe('idempotency_mismatch')
  })

  it('takes a contact of the company that has an e-mail and no access yet', async () => {
    const add = async (email: string | null, company = client) => {
      const { rows } = await app.build.run(
        `insert into contacts (id, company_id, first_name, last_name, email) values (gen_random_uuid(), $1, 'Jean', 'Connu', $2) returning id`,
        [company.id, email],
      )
      return rows[0].id as string
    }
    const known = await add('jean@test.example')
    const { status, body } = await invite(administrator, { contact: null, contactId: known })
    expect(status).toBe(201)
    expect(body).toMatchObject({ name: 'Jean Connu', email: 'jean@test.example', contactId: known })
    expect((await invite(administrator, { contact: null, contactId: known })).problem.code).toBe('already_exists')
    const errors = async (contactId: string) => (await invite(administrator, { contact: null, contactId })).problem.errors
    expect(await errors(await add(null))).toMatchObject([{ path: 'contactId', code: 'contact_email_missing' }])
    expect(await errors(await add('x@test.example', app.world.companies.directClient))).toMatchObject([{ code: 'contact_unknown' }])
    expect((await invite(administrator, { contact: null })).problem.errors).toMatchObject([{ path: 'contactId', code: 'required' }])
  })

  it('says which field is wrong', async () => {
    const { problem } = await invite(administrator, { contact: contact({ email: 'faux', lastName: '' }) })
    expect(problem.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'contact.email', code: 'email_invalid' }),
        expect.objectContaining({ path: 'contact.lastName', code: 'required' }),
      ]),
    )
  })

  it('needs the right to change the company, and delegation for rights', async () => {
    const { companyReader, bordeauxEditor } = app.world.personas
    expect((await invite(companyReader)).problem.code).toBe('forbidden')
    const writer = await app.build.addPerson({
      lastName: 'Ecrivain',
      company: client,
      rights: [{ universe: 'client', templates: ['company.write'] }],
    })
    expect((await invite(writer)).status).toBe(201)
    const before = (await app.build.run('select count(*) from users')).rows[0].count
    expect((await invite(writer, { rightIds: [client.administratorRightId] })).problem.code).toBe('forbidden')
    expect((await app.build.run('select count(*) from users')).rows[0].count).toBe(before)
    expect((await invite(bordeauxEditor)).problem.errors).toMatchObject([{ path: 'contact.siteId', code: 'required' }])
    const limited = await invite(bordeauxEditor, { contact: contact({ siteId: bordeaux }) })
    expect(limited.body.site).toMatchObject({ id: bordeaux })
    expect((await invite(bordeauxEditor, { contact: contact({ siteId: client.headOfficeId }) })).problem.errors).toMatchObject([
      { path: 'contact.siteId', code: 'site_unknown' },
    ])
  })

  it('is made by a partner for its client, as first administrator only if there is none', async () => {
    const { ambassadorAdministrator } = app.world.personas
    const options = { universe: 'ambassador' as const }
    expect((await invite(ambassadorAdministrator, {}, options)).status).toBe(201)
    expect((await invite(ambassadorAdministrator, { rightIds: [client.administratorRightId] }, options)).problem.code).toBe('forbidden')
    const orphan = await app.build.addCompany({ name: 'Sans personne', universes: ['client'], ambassador: app.world.companies.ambassador })
    const made = await invite(ambassadorAdministrator, { rightIds: [orphan.administratorRightId] }, { ...options, company: orphan })
    expect(made.body).toMatchObject({ isAdministrator: true, state: 'invited' })
    expect(await lastAction(made.body.login)).toMatchObject({ on_behalf_of: app.world.companies.ambassador.name })
    expect((await invite(ambassadorAdministrator, {}, { ...options, company: app.world.companies.endClient })).status).toBe(404)
  })

  it('makes one first administrator when two are invited at once', async () => {
    const { ambassadorAdministrator } = app.world.personas
    const orphan = await app.build.addCompany({ name: 'Course', universes: ['client'], ambassador: app.world.companies.ambassador })
    const answers = await Promise.all(
      [1, 2].map(() =>
        invite(ambassadorAdministrator, { rightIds: [orphan.administratorRightId] }, { universe: 'ambassador', company: orphan }),
      ),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 403])
  })

  it('is sent again as long as it was not used', async () => {
    const { body: user } = await invite(administrator)
    expect((await act(administrator, resendInvitation, user)).status).toBe(204)
    expect(await lastAction(user.login)).toMatchObject({ action: 'user.invitation_resent' })
    const listed = async (who: Persona) =>
      (await app.call(who, listUsers, { params: { company: client.reference }, query: { q: user.login } })).body.items[0]
    expect(await listed(administrator)).toMatchObject({ invitedAt: app.clock.now().toISOString(), abilities: { resend: true } })
    expect((await listed(app.world.personas.companyReader))?.abilities).toEqual({ resend: false })
    expect((await act(administrator, resendInvitation, administrator)).problem.code).toBe('conflict')
    const soon = await act(app.world.personas.ambassadorAdministrator, resendInvitation, user, 'ambassador')
    expect(soon).toMatchObject({ status: 429, problem: { code: 'invitation_just_sent', retryAfterSeconds: 60 } })
    for (let sent = 1; sent < 5; sent++) {
      app.clock.advance({ minutes: 1 })
      expect((await act(app.world.personas.ambassadorAdministrator, resendInvitation, user, 'ambassador')).status).toBe(204)
    }
    app.clock.advance({ minutes: 1 })
    expect(await act(administrator, resendInvitation, user)).toMatchObject({ status: 429, problem: { code: 'invitation_daily_limit' } })
    expect((await act(administrator, resendInvitation, (await invite(administrator)).body)).status).toBe(204)
  })
})

describe('a suspension', () => {
  it('ends the sessions at once and says so to the browser; the access can be given back', async () => {
    const target = await app.build.addPerson({
      lastName: 'Suspendu',
      company: client,
      rights: [{ universe: 'client', templates: ['company.read'] }],
    })
    await app.build.run(`insert into credentials (user_id, password_hash, changed_at) values ($1, 'x', now())`, [target.userId])
    const listener = new pg.Client({ connectionString: app.urls.owner })
    await listener.connect()
    const heard = new Promise<string>((resolve) =>
      listener.on('notification', (event) => /session.revoked/.test(event.payload ?? '') && resolve(event.payload ?? '')),
    )
    await listener.query('listen portal_events')
    const read = () => app.call(target, listRights, { params: { company: client.reference } })
    expect((await read()).status).toBe(200)
    const answer = await act(administrator, suspendUser, target)
    expect(answer.body).toMatchObject({ state: 'suspended', abilities: { suspend: false, reactivate: true, resend: false } })
    expect((await read()).status).toBe(401)
    expect(JSON.parse(await heard)).toMatchObject({ audience: { userId: target.userId }, ids: [] })
    await listener.end()
    expect((await act(administrator, suspendUser, target)).problem.code).toBe('conflict')
    expect((await act(administrator, reactivateUser, target)).body.state).toBe('active')
    // An old session does not come back to life.
    expect((await read()).status).toBe(401)
    expect(await lastAction(target.login)).toMatchObject({
      action: 'user.reactivated',
      before: { state: 'suspended' },
      after: { state: 'active' },
    })
  })

  it('of a person who never chose a password ends as an invitation', async () => {
    const { body: user } = await invite(administrator)
    await act(administrator, suspendUser, user)
    expect((await act(administrator, reactivateUser, user)).body.state).toBe('invited')
  })

  it('is refused on oneself, on an administrator by another than one, by a partner, and out of one’s sites', async () => {
    const writer = await app.build.addPerson({
      lastName: 'Ecrivaine',
      company: client,
      rights: [{ universe: 'client', templates: ['company.write'] }],
    })
    expect((await act(administrator, suspendUser, administrator)).problem.code).toBe('forbidden')
    expect((await act(writer, suspendUser, administrator)).problem.code).toBe('forbidden')
    expect((await act(app.world.personas.ambassadorAdministrator, suspendUser, writer, 'ambassador')).problem.code).toBe('forbidden')
    expect((await act(app.world.personas.bordeauxEditor, suspendUser, writer)).status).toBe(404)
    expect(
      (await act(app.world.personas.directClientAdministrator, suspendUser, writer, 'client', app.world.companies.directClient)).status,
    ).toBe(404)
    expect((await act(app.world.personas.carrierAdministrator, suspendUser, writer, 'carrier')).status).toBe(200)
  })

  it('never leaves a company without an active administrator, even when two suspend each other', async () => {
    const { carrierAdministrator } = app.world.personas
    for (let round = 0; round < 5; round++) {
      const company = await app.build.addCompany({ name: `Duel ${round}`, universes: ['client'] })
      const one = await app.build.addPerson({ lastName: 'Un', company, administrator: true })
      const two = await app.build.addPerson({ lastName: 'Deux', company, administrator: true })
      const answers = await Promise.all([act(one, suspendUser, two, 'client', company), act(two, suspendUser, one, 'client', company)])
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
      const active = await app.build.run(`select login from users where company_id = $1 and state = 'active'`, [company.id])
      expect(active.rowCount).toBe(1)
      const last = await act(carrierAdministrator, suspendUser, active.rows[0], 'carrier', company)
      expect(last.problem.code).toBe('last_administrator')
    }
  })
})

describe('the lists', () => {
  it('shows a company’s people, sorted by name without accents, by pages both ways', async () => {
    const company = await app.build.addCompany({ name: 'Nombreuse', universes: ['client'] })
    const boss = await app.build.addPerson({ firstName: 'Zoé', lastName: 'Zed', company, administrator: true })
    for (let index = 0; index < 60; index++)
      await app.build.addPerson({ firstName: index % 2 ? 'Éric' : 'Eric', lastName: `Nom${String(index).padStart(2, '0')}`, company })
    const list = (query: object) => app.call(boss, listUsers, { params: { company: company.reference }, query })
    const first = await list({})
    expect(first.body.items).toHaveLength(50)
    expect(first.body.total).toBe(61)
    expect(first.body.items.map((user) => user.name.slice(5))).toEqual(
      Array.from({ length: 50 }, (_, index) => `Nom${String(index).padStart(2, '0')}`),
    )
    const second = await list({ cursor: first.body.next ?? '' })
    expect(second.body.items).toHaveLength(11)
    expect((await list({ cursor: second.body.previous ?? '' })).body.items.map((user) => user.login)).toEqual(
      first.body.items.map((user) => user.login),
    )
    expect((await list({ q: 'eric nom07' })).body.items).toMatchObject([{ name: 'Éric Nom07' }])
    expect((await list({ q: boss.login.toLowerCase() })).body.items).toMatchObject([{ name: 'Zoé Zed', isAdministrator: true }])
    expect((await list({ q: 'zo.zed@' })).body.items).toHaveLength(1)
    expect((await list({ state: 'suspended' })).body).toMatchObject({ items: [], total: 0 })
    expect((await list({ sort: '-lastSignIn', neverSignedIn: 'true' })).status).toBe(200)
    expect((await list({ sort: 'nope' })).problem.errors).toMatchObject([{ code: 'sort_unknown' }])
  })

  it('shows a person limited to a site the people of that site', async () => {
    const { body } = await app.call(app.world.personas.bordeauxEditor, listUsers, { params: { company: client.reference } })
    expect(body.items.length).toBeGreaterThan(0)
    expect(body.items.every((user) => user.site?.id === bordeaux)).toBe(true)
    expect(
      (await app.call(app.world.personas.bordeauxEditor, readUser, { params: { company: client.reference, login: administrator.login } }))
        .status,
    ).toBe(404)
  })

  it('shows partners their clients’ people and the carrier everybody', async () => {
    const { ambassadorAdministrator, operatorAdministrator, carrierAdministrator, companyReader } = app.world.personas
    const all = async (who: Persona, universe: Universe, query: object = {}) => app.call(who, listAllUsers, { universe, query })
    const companies = (answer: Awaited<ReturnType<typeof all>>) => new Set(answer.body.items.map((user) => user.company.name))
    const partner = await all(ambassadorAdministrator, 'ambassador')
    expect(companies(partner)).toContain('Ma Société')
    expect(companies(partner)).not.toContain('Client Final')
    expect(companies(await all(operatorAdministrator, 'operator'))).toEqual(new Set(['Horizon Télécom', 'Client Final']))
    expect(companies(await all(carrierAdministrator, 'carrier', { q: 'final' }))).toEqual(new Set(['Client Final']))
    expect(companies(await all(carrierAdministrator, 'carrier', { company: client.reference }))).toEqual(new Set(['Ma Société']))
    expect((await all(companyReader, 'client')).status).toBe(404)
    expect((await all(companyReader, 'carrier')).problem.code).toBe('forbidden')
  })

  it('follows a contact that is renamed or moves to another site', async () => {
    const { body: user } = await invite(administrator)
    await app.build.run(`update contacts set last_name = 'Mariée', site_id = $1 where id = $2`, [bordeaux, user.contactId])
    const { body } = await app.call(administrator, readUser, { params: { company: client.reference, login: user.login } })
    expect(body).toMatchObject({ name: 'Anaïs Mariée', site: { id: bordeaux } })
  })
})
