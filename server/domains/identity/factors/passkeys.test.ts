import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as account from '#api/identity/account/account'
import * as contract from '#api/identity/sign-in/session'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'
import { browser, givePassword, runWorker, testPassword } from '../browser.fixture.ts'

const origin = 'http://localhost:3000'
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()

/** An authenticator in software: a P-256 key, no attestation. */
const authenticator = (rpId = 'localhost') => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  let counter = 0
  const bytes = (text: string | undefined) => new Uint8Array(Buffer.from(text ?? '', 'base64url'))
  const cose = isoCBOR.encode(
    new Map<number, number | Uint8Array<ArrayBuffer>>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(jwk.x)],
      [-3, bytes(jwk.y)],
    ]),
  )
  const head = (flags: number) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(++counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count])
  }
  const clientData = (type: string, challenge: unknown) => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const envelope = (response: Record<string, string>) => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  })
  return {
    create: (options: Record<string, unknown>) => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const authData = Buffer.concat([head(0x45), Buffer.alloc(16), length, id, cose])
      const attestation = new Map<string, string | Map<string, string> | Uint8Array<ArrayBuffer>>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ])
      return envelope({
        clientDataJSON: clientData('webauthn.create', options.challenge).toString('base64url'),
        attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString('base64url'),
      })
    },
    get: (options: Record<string, unknown>) => {
      const data = clientData('webauthn.get', options.challenge)
      const authData = head(0x05)
      const signature = createSign('sha256').update(authData).update(sha256(data)).sign(privateKey)
      return envelope({
        clientDataJSON: data.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
      })
    },
  }
}

let app: TestApp
let person: Persona
beforeAll(async () => {
  app = await testApp()
  person = app.world.personas.clientAdministrator
  await givePassword(app, person.userId)
})
afterAll(() => app?.close())

const signIn = async () => {
  const from = browser(app)
  return { from, session: (await from.call(contract.signIn, { body: { login: person.login, password: testPassword } })).body }
}

it('registers a passkey, signs in and steps up with it, and refuses replays and strangers', async () => {
  const key = authenticator()
  const { from } = await signIn()
  expect((await from.call(account.startPasskey)).problem.code).toBe('step_up_required')
  await from.call(contract.stepUp, { body: { method: 'password', password: testPassword } })
  await runWorker(app)
  const options = (await from.call(account.startPasskey)).body
  expect(options).toMatchObject({ rp: { id: 'localhost' }, user: { name: person.login } })
  const foreign = authenticator('elsewhere.example').create(options)
  expect((await from.call(account.registerPasskey, { body: { name: 'Clé', response: foreign } })).problem.code).toBe(
    'second_factor_invalid',
  )
  // The challenge was used up by that attempt.
  const stale = key.create(options)
  expect((await from.call(account.registerPasskey, { body: { name: 'Clé', response: stale } })).problem.code).toBe('second_factor_invalid')
  const made = key.create((await from.call(account.startPasskey)).body)
  const registered = await from.call(account.registerPasskey, { body: { name: 'Clé', response: made } })
  expect(registered.body).toMatchObject({ factor: { name: 'Clé' }, session: { next: 'complete', factors: ['passkey', 'backup_code'] } })
  expect(registered.body.backupCodes).toHaveLength(10)
  const mails = await runWorker(app)
  expect(mails.map(({ text }) => /Un second facteur a été ajouté/.test(text))).toEqual([true])

  const next = await signIn()
  expect(next.session).toMatchObject({ next: 'second_factor', factors: ['passkey', 'backup_code'] })
  const proof = key.get((await next.from.call(contract.startPasskeyProof)).body)
  const stolen = new Map(next.from.cookies)
  expect((await next.from.call(contract.proveSecondFactor, { body: { method: 'passkey', response: proof } })).body.next).toBe('complete')
  const before = browser(app)
  before.cookies.set('session', stolen.get('session') ?? '')
  expect((await before.call(contract.readSession)).status).toBe(401)

  expect((await next.from.call(contract.stepUp, { body: { method: 'passkey', response: proof } })).problem.code).toBe(
    'second_factor_invalid',
  )
  const late = key.get((await next.from.call(contract.startPasskeyProof)).body)
  app.clock.advance({ minutes: 6 })
  expect((await next.from.call(contract.stepUp, { body: { method: 'passkey', response: late } })).problem.code).toBe(
    'second_factor_invalid',
  )
  const again = key.get((await next.from.call(contract.startPasskeyProof)).body)
  expect((await next.from.call(contract.stepUp, { body: { method: 'passkey', response: again } })).status).toBe(200)

  const { body } = await next.from.call(account.listFactors)
  expect(body).toMatchObject({
    items: [{ kind: 'passkey', name: 'Clé', abilities: { remove: true } }],
    backupCodesLeft: 10,
    required: false,
  })
  const factor = body.items[0]?.id ?? ''
  expect((await next.from.call(account.renameFactor, { params: { factor }, body: { name: 'Bureau' } })).status).toBe(204)
  const other = await app.call(app.world.personas.companyReader, account.renameFactor, { params: { factor }, body: { name: 'Vol' } })
  expect(other.status).toBe(404)
  expect((await next.from.call(account.removeFactor, { params: { factor } })).status).toBe(204)
  expect((await signIn()).session.next).toBe('complete')
  expect((await runWorker(app)).map(({ text }) => /a été retiré/.test(text))).toEqual([true])
})
