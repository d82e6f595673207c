import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as contract from '#api/identity/account/account'
import * as session from '#api/identity/sign-in/session'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'
import { type Browser, browser, givePassword, runWorker, testPassword } from '../browser.fixture.ts'

let app: TestApp
let person: Persona
let here: Browser
let number = 0
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())
beforeEach(async () => {
  person = await app.build.addPerson({ lastName: `Compte ${'ABCDEFGHIJ'[number++]}`, company: app.world.companies.client })
  await givePassword(app, person.userId)
  here = browser(app)
  await here.call(session.signIn, { body: { login: person.login, password: testPassword } })
  await runWorker(app)
})

describe('my information', () => {
  it('is read and changed, with its version and its history', async () => {
    const { body } = await here.call(contract.readAccount)
    expect(body).toMatchObject({ login: person.login, abilities: { edit: true }, version: 1 })
    const saved = await here.call(contract.editAccount, {
      body: { firstName: 'Dominique', jobTitle: 'Gérance', mobile: '06 39 98 00 01', version: body.version },
    })
    expect(saved.body).toMatchObject({ firstName: 'Dominique', jobTitle: 'Gérance', mobile: '+33639980001', version: 2 })
    const { rows } = await app.build.run('select display_name from users where id = $1', [person.userId])
    expect(rows[0].display_name).toBe(`Dominique ${body.lastName}`)
    const stale = await here.call(contract.editAccount, { body: { firstName: 'Claude', version: 1 } })
    expect(stale).toMatchObject({ status: 409, problem: { code: 'version_conflict', current: { firstName: 'Dominique', version: 2 } } })
    const wrong = await here.call(contract.editAccount, { body: { phone: '12', version: 2 } })
    expect(wrong.problem.errors).toEqual([expect.objectContaining({ path: 'phone', code: 'phone_invalid' })])
    const lines = await app.build.run(`select before, after from activity where action = 'account.updated' and actor_user_id = $1`, [
      person.userId,
    ])
    expect(lines.rows[0]).toMatchObject({ before: { firstName: 'Camille' }, after: { firstName: 'Dominique', mobile: '+33639980001' } })
  })

  it('moves the e-mail after a step-up only, and tells the former address', async () => {
    const { body } = await here.call(contract.readAccount)
    const move = () => here.call(contract.editAccount, { body: { email: 'nouvelle@test.example', version: body.version } })
    expect((await move()).problem.code).toBe('step_up_required')
    expect((await here.call(session.stepUp, { body: { method: 'password', password: 'Wrong-1!' } })).problem.code).toBe(
      'invalid_credentials',
    )
    expect((await here.call(session.stepUp, { body: { method: 'password', password: testPassword } })).status).toBe(200)
    expect((await move()).body.email).toBe('nouvelle@test.example')
    const mails = await runWorker(app)
    expect(mails.map(({ to }) => to)).toEqual([body.email])
  })

  it('keeps the language', async () => {
    expect((await here.call(contract.chooseLanguage, { body: { language: 'en' } })).status).toBe(204)
    expect((await here.call(session.readSession)).body.user.language).toBe('en')
  })
})

describe('my sessions', () => {
  it('are listed and ended, one or all others, never somebody else’s', async () => {
    const second = browser(app, '198.51.100.4')
    await second.call(session.signIn, { body: { login: person.login, password: testPassword } })
    const list = await here.call(contract.listAccountSessions)
    expect(list.body.items).toHaveLength(3)
    expect(list.body.items.filter(({ current }) => current)).toHaveLength(1)
    const other = list.body.items.find(({ ip }) => ip === '198.51.100.4')
    expect(other?.userAgent).toBe('Test browser')
    const foreign = app.world.personas.directClientAdministrator.sessionId
    expect((await here.call(contract.revokeAccountSession, { params: { session: foreign } })).status).toBe(404)
    expect((await here.call(contract.revokeAccountSession, { params: { session: 'nonsense' } })).status).toBe(404)
    expect((await here.call(contract.revokeAccountSession, { params: { session: other?.id ?? '' } })).status).toBe(204)
    expect((await second.call(session.readSession)).status).toBe(401)
    expect((await here.call(contract.revokeOtherSessions)).body).toEqual({ revoked: 1 })
    expect((await here.call(session.readSession)).status).toBe(200)
  })

  it('show nothing of a person to who looks as them', async () => {
    await app.build.run(
      `update sessions set view_as_user_id = $1, view_as_reason = 'Demande du client' where token_hash = sha256($2::bytea)`,
      [app.world.personas.clientAdministrator.userId, Buffer.from(here.cookies.get('session') ?? '')],
    )
    expect((await here.call(session.readSession)).body).toMatchObject({
      viewAs: { reason: 'Demande du client' },
      user: { login: app.world.personas.clientAdministrator.login },
      factors: [],
    })
    expect((await here.call(contract.readAccount)).body).toMatchObject({
      login: app.world.personas.clientAdministrator.login,
      abilities: { edit: false },
    })
    for (const endpoint of [contract.listAccountSessions, contract.listFactors, contract.revokeOtherSessions, contract.startPasskey])
      expect((await here.call(endpoint)).problem.code).toBe('read_only_session')
    expect((await here.call(contract.editAccount, { body: { firstName: 'X', version: 1 } })).problem.code).toBe('read_only_session')
  })
})
