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
  writeFileSync(
    join(folder, 'index.html.json'),
    JSON.stringify({
      files: ['/assets/entry.js', '/assets/shell.js', '/assets/client.js', '/assets/new.js', '/assets/look.css', '/assets/sign-in.js'],
      entry: [0],
      frame: [1],
      pages: { '/$universe/clients/$company': [2, 4], '/$universe/clients/nouveau': [3], '/connexion': [5] },
    }),
  )
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

it('names the files of the page in the Link header', async () => {
  const links = async (url: string, cookies = '') => (await get(url, cookies)).headers.link
  const preload = '</assets/entry.js>; rel=modulepreload'
  expect(await links('/client/clients/OIP-00000002?q=a', 'session=token')).toBe(
    `</api/session>; rel=preload; as=fetch; crossorigin, ${preload}, </assets/shell.js>; rel=modulepreload, </assets/client.js>; rel=modulepreload, </assets/look.css>; rel=preload; as=style; crossorigin`,
  )
  expect(await links('/client/clients/nouveau/', 'session=token')).toContain('/assets/new.js')
  expect(await links('/client/clients/nouveau')).toBe(`${preload}, </assets/sign-in.js>; rel=modulepreload`)
  expect(await links('/client/nulle-part', 'session=token')).toBeUndefined()
  expect(await links('/connexion', 'language=en')).toBeUndefined()
})
