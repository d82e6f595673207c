import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ListEndpoint } from '#api/list'
import { portalRoutes } from '../app.ts'
import { addOffer, addSubscription } from '../domains/subscriptions/subscriptions.factory.ts'
import { type TestApp, testApp, testTools, urlOf } from './test-app.ts'

/** What every list is declared to do, it does. */
let app: TestApp
beforeAll(async () => {
  app = await testApp()
  const { companies } = app.world
  await addSubscription(app.build, { offer: await addOffer(app.build), company: companies.client, pilot: 'Céline B.' })
})
afterAll(() => app?.close())

const isList = (endpoint: object): endpoint is ListEndpoint => 'list' in endpoint
const lists = portalRoutes(testTools()).flatMap(({ endpoint }) => (isList(endpoint) ? [endpoint] : []))

const ask = async (endpoint: ListEndpoint, path: string, query: Readonly<Record<string, unknown>> = {}) => {
  if (typeof endpoint.right === 'string') throw new Error(`${endpoint.path} has no universe.`)
  const { personas, companies } = app.world
  const { universes } = endpoint.right
  const universe = universes.includes('carrier') ? 'carrier' : universes.includes('operator') ? 'operator' : 'client'
  const who = { carrier: personas.carrierAdministrator, operator: personas.operatorAdministrator, client: personas.clientAdministrator }[
    universe
  ]
  return app.inject({
    method: 'GET',
    url: urlOf({ ...endpoint, path }, universe, { company: companies.client.reference }, query),
    headers: { cookie: `session=${who.token}` },
  })
}

describe('every list', () => {
  it('is found here, each under a name of its own', () => {
    expect(lists.length).toBeGreaterThan(15)
    const screens = lists.map(({ list }) => list.screen)
    expect(screens.filter((screen, index) => screens.indexOf(screen) !== index)).toEqual([])
  })

  describe.each(lists.map((endpoint) => [endpoint.path, endpoint] as const))('%s', (_, endpoint) => {
    it('is sorted by what it says, both ways, and by nothing else', async () => {
      expect(endpoint.list.sorts).toContain(endpoint.list.defaultSort.replace(/^-/, ''))
      for (const key of endpoint.list.sorts)
        for (const sort of [key, `-${key}`]) {
          const answer = await ask(endpoint, endpoint.path, { sort })
          expect(answer.statusCode, `${sort}: ${answer.body.slice(0, 300)}`).toBe(200)
        }
      expect((await ask(endpoint, endpoint.path, { sort: '__proto__' })).json().errors).toEqual([{ path: 'sort', code: 'sort_unknown' }])
    })

    it('gives between one and two hundred rows', async () => {
      for (const limit of [1, 200]) expect((await ask(endpoint, endpoint.path, { limit })).statusCode).toBe(200)
      expect((await ask(endpoint, endpoint.path, { limit: 1 })).json().items.length).toBeLessThanOrEqual(1)
      for (const limit of [0, 201, 'x', 1.5]) expect((await ask(endpoint, endpoint.path, { limit })).statusCode).toBe(422)
    })

    it('is exported in both formats and both languages', async () => {
      const { csv, xlsx } = endpoint.exports
      const title = async (language: string) => {
        const answer = await ask(endpoint, csv.path, { language })
        expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
        return answer.body.split('\n')[0]
      }
      expect((await title('fr'))?.startsWith('\ufeff')).toBe(true)
      expect(await title('fr')).not.toBe(await title('en'))
      const book = await ask(endpoint, xlsx.path, { sort: endpoint.list.sorts[0] })
      expect(book.statusCode).toBe(200)
      expect(book.rawPayload.subarray(0, 2).toString()).toBe('PK')
      expect(String(book.headers['content-disposition'])).toMatch(/\.xlsx"/)
      expect((await ask(endpoint, csv.path, { cursor: 'x' })).statusCode).toBe(422)
    })
  })
})
