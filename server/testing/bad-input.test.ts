import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Endpoint } from '#api/endpoint'
import { problems } from '#api/problems'
import { portalRoutes } from '../app.ts'
import { type TestApp, testApp, testTools, urlOf } from './test-app.ts'

/** Whatever is thrown at an endpoint, it answers with a problem of the catalogue: never a 500, never a stack trace. */
let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

const endpoints = portalRoutes(testTools()).map((route) => route.endpoint)
const runs = process.env.FUZZ_RUNS ? Number(process.env.FUZZ_RUNS) : 12

const known = new Set<string>(Object.keys(problems))

const send = async (
  endpoint: Endpoint,
  options: { body?: unknown; params?: Record<string, string>; query?: Record<string, string>; token: string; type?: string },
) => {
  const universe = typeof endpoint.right === 'string' ? undefined : endpoint.right.universes[0]
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  const params = Object.fromEntries(names.map((name) => [name, options.params?.[name] ?? app.world.companies.client.reference]))
  const raw = typeof options.body === 'string' ? options.body : JSON.stringify(options.body)
  const answer = await app.inject({
    method: endpoint.method,
    url: urlOf(endpoint, universe, params, options.query),
    headers: {
      cookie: `session=${options.token}`,
      ...(raw === undefined ? {} : { 'content-type': options.type ?? (endpoint.consumes || 'application/json') }),
    },
    ...(raw === undefined ? {} : { payload: raw }),
  })
  expect(answer.statusCode, `${endpoint.method} ${endpoint.path} ${raw} → ${answer.body.slice(0, 300)}`).toBeLessThan(500)
  if (answer.statusCode >= 400) {
    expect(answer.headers['content-type']).toContain('application/problem+json')
    const problem = JSON.parse(answer.body)
    expect(known.has(problem.code)).toBe(true)
    expect(answer.body).not.toMatch(/at \w+ \(|node_modules|\.ts:\d/)
  }
  return answer
}

const tokenFor = (endpoint: Endpoint): string => {
  const { carrierAdministrator, clientAdministrator, operatorAdministrator, ambassadorAdministrator } = app.world.personas
  const first = typeof endpoint.right === 'string' ? 'client' : endpoint.right.universes[0]
  return {
    carrier: carrierAdministrator,
    operator: operatorAdministrator,
    ambassador: ambassadorAdministrator,
    client: clientAdministrator,
  }[first ?? 'client'].token
}

// Signing out would end the session that the other attempts use.
const endsSession = (endpoint: Endpoint) =>
  endpoint.path.startsWith('/api/session') || /sessions|password|sign-out|view-as/.test(endpoint.path)
const streams = (endpoint: Endpoint) => endpoint.path === '/api/events'
const fuzzed = endpoints.filter((endpoint) => !streams(endpoint))

describe('bad input', () => {
  it.each(fuzzed.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))('%s never breaks', async (_, endpoint) => {
    const token = endsSession(endpoint) ? (await app.build.openSession(app.world.personas.nobody.userId)).token : tokenFor(endpoint)
    const names = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '').filter((name) => name !== 'universe')
    await fc.assert(
      fc.asyncProperty(
        endpoint.method === 'GET' ? fc.constant(undefined) : fc.oneof(fc.object({ maxDepth: 2 }), fc.jsonValue()),
        fc.record(
          Object.fromEntries(
            names.map((name) => [
              name,
              fc.oneof(fc.constant(app.world.companies.client.reference), fc.string({ minLength: 1, maxLength: 40, unit: 'binary' })),
            ]),
          ),
        ),
        fc.dictionary(fc.constantFrom('q', 'cursor', 'sort', 'x', 'from', 'state'), fc.string({ unit: 'binary', maxLength: 40 }), {
          maxKeys: 3,
        }),
        async (body, params, query) => {
          await send(endpoint, { body, params: params as Record<string, string>, query, token })
        },
      ),
      { numRuns: runs },
    )
  })

  const writers = fuzzed.filter((endpoint) => endpoint.body)
  it.each(writers.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
    '%s names malformed JSON, huge bodies, unknown fields',
    async (_, endpoint) => {
      const token = endsSession(endpoint) ? (await app.build.openSession(app.world.personas.nobody.userId)).token : tokenFor(endpoint)
      expect(JSON.parse((await send(endpoint, { body: '{"a":', token })).body).code).toBe('malformed_json')
      expect((await send(endpoint, { body: '<a/>', type: 'application/xml', token })).statusCode).toBe(415)
      const huge = await send(endpoint, { body: { a: 'x'.repeat((endpoint.bodyLimit ?? 64 * 1024) + 1024) }, token })
      expect(JSON.parse(huge.body).code).toBe('body_too_large')
      const unknown = JSON.parse((await send(endpoint, { body: { surprise_field: 1 }, token })).body)
      if (['unknown_field', 'validation_failed'].includes(unknown.code))
        expect(unknown.errors).toContainEqual(expect.objectContaining({ path: 'surprise_field', code: 'unknown' }))
    },
  )
})
