import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Endpoint } from '#api/endpoint'
import { type Universe, universes } from '#api/universes'
import { portalRoutes } from '../app.ts'
import { type TestApp, testApp, testTools, urlOf } from './test-app.ts'
import type { Persona } from './world.ts'

/**
 * Every endpoint × every persona: who is let in follows from what the endpoint declares and what the person holds, nothing else. The ids asked
 * for do not exist, so whoever is let in gets 404 or a complaint about the body, and nothing changes.
 */
let app: TestApp
/** Per person and universe: template → everywhere, or on some sites only. */
const held = new Map<string, Map<Universe, Map<string, boolean>>>()

beforeAll(async () => {
  app = await testApp()
  const { rows } = await app.build.run('select user_id, universe, grants from effective_rights')
  for (const row of rows) {
    const own = held.get(row.user_id) ?? new Map()
    held.set(
      row.user_id,
      own.set(row.universe, new Map(Object.entries(row.grants).map(([template, sites]) => [template, sites === 'all']))),
    )
  }
})
afterAll(() => app?.close())

const placeholder: Readonly<Record<string, string>> = {
  company: 'OIP-99999999',
  login: 'E-999999999',
  kind: 'companies',
  import: 'IMP-99999999',
  order: 'COM99999999',
  subscription: 'OC99999999',
  offer: 'NO-SUCH-OFFER',
  number: '1',
  list: 'public',
}
const unknownId = '01999999-9999-7999-8999-999999999999'

const attempt = async (endpoint: Endpoint, universe: Universe | undefined, persona: Persona | null) => {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  const params = Object.fromEntries(names.map((name) => [name, placeholder[name] ?? unknownId]))
  const answer = await app.inject({
    method: endpoint.method,
    url: urlOf(endpoint, universe, params),
    headers: persona ? { cookie: `session=${persona.token}` } : {},
    ...(endpoint.body ? { payload: {} } : {}),
    ...(endpoint.consumes
      ? { payload: '', headers: { 'content-type': endpoint.consumes, ...(persona ? { cookie: `session=${persona.token}` } : {}) } }
      : {}),
  })
  const code = /json/.test(String(answer.headers['content-type'])) && answer.body ? JSON.parse(answer.body).code : undefined
  return { status: answer.statusCode, code }
}

/** `in_for_sites`: the right is held on some sites only; an object without a site is then refused, others are not. */
type Verdict = 'in' | 'in_for_sites' | 'unauthenticated' | 'forbidden' | 'not_found'

const expected = (endpoint: Endpoint, universe: Universe, persona: Persona | null): Verdict => {
  if (typeof endpoint.right === 'string') return 'in'
  if (!endpoint.right.universes.includes(universe)) return 'not_found'
  if (!persona) return 'unauthenticated'
  const grants = held.get(persona.userId)?.get(universe)
  if (endpoint.right.anyOf === null) return grants || isIn(persona, universe) ? 'in' : 'forbidden'
  const matching = endpoint.right.anyOf.filter((template) => grants?.has(template))
  if (matching.length === 0) return 'forbidden'
  return matching.some((template) => grants?.get(template)) ? 'in' : 'in_for_sites'
}

const universesOf = (): Record<string, readonly Universe[]> => {
  const { companies } = app.world
  return {
    [companies.carrier.id]: ['carrier'],
    [companies.operator.id]: ['operator', 'client'],
    [companies.otherOperator.id]: ['operator'],
    [companies.ambassador.id]: ['ambassador', 'client'],
  }
}
const isIn = (persona: Persona, universe: Universe) => (universesOf()[persona.company.id] ?? ['client']).includes(universe)

const endpoints = portalRoutes(testTools()).map((route) => route.endpoint)
const inUniverses = endpoints.filter((endpoint) => typeof endpoint.right !== 'string')

describe('access matrix', () => {
  it('declares each endpoint once', () => {
    const keys = endpoints.map((endpoint) => `${endpoint.method} ${endpoint.path}`)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it.each(inUniverses.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))('%s', async (_, endpoint) => {
    const wrong: string[] = []
    const people: [string, Persona | null][] = [['nobody signed in', null], ...Object.entries(app.world.personas)]
    for (const universe of universes)
      for (const [name, persona] of people) {
        const wanted = expected(endpoint, universe, persona)
        const { status, code } = await attempt(endpoint, universe, persona)
        const seen: Verdict =
          status === 401
            ? 'unauthenticated'
            : code === 'forbidden'
              ? 'forbidden'
              : status === 404 && wanted === 'not_found'
                ? 'not_found'
                : 'in'
        // Deciding on the right needs the database; a body refused before it says nothing about anybody else's data.
        const early = status === 422 && wanted !== 'in' && wanted !== 'in_for_sites'
        const accepted = seen === wanted || (wanted === 'in_for_sites' && (seen === 'in' || seen === 'forbidden'))
        if (status >= 500 || (!accepted && !early)) wrong.push(`${name} in ${universe}: ${status} ${code ?? ''}, expected ${wanted}`)
      }
    expect(wrong).toEqual([])
  })

  it.each(
    endpoints
      .filter((endpoint) => endpoint.right === 'session' || endpoint.right === 'partial')
      .map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const),
  )('%s needs a session', async (_, endpoint) => {
    expect((await attempt(endpoint, undefined, null)).status).toBe(401)
  })
})
