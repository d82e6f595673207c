import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../testing/test-app.ts'
import { requestsPerMinute } from './rate-limit.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

const ask = (remoteAddress: string, url = '/api/session') => app.inject({ url, remoteAddress })

it('tells each address what it has left, and how long to wait once nothing is', async () => {
  const first = await ask('192.0.2.7')
  expect(first.headers).toMatchObject({ 'ratelimit-limit': `${requestsPerMinute}`, 'ratelimit-remaining': `${requestsPerMinute - 1}` })
  expect(Number(first.headers['ratelimit-reset'])).toBeGreaterThan(0)
  expect(first.headers).not.toHaveProperty('retry-after')

  let last = first
  for (let asked = 1; asked < requestsPerMinute; asked++) last = await ask('192.0.2.7')
  expect([last.statusCode, last.headers['ratelimit-remaining']]).toEqual([401, '0'])

  const refused = await ask('192.0.2.7')
  expect([refused.statusCode, refused.json().code]).toEqual([429, 'too_many_requests'])
  expect(refused.headers).toMatchObject({ 'ratelimit-limit': `${requestsPerMinute}`, 'ratelimit-remaining': '0' })
  const wait = Number(refused.headers['retry-after'])
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(60)
  expect(refused.json().retryAfterSeconds).toBe(wait)

  expect((await ask('192.0.2.8')).headers['ratelimit-remaining']).toBe(`${requestsPerMinute - 1}`)
})

it('limits neither the machine itself nor what is no call of the API', async () => {
  expect((await ask('127.0.0.1')).headers).not.toHaveProperty('ratelimit-limit')
  expect((await ask('192.0.2.9', '/livez')).headers).not.toHaveProperty('ratelimit-limit')
})
