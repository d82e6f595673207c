import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

const post = (headers: Record<string, string>, url = '/api/client/companies/OIP-99999999/rights') =>
  app.inject({
    method: 'POST',
    url,
    headers: { cookie: `session=${app.world.personas.clientAdministrator.token}`, ...headers },
    payload: {},
  })

describe('what another site makes a browser send', () => {
  it.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    // Another name of the same registrable domain: its pages are not the portal's, though the browser sends the cookie.
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site' }, 403],
    // Under another name than APP_URL the portal is its own origin still; that name's cookie is another.
    [{ origin: 'https://portail.example', host: 'portail.example' }, 401],
    [{ origin: 'https://portail.example:8443', host: 'portail.example' }, 403],
    [{ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }, 422],
    [{}, 422],
  ])('%o answers %i', async (headers, status) => {
    const answer = await post(headers as Record<string, string>)
    expect(answer.statusCode).toBe(status)
    if (status === 403) expect(answer.json().code).toBe('origin_refused')
  })

  it('is shown when it is only read: a link from elsewhere opens', async () => {
    const headers = { cookie: `session=${app.world.personas.clientAdministrator.token}`, 'sec-fetch-site': 'cross-site' }
    expect((await app.inject({ url: '/api/client/home', headers })).statusCode).toBe(200)
  })
})

describe('answers', () => {
  it('never let a page run foreign scripts or be framed', async () => {
    const { headers } = await app.inject({ url: '/api/openapi.json' })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('document every endpoint in OpenAPI 3.1', async () => {
    const document = (await app.inject({ url: '/api/openapi.json' })).json()
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths).length).toBeGreaterThan(20)
    expect(document.paths['/api/{universe}/search'].get.parameters.map((parameter: { name: string }) => parameter.name)).toContain('q')
  })

  it('are problems for unknown paths and methods', async () => {
    const unknown = await app.inject({ url: '/api/nothing/here' })
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'not_found'])
    expect(unknown.headers['content-type']).toContain('application/problem+json')
  })
})

describe('the session cookie', () => {
  it('of a name that is not loopback is only read under its secure name', async () => {
    const { token } = app.world.personas.clientAdministrator
    const url = '/api/client/home'
    const ask = (host: string, cookie: string) => app.inject({ url, headers: { host, cookie } }).then((answer) => answer.statusCode)
    expect(await ask('localhost:3000', `session=${token}`)).toBe(200)
    expect(await ask('portail.example', `session=${token}`)).toBe(401)
    expect(await ask('portail.example', `__Host-session=${token}`)).toBe(200)
  })
})

describe('an idempotency key', () => {
  const invite = (key: string, lastName: string) =>
    app.inject({
      method: 'POST',
      url: `/api/client/companies/${app.world.companies.client.reference}/users`,
      headers: { cookie: `session=${app.world.personas.clientAdministrator.token}`, 'idempotency-key': key },
      payload: { contact: { firstName: 'Zoé', lastName, email: `${lastName}@test.example` }, language: 'fr', rightIds: [] },
    })
  const loginsOf = async (lastName: string) =>
    (await app.build.run('select count(*)::int as n from users where display_name like $1', [`%${lastName}`])).rows[0].n

  it('gives the first answer again, has one effect, and is refused for another request', async () => {
    const [first, second] = [await invite('key-1', 'Unefois'), await invite('key-1', 'Unefois')]
    expect(first.statusCode, first.body).toBeLessThan(300)
    expect(second.json()).toEqual(first.json())
    expect(await loginsOf('Unefois')).toBe(1)
    expect((await invite('key-1', 'Autrechose')).json().code).toBe('idempotency_mismatch')
  })

  it('has one effect under concurrent sends', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => invite('key-2', 'Cinqfois')))
    expect(new Set(answers.map((answer) => answer.json().login)).size).toBe(1)
    expect(await loginsOf('Cinqfois')).toBe(1)
  })
})
