import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givePassword, testPassword } from '../../domains/identity/browser.fixture.ts'
import { addOffer, addOrder } from '../../domains/orders/orders.factory.ts'
import { type TestApp, testApp } from '../test-app.ts'

/** A program of somebody else: it knows the portal's address and its document only. */
const root = join(import.meta.dirname, '../../..')
const run = promisify(execFile)

const compilerOptions = {
  target: 'es2025',
  module: 'nodenext',
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  types: ['node'],
}

/** Calls that the document does not know: that they are expected to be refused is part of what must compile. */
const wrongCalls = `
import createClient from 'openapi-fetch'
import type { paths } from './portal-api.d.ts'
const portal = createClient<paths>()
// @ts-expect-error no such universe
portal.GET('/api/{universe}/orders', { params: { path: { universe: 'nowhere' } } })
// @ts-expect-error no such filter
portal.GET('/api/{universe}/orders', { params: { path: { universe: 'client' }, query: { colour: 'blue' } } })
// @ts-expect-error the password is missing
portal.POST('/api/session', { body: { login: 'E-000000004' } })
// @ts-expect-error no such path
portal.GET('/api/nothing')
`

let app: TestApp
let portal: string
let folder: string
beforeAll(async () => {
  app = await testApp()
  portal = await app.listen()
  folder = mkdtempSync(join(tmpdir(), 'portal-client-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  cpSync(join(root, 'docs/api/read-lists.ts'), join(folder, 'read-lists.ts'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  writeFileSync(join(folder, 'wrong-calls.ts'), wrongCalls)
  const generator = join(root, 'scripts/client-generator/node_modules/openapi-typescript/bin/cli.js')
  await run(process.execPath, [generator, `${portal}/api/openapi.json`, '--output', join(folder, 'portal-api.d.ts')])
}, 120_000)
afterAll(async () => {
  await app?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

describe('a client generated from the document', () => {
  it('compiles, and refuses to compile what the document does not know', async () => {
    const { stdout } = await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]).catch(
      (error: { stdout: string }) => error,
    )
    expect(stdout).toBe('')
  }, 120_000)

  it('signs in, and reads contracts and orders page by page', async () => {
    const { build, world } = app
    const { clientAdministrator, directClientAdministrator } = world.personas
    await givePassword(app, clientAdministrator.userId)
    const offer = await addOffer(build)
    const made = []
    for (let number = 0; number < 5; number++) made.push(await addOrder(build, { offer, company: world.companies.client }))
    await addOrder(build, { offer, company: directClientAdministrator.company })

    const readBy = async (limit: number) => {
      const env = { ...process.env, PORTAL: portal, LOGIN: clientAdministrator.login, PASSWORD: testPassword, LIMIT: String(limit) }
      return JSON.parse((await run(process.execPath, [join(folder, 'read-lists.ts')], { env })).stdout)
    }
    const sorted = (references: readonly string[]) => references.toSorted()
    const read = await readBy(2)
    expect(sorted(read.orders)).toEqual(sorted(made.map(({ reference }) => reference)))
    expect(sorted(read.contracts)).toEqual(sorted(made.map(({ contract }) => contract)))
    await expect(readBy(201)).rejects.toThrow('Some fields are invalid')
  }, 60_000)
})
