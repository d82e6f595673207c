import { beforeAll, describe, expect, it } from 'vitest'
import type { Endpoint } from '#api/endpoint'
import { readDocument, served } from './served-document.ts'

/** What the portal serves and what its document says are one: the linter of `npm run check` judges the form, this what stands in it. */
let all: Awaited<ReturnType<typeof readDocument>>
beforeAll(async () => {
  all = await readDocument()
})

describe('the OpenAPI document', () => {
  it('holds everything that is declared, and all of it is served', () => {
    const names = new Map(all.declarations.endpoints.map(({ endpoint, name }) => [endpoint, name]))
    expect(all.declarations.endpoints.filter(({ endpoint }) => !served.includes(endpoint)).map(({ name }) => name)).toEqual([])
    expect(served.map((endpoint) => all.operationOf(endpoint).operationId)).toEqual(served.map((endpoint) => names.get(endpoint)))
  })

  it('gives every operation an id of its own, under which generated clients call it', () => {
    const ids = all.operations.map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(['signIn', 'listSubscriptions', 'readOrder', 'placeOrder']))
  })

  it('says in which universes a path may be asked for', () => {
    for (const endpoint of served) {
      const universe = all.operationOf(endpoint).parameters.find(({ name }) => name === 'universe')
      expect(universe?.schema?.enum, endpoint.path).toEqual(typeof endpoint.right === 'string' ? undefined : endpoint.right.universes)
    }
  })

  it('lets every list that is read page by page be asked for 1 to 200 rows', () => {
    const paged = all.operations.filter(({ parameters }) => parameters.some(({ name }) => name === 'cursor'))
    expect(paged.length).toBeGreaterThan(15)
    for (const { operationId, parameters } of paged)
      expect(parameters.find(({ name }) => name === 'limit')?.schema, operationId).toMatchObject({
        type: 'integer',
        minimum: 1,
        maximum: 200,
      })
  })

  it('says in every answer what is left of the limit, and in a 429 how long to wait', () => {
    const { headers, responses: shared } = all.document.components
    const left = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset']
    expect(Object.keys(headers)).toEqual([...left, 'retry-after'])
    for (const { operationId, responses } of all.operations)
      for (const [status, answer] of Object.entries(responses)) {
        const own = answer.$ref ? shared[answer.$ref.replace('#/components/responses/', '')] : answer
        const waits = status === '429' || status === 'default' || status === '503'
        expect(Object.keys(own?.headers ?? {}), `${operationId} ${status}`).toEqual([...left, ...(waits ? ['retry-after'] : [])])
      }
  })

  it('names the schemas that api/ exports, once each', () => {
    const names = Object.keys(all.document.components.schemas)
    expect(names).toEqual(expect.arrayContaining(['Subscription', 'SubscriptionRow', 'Order', 'Problem', 'Session', 'Basket']))
    expect(names.filter((name) => /Schema$/.test(name))).toEqual([])
  })

  it('tells the problems of an operation by status, as problem+json', () => {
    const { responses } = all.operationOf(served.find(({ path }) => path.endsWith('/basket/order')) as Endpoint)
    expect(Object.keys(responses)).toEqual(['201', '400', '401', '403', '404', '409', '413', '415', '422', '429', 'default'])
    expect(JSON.stringify(responses[409])).toContain('price_changed')
    for (const { responses: own } of all.operations)
      for (const [status, answer] of Object.entries(own)) {
        const { content } = answer.$ref
          ? (all.document.components.responses[answer.$ref.replace('#/components/responses/', '')] ?? {})
          : answer
        if (Number(status) >= 400 || status === 'default') expect(Object.keys(content ?? {})).toEqual(['application/problem+json'])
      }
  })
})
