import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveSite } from './site.ts'

const folder = mkdtempSync(join(tmpdir(), 'portal-site-'))
let app: FastifyInstance

const get = (url: string, cookies = '') => app.inject({ url, headers: { host: 'localhost', accept: 'text/html', cookie: cookies } })

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), 'French')
  writeFileSync(join(folder, 'index.en.html'), 'Englis')
  app = Fastify()
  await app.register(cookie)
  await serveSite(app, folder, 'http://localhost:3000')
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

it('answers with the page of the language, and never takes one for the other', async () => {
  const [french, english] = await Promise.all([get('/client'), get('/client', 'language=en')])
  expect([french.body, english.body]).toEqual(['French', 'Englis'])
  expect(french.headers).toMatchObject({ 'cache-control': 'no-cache', vary: 'cookie, accept-encoding' })
  expect(french.headers.etag).toBeUndefined()
})
