import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as account from '#api/identity/account/account'
import * as contract from '#api/identity/sign-in/session'
import { readMail } from '#api/notifications/sent-mails/sent-mails'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'
import { browser, givePassword, runWorker, testPassword, tokenIn } from '../browser.fixture.ts'
import { sendInitialisation } from '../initialisation-job.ts'
import { passwords } from '../sign-in/password-hasher.ts'

let app: TestApp
let person: Persona
const created: Persona[] = []
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())
beforeEach(async () => {
  person = await app.build.addPerson({
    lastName: `Lien ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[created.length]}`,
    company: app.world.companies.client,
    administrator: true,
  })
  created.push(person)
  await app.build.run('delete from sign_in_failures')
  await runWorker(app)
})

const newPassword = 'Nouveau-2027!'
const signIn = async (password: string, ip?: string) => {
  const from = browser(app, ip)
  return { from, answer: await from.call(contract.signIn, { body: { login: person.login, password } }) }
}
const invite = async (): Promise<string> => {
  await app.build.run(`update users set state = 'invited' where id = $1`, [person.userId])
  await app.store.identityAt(app.clock.now()).write((tx) => sendInitialisation.enqueue(tx, { userId: person.userId }))
  const mails = await runWorker(app)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).toContain('Initialisation du mot de passe')
  expect(mails[0]?.text).toContain(person.login)
  return tokenIn(mails[0])
}
const useLink = (token: string, password = newPassword) => browser(app).call(account.setPasswordByLink, { body: { token, password } })

describe('initialisation', () => {
  it('lets an invited person choose a password, once', async () => {
    const token = await invite()
    expect((await browser(app).call(account.checkPasswordLink, { body: { token } })).body).toMatchObject({
      login: person.login,
      kind: 'initialisation',
    })
    const weak = await useLink(token, 'abc')
    expect(weak).toMatchObject({ status: 422, problem: { code: 'password_too_weak' } })
    expect(weak.problem.errors?.map(({ code }) => code)).toEqual([
      'password_length',
      'password_uppercase',
      'password_digit',
      'password_special',
    ])
    expect((await useLink(token, `Aa!${person.login}`)).problem.errors?.map(({ code }) => code)).toEqual(['password_not_login'])
    expect((await useLink(token)).status).toBe(204)
    expect((await useLink(token, 'Encore-2028!')).problem.code).toBe('link_expired')
    expect((await browser(app).call(account.checkPasswordLink, { body: { token } })).status).toBe(410)
    expect((await signIn('Encore-2028!')).answer.status).toBe(401)
    expect((await signIn(newPassword)).answer.body.next).toBe('accept_terms')
  })

  it('is read again by staff without its link', async () => {
    const token = await invite()
    const { rows } = await app.build.run(
      `select id, content from mails where user_id = $1 and template = 'password-initialisation' order by created_at desc, id desc limit 1`,
      [person.userId],
    )
    const mail = await app.call(app.world.personas.carrierAdministrator, readMail, { universe: 'carrier', params: { mail: rows[0].id } })
    expect(mail.body.content).toMatchObject({
      title: `${person.login}, votre accès est prêt`,
      buttonLabel: 'Initialisation du mot de passe',
    })
    expect(JSON.stringify(mail.body)).not.toContain(token)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('keeps only the hash, and the last link', async () => {
    const first = await invite()
    const second = await invite()
    expect((await useLink(first)).status).toBe(410)
    const { rows } = await app.build.run('select encode(token_hash, $2) as hash from password_links where user_id = $1', [
      person.userId,
      'escape',
    ])
    expect(JSON.stringify(rows)).not.toContain(second)
    expect((await useLink(second)).status).toBe(204)
  })

  it('expires after seven days, and works one of two times at once', async () => {
    const late = await invite()
    app.clock.advance({ days: 7 })
    expect((await useLink(late)).status).toBe(410)
    const token = await invite()
    const answers = await Promise.all([useLink(token), useLink(token, 'Autre-2029!')])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410])
  })

  it('is nothing for a suspended person', async () => {
    const token = await invite()
    await app.build.run(`update users set state = 'suspended' where id = $1`, [person.userId])
    expect((await useLink(token)).status).toBe(410)
  })
})

describe('forgotten password', () => {
  const forget = (login: string) => browser(app).call(account.forgetPassword, { body: { login } })

  it('answers the same for everybody and mails only who exists', async () => {
    await givePassword(app, person.userId)
    const before = passwords.performed
    for (const login of ['E-999999999', 'nobody', person.login.toLowerCase()]) expect(await forget(login)).toMatchObject({ status: 204 })
    expect(passwords.performed).toBe(before)
    const mails = await runWorker(app)
    expect(mails).toHaveLength(1)
    const token = tokenIn(mails[0])
    const elsewhere = await signIn(testPassword)
    expect((await useLink(token)).status).toBe(204)
    expect((await elsewhere.from.call(contract.readSession)).status).toBe(401)
    expect((await signIn(testPassword)).answer.status).toBe(401)
    expect((await signIn(newPassword)).answer.status).toBe(200)
    expect((await runWorker(app)).filter(({ text }) => text.includes('a été modifié'))).toHaveLength(1)
  })

  it('lives an hour, and does not flood a mailbox', async () => {
    await givePassword(app, person.userId)
    await forget(person.login)
    const [mail] = await runWorker(app)
    await forget(person.login)
    expect(await runWorker(app)).toEqual([])
    app.clock.advance({ minutes: 61 })
    expect((await useLink(tokenIn(mail))).status).toBe(410)
  })

  it('asked by somebody else takes no link away, and tells fewer and fewer times', async () => {
    await givePassword(app, person.userId)
    await forget(person.login)
    const [first] = await runWorker(app)
    app.clock.advance({ minutes: 3 })
    const stranger = browser(app, '203.0.113.8')
    await stranger.call(account.forgetPassword, { body: { login: person.login } })
    const [second] = await runWorker(app)
    expect(second).toBeDefined()
    app.clock.advance({ minutes: 3 })
    await stranger.call(account.forgetPassword, { body: { login: person.login } })
    expect(await runWorker(app)).toEqual([])
    expect((await useLink(tokenIn(first))).status).toBe(204)
    expect((await useLink(tokenIn(second))).status).toBe(410)
  })

  it('slows down who asks for others', async () => {
    const stranger = browser(app, '203.0.113.66')
    const ask = () => stranger.call(account.forgetPassword, { body: { login: 'E-999999998' } })
    const answers = []
    for (let attempt = 0; attempt < 7; attempt++) answers.push((await ask()).status)
    expect(answers.slice(0, 6)).toEqual(Array(6).fill(204))
    expect(answers[6]).toBe(429)
    expect((await browser(app, '198.51.100.66').call(account.forgetPassword, { body: { login: 'E-999999998' } })).status).toBe(204)
  })

  it('sends nothing to a suspended person', async () => {
    await givePassword(app, person.userId)
    await app.build.run(`update users set state = 'suspended' where id = $1`, [person.userId])
    await forget(person.login)
    expect(await runWorker(app)).toEqual([])
  })
})

describe('links', () => {
  it('die with the address that they were sent to', async () => {
    await givePassword(app, person.userId)
    await browser(app).call(account.forgetPassword, { body: { login: person.login } })
    const [mail] = await runWorker(app)
    await app.build.run(`update contacts set email = 'other@test.example' where id = $1`, [person.contactId])
    expect((await useLink(tokenIn(mail))).status).toBe(410)
  })
})

describe('change of password', () => {
  it('needs the present one, ends the other sessions and warns', async () => {
    await givePassword(app, person.userId)
    const here = await signIn(testPassword)
    const other = await signIn(testPassword)
    const change = (currentPassword: string, password: string) =>
      here.from.call(account.changePassword, { body: { currentPassword, password } })
    expect((await change('Wrong-2026!', newPassword)).problem.errors).toEqual([{ path: 'currentPassword', code: 'password_wrong' }])
    expect((await change(testPassword, 'weak')).problem.code).toBe('password_too_weak')
    expect((await change(testPassword, newPassword)).status).toBe(204)
    expect((await here.from.call(contract.readSession)).status).toBe(200)
    expect((await other.from.call(contract.readSession)).status).toBe(401)
    expect((await runWorker(app)).filter(({ text }) => text.includes('a été modifié'))).toHaveLength(1)
    const { rows } = await app.build.run(`select action from activity where actor_user_id = $1 order by id`, [person.userId])
    expect(rows.map(({ action }) => action)).toEqual(['session.opened', 'session.opened', 'password.changed'])
  })

  it('slows down who guesses the present one', async () => {
    await givePassword(app, person.userId)
    const { from } = await signIn(testPassword)
    const answers = []
    for (let attempt = 0; attempt < 8; attempt++)
      answers.push(
        (await from.call(account.changePassword, { body: { currentPassword: `Guess-${attempt}`, password: newPassword } })).status,
      )
    expect(answers.slice(0, 6)).toEqual([422, 422, 422, 422, 422, 422])
    expect(answers.slice(6)).toEqual([429, 429])
  })
})
