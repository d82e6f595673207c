import { generateSync } from 'otplib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requireSecondFactor } from '#api/companies/company/company'
import { readHome } from '#api/home/home'
import * as account from '#api/identity/account/account'
import * as contract from '#api/identity/sign-in/session'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import { type Browser, browser, givePassword, testPassword } from '../browser.fixture.ts'

/** Somebody who only knows the password opens sessions before the person enrols a second factor: none of them gets in afterwards. */
let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

let number = 0
const newPerson = async (terms: boolean, required: boolean) => {
  const letter = 'ABCDEFGH'[number++ % 8]
  const company = await app.build.addCompany({ name: `Société ${letter}`, universes: ['client'] })
  const person = await app.build.addPerson({ lastName: `Attente ${letter}`, company, administrator: true })
  await givePassword(app, person.userId, { terms })
  if (required) await app.build.run('update companies set second_factor_required = true where id = $1', [company.id])
  return person
}
const signIn = async (login: string, ip: string): Promise<Browser> => {
  const here = browser(app, ip)
  expect((await here.call(contract.signIn, { body: { login, password: testPassword } })).status).toBe(200)
  return here
}
const enrol = async (here: Browser) => {
  const { body: begun } = await here.call(account.startTotp, { body: { name: 'Téléphone' } })
  const code = generateSync({ secret: begun.secret, epoch: Math.floor(app.clock.now().getTime() / 1000) })
  return here.call(account.confirmTotp, { params: { factor: begun.id }, body: { code } })
}

describe('a session opened with the password alone', () => {
  it('that waits to enrol ends when the person enrols', async () => {
    const person = await newPerson(true, true)
    const thief = await signIn(person.login, '203.0.113.5')
    const owner = await signIn(person.login, '198.51.100.5')
    expect((await enrol(owner)).body.session.next).toBe('complete')
    expect((await thief.call(account.startTotp, { body: { name: 'À moi' } })).status).toBe(401)
    expect((await thief.call(contract.readSession)).status).toBe(401)
    expect((await owner.call(readHome, { universe: 'client' })).status).toBe(200)
  })

  it('that waits before the terms ends when the person enrols', async () => {
    const person = await newPerson(false, false)
    const thief = await signIn(person.login, '203.0.113.5')
    const owner = await signIn(person.login, '198.51.100.5')
    const accept = async (here: Browser) => {
      const { body } = await here.call(contract.readTerms)
      return here.call(contract.acceptTerms, { body: { version: body.version, accepted: true } })
    }
    expect((await accept(owner)).body.next).toBe('complete')
    await owner.call(contract.stepUp, { body: { method: 'password', password: testPassword } })
    expect((await enrol(owner)).status).toBe(200)
    expect((await accept(thief)).status).toBe(401)
    expect((await thief.call(readHome, { universe: 'client' })).status).toBe(401)
  })

  it('has to enrol as soon as the company requires it', async () => {
    const person = await newPerson(true, false)
    const early = await signIn(person.login, '198.51.100.5')
    const params = { company: person.company.reference }
    expect((await app.call(person, requireSecondFactor, { params, body: { required: true } })).status).toBe(200)
    expect((await early.call(readHome, { universe: 'client' })).problem.code).toBe('second_factor_enrolment_required')
    expect((await enrol(early)).body.session.next).toBe('complete')
    expect((await early.call(readHome, { universe: 'client' })).status).toBe(200)
  })
})
