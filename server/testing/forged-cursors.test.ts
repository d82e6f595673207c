import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portalRoutes } from '../app.ts'
import { type TestApp, testApp, testTools, urlOf } from './test-app.ts'

/** A cursor is only a place in a list: one that somebody wrote by hand is refused, or shows rows that the list shows anyway. */
let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

const uuid = '01999999-9999-7999-8999-999999999999'
const values = ['x', '', 1.5, 1e300, true, null, '9999999-99-99', uuid]
const lists = portalRoutes(testTools()).filter(
  ({ endpoint }) => endpoint.query && JSON.stringify(endpoint.query._zod.def).includes('cursor'),
)

describe('a forged cursor', () => {
  it('has lists to be tried on', () => expect(lists.length).toBeGreaterThan(4))

  it.each(lists.map(({ endpoint }) => [endpoint.path, endpoint] as const))('breaks nothing at %s', async (_, endpoint) => {
    if (typeof endpoint.right === 'string') return
    const { personas, companies } = app.world
    const universe = endpoint.right.universes.includes('client') ? 'client' : 'carrier'
    const who = universe === 'client' ? personas.clientAdministrator : personas.carrierAdministrator
    const url = urlOf(endpoint, universe, { company: companies.client.reference })
    const keys = [
      'name',
      'default',
      'at',
      '-at',
      'createdAt',
      '-createdAt',
      'login',
      'lastSignIn',
      'state',
      'reference',
      'email',
      '__proto__',
    ]
    for (const key of keys)
      for (const value of values)
        for (const tie of [uuid, 'nope']) {
          const cursor = Buffer.from(JSON.stringify([key, 0, value, tie])).toString('base64url')
          const answer = await app.inject({ method: 'GET', url: `${url}?cursor=${cursor}`, headers: { cookie: `session=${who.token}` } })
          expect([200, 422], `${key} ${value} ${tie} ${answer.body}`).toContain(answer.statusCode)
        }
  })
})
