import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { Endpoint } from '#api/endpoint'
import { portalRoutes } from '../app.ts'
import { type Declarations, readDeclarations } from '../platform/http/openapi/declarations.ts'
import { openApiDocument } from '../platform/http/openapi/document.ts'
import { testTools } from './test-app.ts'

/** What the portal serves and what its document says are one: the linter of `npm run check` judges the form, this what stands in it. */
interface Answer {
  readonly $ref?: string
  readonly headers?: Readonly<Record<string, unknown>>
  readonly content?: Readonly<Record<string, { readonly example?: unknown }>>
}
interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly description: string
  readonly parameters: readonly {
    readonly name?: string
    readonly in?: string
    readonly schema?: { readonly enum?: readonly string[] }
    readonly example?: unknown
  }[]
  readonly requestBody?: Answer
  readonly responses: Readonly<Record<string, Answer>>
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly headers: Readonly<Record<string, unknown>>
    readonly schemas: Readonly<Record<string, unknown>>
    readonly responses: Readonly<Record<string, Answer>>
  }
}

const served: readonly Endpoint[] = portalRoutes(testTools()).map((route) => route.endpoint)
let declarations: Declarations
let document: Document
beforeAll(async () => {
  declarations = await readDeclarations()
  document = openApiDocument({
    declarations,
    endpoints: served,
    serverUrl: 'https://extranet.example',
    version: '1',
  }) as unknown as Document
})

const operations = () => Object.values(document.paths).flatMap((item) => Object.values(item))
const operationOf = ({ method, path }: Endpoint): Operation => {
  const found = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
  if (!found) throw new Error(`${method} ${path} is not in the document`)
  return found
}

describe('the OpenAPI document', () => {
  it('holds everything that is declared, and all of it is served', () => {
    const names = new Map(declarations.endpoints.map(({ endpoint, name }) => [endpoint, name]))
    expect(declarations.endpoints.filter(({ endpoint }) => !served.includes(endpoint)).map(({ name }) => name)).toEqual([])
    expect(served.map((endpoint) => operationOf(endpoint).operationId)).toEqual(served.map((endpoint) => names.get(endpoint)))
  })

  it('gives every operation an id of its own, under which generated clients call it', () => {
    const ids = operations().map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(['signIn', 'listSubscriptions', 'readOrder', 'placeOrder']))
  })

  it('says in which universes a path may be asked for', () => {
    for (const endpoint of served) {
      const universe = operationOf(endpoint).parameters.find(({ name }) => name === 'universe')
      expect(universe?.schema?.enum, endpoint.path).toEqual(typeof endpoint.right === 'string' ? undefined : endpoint.right.universes)
    }
  })

  it('lets every list that is read page by page be asked for 1 to 200 rows', () => {
    const paged = operations().filter(({ parameters }) => parameters.some(({ name }) => name === 'cursor'))
    expect(paged.length).toBeGreaterThan(15)
    for (const { operationId, parameters } of paged)
      expect(parameters.find(({ name }) => name === 'limit')?.schema, operationId).toMatchObject({
        type: 'integer',
        minimum: 1,
        maximum: 200,
      })
  })

  it('says in every answer what is left of the limit, and in a 429 how long to wait', () => {
    const { headers, responses: shared } = document.components
    const left = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset']
    expect(Object.keys(headers)).toEqual([...left, 'retry-after'])
    for (const { operationId, responses } of operations())
      for (const [status, answer] of Object.entries(responses)) {
        const own = answer.$ref ? shared[answer.$ref.replace('#/components/responses/', '')] : answer
        const waits = status === '429' || status === 'default' || status === '503'
        expect(Object.keys(own?.headers ?? {}), `${operationId} ${status}`).toEqual([...left, ...(waits ? ['retry-after'] : [])])
      }
  })

  it('names the schemas that api/ exports, once each', () => {
    const names = Object.keys(document.components.schemas)
    expect(names).toEqual(expect.arrayContaining(['Subscription', 'SubscriptionRow', 'Order', 'Problem', 'Session', 'Basket']))
    expect(names.filter((name) => /Schema$/.test(name))).toEqual([])
  })

  it('tells the problems of an operation by status, as problem+json', () => {
    const { responses } = operationOf(served.find(({ path }) => path.endsWith('/basket/order')) as Endpoint)
    expect(Object.keys(responses)).toEqual(['201', '400', '401', '403', '404', '409', '413', '415', '422', '429', 'default'])
    expect(JSON.stringify(responses[409])).toContain('price_changed')
    for (const { responses: own } of operations())
      for (const [status, answer] of Object.entries(own)) {
        const { content } = answer.$ref ? (document.components.responses[answer.$ref.replace('#/components/responses/', '')] ?? {}) : answer
        if (Number(status) >= 400 || status === 'default') expect(Object.keys(content ?? {})).toEqual(['application/problem+json'])
      }
  })

  describe('has examples that fit:', () => {
    const faults = (schema: z.core.$ZodType | undefined, example: unknown): string[] =>
      schema ? (z.safeParse(schema, example).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`) : []
    const exampleIn = (answer: Answer | undefined): unknown => answer?.content?.['application/json']?.example

    it.each(served.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))('%s', (_, endpoint) => {
      const { parameters, requestBody, responses } = operationOf(endpoint)
      const asked = (place: string) =>
        Object.fromEntries(
          parameters.flatMap((one) => (one.in === place && one.name !== 'universe' && 'example' in one ? [[one.name, one.example]] : [])),
        )
      expect(faults(endpoint.params, asked('path'))).toEqual([])
      expect(faults(endpoint.query, asked('query'))).toEqual([])
      expect(faults(endpoint.body, exampleIn(requestBody))).toEqual([])
      expect(faults(endpoint.response, exampleIn(Object.values(responses)[0]))).toEqual([])
    })
  })
})
