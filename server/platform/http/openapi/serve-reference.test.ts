import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

it('shows the document to anybody, from files that the portal serves and nothing else', async () => {
  const page = await app.inject({ url: '/api/docs' })
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  const files = [...page.body.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address]) => address ?? '')
  expect(files.length).toBeGreaterThan(4)
  expect(files.filter((address) => !address.startsWith('/api/') && address !== 'data:,')).toEqual([])
  for (const url of files.filter((address) => address.startsWith('/api/docs/'))) {
    const { statusCode, headers } = await app.inject({ url })
    expect([url, statusCode, headers['content-type']]).toEqual([
      url,
      200,
      url.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
    ])
  }
  expect((await app.inject({ url: '/api/docs/' })).body).toBe(page.body)
  expect((await app.inject({ url: '/api/docs/other.js' })).statusCode).toBe(404)
})

it('lets the page run and draw only what comes from the portal, and be framed by nobody', async () => {
  const policy = String((await app.inject({ url: '/api/docs' })).headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
})
