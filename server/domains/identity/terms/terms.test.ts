import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as contract from '#api/identity/sign-in/session'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import { browser, givePassword, testPassword } from '../browser.fixture.ts'
import { readArticles, writeArticles } from './articles.ts'
import { syncTerms } from './sync-terms.ts'
import { termsEnglish } from './terms-english.ts'
import { termsFrench, termsVersion } from './terms-french.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

it('says the same articles in both languages, and reads what it wrote', () => {
  expect(termsEnglish).toHaveLength(termsFrench.length)
  expect(termsEnglish.map(({ paragraphs }) => paragraphs.length)).toEqual(termsFrench.map(({ paragraphs }) => paragraphs.length))
  expect(readArticles(writeArticles(termsFrench))).toEqual(termsFrench)
})

it('publishes a version once and asks a new one of everybody, signed in or not', async () => {
  const { nobody } = app.world.personas
  await givePassword(app, nobody.userId)
  const here = browser(app)
  expect((await here.call(contract.signIn, { body: { login: nobody.login, password: testPassword } })).body.next).toBe('complete')
  const owner = new pg.Client({ connectionString: app.urls.owner })
  await owner.connect()
  await syncTerms(owner)
  expect((await here.call(contract.readSession)).body.next).toBe('complete')

  await owner.query('delete from terms_acceptances')
  await owner.query('update terms_versions set version = $1', ['2025-01'])
  await syncTerms(owner)
  await owner.end()
  expect((await here.call(contract.readSession)).body.next).toBe('accept_terms')
  expect((await here.call(contract.rememberUniverse, { body: { universe: 'client' } })).problem.code).toBe('terms_not_accepted')
  const { body } = await here.call(contract.readTerms, { query: { language: 'en' } })
  expect(body).toMatchObject({ version: termsVersion, language: 'en' })
  expect((await here.call(contract.acceptTerms, { body: { version: body.version, accepted: true } })).body.next).toBe('complete')
})
