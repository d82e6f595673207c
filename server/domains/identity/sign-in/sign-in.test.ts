import { hash } from '@node-rs/argon2'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readHome } from '#api/home/home'
import * as account from '#api/identity/account/account'
import * as contract from '#api/identity/sign-in/session'
import { portalRoutes } from '../../../app.ts'
import { type TestApp, testApp, testTools } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'
import { type Browser, browser, givePassword, runWorker, testPassword } from '../browser.fixture.ts'
import { passwords } from './password-hasher.ts'

let app: TestApp
let person: Persona
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

let number = 0
beforeEach(async () => {
  person = await app.build.addPerson({
    lastName: `Personne ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[number++ % 26]}`,
    company: app.world.companies.client,
    administrator: true,
  })
  await givePassword(app, person.userId)
  await app.build.run('delete from sign_in_failures')
})

const signIn = (from: Browser, password = testPassword, login = person.login) => from.call(contract.signIn, { body: { login, password } })

describe('sign-in', () => {
  it('opens a complete session with rights, and closes it', async () => {
    const here = browser(app)
    const answer = await signIn(here, testPassword, person.login.toLowerCase().replace('e-', 'e '))
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ next: 'complete', isAdministrator: true, user: { login: person.login }, viewAs: null, factors: [] })
    expect(answer.body.universes.map(({ universe }) => universe)).toEqual(['client'])
    expect(answer.body.universes[0]?.grants['company.write']).toBe('all')
    expect([...here.cookies.keys()].sort()).toEqual(['device', 'session', 'signed-in'])
    expect(here.cookies.get('session')).toMatch(/^c/)
    expect((await here.call(contract.readSession)).body.user.login).toBe(person.login)
    expect((await here.call(readHome, { universe: 'client' })).status).toBe(200)
    const stolen = new Map(here.cookies)
    expect((await here.call(contract.signOut)).status).toBe(204)
    expect(here.cookies.has('session')).toBe(false)
    here.cookies.set('session', stolen.get('session') ?? '')
    expect((await here.call(contract.readSession)).problem.code).toBe('unauthenticated')
    expect((await here.call(readHome, { universe: 'client' })).status).toBe(401)
  })

  it('takes a password in both encodings; a hash of the other one is made again', async () => {
    const [composed, decomposed] = ['Été-2026!ça', 'Été-2026!ça'.normalize('NFD')]
    await app.build.run('update credentials set password_hash = $2 where user_id = $1', [person.userId, await hash(decomposed)])
    expect((await signIn(browser(app), composed)).status).toBe(401)
    expect((await signIn(browser(app), decomposed)).status).toBe(200)
    const here = browser(app)
    expect((await signIn(here, composed)).status).toBe(200)
    expect((await here.call(contract.stepUp, { body: { method: 'password', password: decomposed } })).status).toBe(200)
  })

  it('marks the session of an operator’s client', async () => {
    const { endClientAdministrator } = app.world.personas
    await givePassword(app, endClientAdministrator.userId)
    const here = browser(app)
    await signIn(here, testPassword, endClientAdministrator.login)
    expect(here.cookies.get('session')).toMatch(/^e/)
  })

  it('answers and works the same for every wrong sign-in', async () => {
    const suspended = await app.build.addPerson({ lastName: 'Suspendu', company: app.world.companies.client })
    await givePassword(app, suspended.userId)
    await app.build.run(`update users set state = 'suspended' where id = $1`, [suspended.userId])
    const invited = await app.build.addPerson({ lastName: 'Attendu', company: app.world.companies.client })
    await app.build.run(`update users set state = 'invited' where id = $1`, [invited.userId])
    const attempts: [string, string][] = [
      [person.login, 'Wrong-2026!'],
      ['E-999999999', testPassword],
      ['nobody', testPassword],
      ['nul\0', testPassword],
      [suspended.login, testPassword],
      [invited.login, testPassword],
    ]
    const answers = []
    for (const [login, password] of attempts) {
      const before = passwords.performed
      const { problem } = await signIn(browser(app), password, login)
      answers.push({ ...problem, requestId: '', work: passwords.performed - before })
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 401, code: 'invalid_credentials', work: 1 })
  })

  it('opens nothing with a password that changes at that very moment', async () => {
    await app.build.run('begin')
    await app.build.run(`update credentials set password_hash = $2 where user_id = $1`, [
      person.userId,
      await passwords.hash('Autre-2026!'),
    ])
    const late = signIn(browser(app))
    const waiting = `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
    await expect.poll(async () => (await app.build.run(waiting)).rows[0].n).toBeGreaterThan(0)
    await app.build.run('commit')
    expect((await late).problem.code).toBe('invalid_credentials')
  })

  it('opens as many sessions as are asked for at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => signIn(browser(app))))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  })

  it('ends after twelve idle hours, lives on when used, and ends after seven days whatever happens', async () => {
    const idle = browser(app)
    const used = browser(app)
    await signIn(idle)
    await signIn(used)
    for (let hours = 0; hours < 13; hours += 6.5) {
      app.clock.advance({ minutes: 390 })
      expect((await used.call(readHome, { universe: 'client' })).status).toBe(200)
      await expect
        .poll(
          async () => (await app.build.run(`select max(last_seen_at) as at from sessions where user_id = $1`, [person.userId])).rows[0].at,
        )
        .toEqual(app.clock.now())
    }
    expect((await idle.call(contract.readSession)).status).toBe(401)
    expect((await idle.call(readHome, { universe: 'client' })).status).toBe(401)
    await app.build.run(`update sessions set last_seen_at = expires_at where user_id = $1`, [person.userId])
    app.clock.advance({ days: 7 })
    expect((await used.call(contract.readSession)).status).toBe(401)
  })

  it('remembers the last universe of those the company has', async () => {
    const here = browser(app)
    await signIn(here)
    expect((await here.call(contract.rememberUniverse, { body: { universe: 'carrier' } })).status).toBe(403)
    expect((await here.call(contract.rememberUniverse, { body: { universe: 'client' } })).status).toBe(204)
    expect((await here.call(contract.readSession)).body.lastUniverse).toBe('client')
  })
})

describe('delays', () => {
  it('slow the guesser down and never the person', async () => {
    const home = browser(app, '198.51.100.7')
    expect((await signIn(home)).status).toBe(200)
    const guesser = browser(app, '203.0.113.9')
    for (let attempt = 0; attempt < 6; attempt++) expect((await signIn(guesser, `Guess-${attempt}`)).status).toBe(401)
    const delayed = await signIn(guesser)
    expect(delayed).toMatchObject({ status: 429, problem: { code: 'sign_in_delayed', retryAfterSeconds: 5 } })
    // From many networks at once: the login itself is slowed for strangers only.
    for (let network = 0; network < 45; network++) await signIn(browser(app, `100.64.${network}.1`), 'Guess-1')
    expect((await signIn(browser(app, '100.65.1.1'))).status).toBe(429)
    expect((await signIn(browser(app, '198.51.100.99'))).status).toBe(200)
    // The known browser travels, and somebody in its new network guesses too.
    const travelling = browser(app, '203.0.113.50')
    travelling.cookies.set('device', home.cookies.get('device') ?? '')
    expect((await signIn(travelling)).status).toBe(200)
    app.clock.advance({ minutes: 16 })
    expect((await signIn(browser(app, '100.65.1.1'))).status).toBe(200)
  })

  it('count attempts sent at once', async () => {
    const guesser = browser(app, '203.0.113.77')
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => signIn(guesser, `Guess-${index}`)))
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(6)
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true)
  })

  it('mail the person when an unknown place signs in', async () => {
    await runWorker(app)
    await signIn(browser(app, '198.51.100.7'))
    expect((await runWorker(app)).filter(({ text }) => text.includes('nouvel endroit'))).toEqual([])
    await signIn(browser(app, '203.0.113.9'))
    const mails = await runWorker(app)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain('203.0.113.9')
  })
})

describe('stages', () => {
  const gated = async (here: Browser, code: string) => {
    // What a session that is not complete may call: itself, the terms, its second factors.
    const open = /^\/api\/(session|account\/factors|terms)/
    for (const { endpoint } of portalRoutes(testTools())) {
      if (endpoint.right === 'public' || (endpoint.right === 'partial' && open.test(endpoint.path))) continue
      const answer = await app.inject({
        method: endpoint.method,
        url: endpoint.path
          .replace(':universe', typeof endpoint.right === 'string' ? 'client' : (endpoint.right.universes[0] ?? 'client'))
          .replaceAll(/:\w+/g, '01999999-9999-7999-8999-999999999999'),
        headers: { cookie: `session=${here.cookies.get('session')}` },
        ...(endpoint.body ? { payload: {} } : {}),
      })
      const seen = JSON.parse(answer.body || '{}').code
      expect(answer.statusCode, `${endpoint.method} ${endpoint.path}`).toBeGreaterThanOrEqual(400)
      expect([code, 'validation_failed', 'unsupported_media_type', 'not_found', 'malformed_json'], `${endpoint.path} ${seen}`).toContain(
        seen,
      )
    }
  }

  it('show the terms first, then everything', async () => {
    await app.build.run('delete from terms_acceptances where user_id = $1', [person.userId])
    const here = browser(app)
    const first = await signIn(here)
    expect(first.body).toMatchObject({ next: 'accept_terms', universes: [] })
    await gated(here, 'terms_not_accepted')
    const terms = await here.call(contract.readTerms, { query: {} })
    expect(terms.body.articles.length).toBeGreaterThanOrEqual(10)
    expect((await here.call(contract.acceptTerms, { body: { version: '1999-01', accepted: true } })).status).toBe(409)
    const unticked = await here.call(contract.acceptTerms, { body: { version: terms.body.version, accepted: false as never } })
    expect(unticked.problem.errors).toEqual([expect.objectContaining({ path: 'accepted', code: 'terms_box_unticked' })])
    const before = here.cookies.get('session')
    const accepted = await here.call(contract.acceptTerms, { body: { version: terms.body.version, accepted: true } })
    expect(accepted.body.next).toBe('complete')
    expect(here.cookies.get('session')).not.toBe(before)
    const { rows } = await app.build.run('select version, ip, accepted_at from terms_acceptances where user_id = $1', [person.userId])
    expect(rows).toEqual([{ version: terms.body.version, ip: '192.0.2.10', accepted_at: app.clock.now() }])
  })

  it('ask for a factor that the company requires, then for it at each sign-in', async () => {
    const company = await app.build.addCompany({ name: 'Exigeante', universes: ['client'] })
    await app.build.run('update companies set second_factor_required = true where id = $1', [company.id])
    person = await app.build.addPerson({ lastName: 'Prudent', company, administrator: true })
    await givePassword(app, person.userId)
    const here = browser(app)
    expect((await signIn(here)).body.next).toBe('enrol_second_factor')
    await gated(here, 'second_factor_enrolment_required')
    const started = await here.call(account.startTotp, { body: { name: 'Téléphone' } })
    const code = () => generateSync({ secret: started.body.secret, epoch: Math.floor(app.clock.now().getTime() / 1000) })
    const wrong = await here.call(account.confirmTotp, { params: { factor: started.body.id }, body: { code: '000000' } })
    expect(wrong.problem.code).toBe('second_factor_invalid')
    const enrolled = await here.call(account.confirmTotp, { params: { factor: started.body.id }, body: { code: code() } })
    expect(enrolled.body).toMatchObject({ session: { next: 'complete', factors: ['totp', 'backup_code'] } })
    expect(enrolled.body.backupCodes).toHaveLength(10)

    app.clock.advance({ minutes: 2 })
    const next = browser(app)
    expect((await signIn(next)).body).toMatchObject({ next: 'second_factor', universes: [], factors: ['totp', 'backup_code'] })
    await gated(next, 'second_factor_required')
    const used = code()
    expect((await next.call(contract.proveSecondFactor, { body: { method: 'totp', code: used } })).body.next).toBe('complete')
    const replay = browser(app)
    await signIn(replay)
    expect((await replay.call(contract.proveSecondFactor, { body: { method: 'totp', code: used } })).problem.code).toBe(
      'second_factor_used',
    )
    const backup = enrolled.body.backupCodes?.[0] ?? ''
    expect((await replay.call(contract.proveSecondFactor, { body: { method: 'backup_code', code: backup.toUpperCase() } })).body.next).toBe(
      'complete',
    )
    const again = browser(app)
    await signIn(again)
    expect((await again.call(contract.proveSecondFactor, { body: { method: 'backup_code', code: backup } })).status).toBe(401)

    // Step-up: the password alone is not enough any more.
    expect((await next.call(contract.stepUp, { body: { method: 'password', password: testPassword } })).problem.code).toBe(
      'second_factor_required',
    )
    expect((await next.call(account.removeFactor, { params: { factor: started.body.id } })).problem.code).toBe('step_up_required')
    app.clock.advance({ minutes: 1 })
    expect((await next.call(contract.stepUp, { body: { method: 'totp', code: code() } })).status).toBe(200)
    expect((await next.call(account.removeFactor, { params: { factor: started.body.id } })).problem.code).toBe('conflict')
    expect((await next.call(account.renewBackupCodes)).body.codes).toHaveLength(10)
    app.clock.advance({ minutes: 11 })
    expect((await next.call(account.renewBackupCodes)).problem.code).toBe('step_up_required')
  })
})
