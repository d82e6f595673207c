import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { Endpoint } from '#api/endpoint'
import { problemSchema } from '#api/problems'
import type { Universe } from '#api/universes'
import { addOffer } from '../../domains/catalog/catalog.factory.ts'
import { exampleOf } from '../../platform/http/openapi/examples.ts'
import { type TestApp, testApp, urlOf } from '../test-app.ts'
import type { Persona } from '../world.ts'
import { type Answer, readDocument, served } from './served-document.ts'

/** Every example of the document fits what it is an example of, and a real portal takes it. */
let app: TestApp
let all: Awaited<ReturnType<typeof readDocument>>
beforeAll(async () => {
  all = await readDocument()
  app = await testApp()
  for (const code of ['TRUNK-SIP', 'FTTO-100']) await addOffer(app.build, { code })
})
afterAll(() => app?.close())

const faults = (schema: z.core.$ZodType | undefined, example: unknown): string[] =>
  schema ? (z.safeParse(schema, example).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`) : []
const exampleIn = (answer: Answer | undefined): unknown => answer?.content?.['application/json']?.example

/** What the document gives for the parameters of a place; an optional one, what its schema gives. */
const asked = (endpoint: Endpoint, place: 'path' | 'query'): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    all
      .operationOf(endpoint)
      .parameters.filter((one) => one.in === place && one.name !== 'universe')
      .map(({ name, schema = {}, example }) => [name, example ?? exampleOf(schema, all.document.components.schemas)]),
  )
const onlyRequired = (endpoint: Endpoint, values: Readonly<Record<string, unknown>>) => {
  const { parameters } = all.operationOf(endpoint)
  return Object.fromEntries(Object.entries(values).filter(([name]) => parameters.find((one) => one.name === name)?.required))
}

const named = (endpoints: readonly Endpoint[]) => endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const)

describe('an example fits', () => {
  it.each(named(served))('%s', (_, endpoint) => {
    const { parameters, requestBody, responses } = all.operationOf(endpoint)
    for (const { name, required, example, schema } of parameters)
      if (required) expect(example, `${name} has an example`).toBeDefined()
      else if (name) expect(schema, `${name} has a schema`).toBeDefined()
    expect(faults(endpoint.params, asked(endpoint, 'path'))).toEqual([])
    expect(faults(endpoint.query, onlyRequired(endpoint, asked(endpoint, 'query')))).toEqual([])
    expect(faults(endpoint.query, asked(endpoint, 'query'))).toEqual([])
    if (endpoint.body) expect(exampleIn(requestBody)).toBeDefined()
    expect(faults(endpoint.body, exampleIn(requestBody))).toEqual([])
    const success = Object.values(responses)[0]
    if (endpoint.response) expect(exampleIn(success)).toBeDefined()
    expect(faults(endpoint.response, exampleIn(success))).toEqual([])
  })

  it('whatever its schema is called', () => {
    for (const [name, schema] of all.declarations.schemas)
      for (const example of (z.globalRegistry.get(schema)?.examples ?? []) as unknown[]) expect(faults(schema, example), name).toEqual([])
  })

  it('for each problem', () => {
    const examples = Object.entries(all.document.components.examples)
    expect(examples.length).toBeGreaterThan(20)
    for (const [code, { value }] of examples) expect(faults(problemSchema, value), code).toEqual([])
  })
})

describe('an example that is sent', () => {
  const personOf = (universe: Universe): Persona => {
    const { carrierAdministrator, operatorAdministrator, ambassadorAdministrator, clientAdministrator } = app.world.personas
    return {
      carrier: carrierAdministrator,
      operator: operatorAdministrator,
      ambassador: ambassadorAdministrator,
      client: clientAdministrator,
    }[universe]
  }
  const universesOf = ({ right }: Endpoint): readonly Universe[] => (typeof right === 'string' ? ['client'] : right.universes)

  /** A session of its own each time: some endpoints end it. */
  const send = async (endpoint: Endpoint, universe: Universe, query: Readonly<Record<string, unknown>>, body?: unknown) => {
    const { token } = await app.build.openSession(personOf(universe).userId)
    const answer = await app.inject({
      method: endpoint.method,
      url: urlOf(endpoint, universe, asked(endpoint, 'path'), query),
      headers: { cookie: `session=${token}` },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const said = `${endpoint.method} as ${universe} ${JSON.stringify(query)} → ${answer.statusCode} ${answer.body.slice(0, 300)}`
    expect(answer.statusCode, said).toBeLessThan(500)
    return { status: answer.statusCode, said }
  }

  // A cursor comes from an answer, and goes with the list that gave it.
  const withoutCursor = (query: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'cursor'))
  // It never ends.
  const streams = (endpoint: Endpoint) => endpoint.path === '/api/events'

  const reading = served.filter((endpoint) => (endpoint.method === 'GET' || endpoint.topic !== undefined) && !streams(endpoint))
  it.each(named(reading))('%s is read', async (_, endpoint) => {
    const query = withoutCursor(asked(endpoint, 'query'))
    for (const universe of universesOf(endpoint))
      for (const own of [query, onlyRequired(endpoint, query)]) {
        const { status, said } = await send(endpoint, universe, own, exampleIn(all.operationOf(endpoint).requestBody))
        expect([400, 415, 422], said).not.toContain(status)
      }
  })

  const writing = served.filter((endpoint) => !reading.includes(endpoint) && !endpoint.consumes && !streams(endpoint))
  it.each(named(writing))('%s is understood', async (_, endpoint) => {
    const query = onlyRequired(endpoint, asked(endpoint, 'query'))
    const body = exampleIn(all.operationOf(endpoint).requestBody)
    const { status, said } = await send(endpoint, universesOf(endpoint)[0] ?? 'client', query, body)
    expect([400, 415], said).not.toContain(status)
    expect(said).not.toMatch(/"code":"(?:unknown|required|invalid|too_\w+)"/)
  })
})
