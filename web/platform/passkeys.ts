import { registerPasskey, startPasskey } from '#api/identity/account/account'
import { startPasskeyProof } from '#api/identity/sign-in/session'
import * as m from '#messages/identity'
import { call } from './call.ts'

/** What the device refused, in the person's words; what it says itself is English and technical. */
export class PasskeyError extends Error {}

// Loaded with the first ceremony: most people never need it.
const browser = () => import('@simplewebauthn/browser')

export const supportsPasskeys = (): boolean => typeof globalThis.PublicKeyCredential === 'function'

const inWords = (error: unknown): PasskeyError => {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'AbortError') return new PasskeyError(m.identity_passkey_cancelled())
  return new PasskeyError(name === 'InvalidStateError' ? m.identity_passkey_known() : m.identity_passkey_failed())
}

/** Asks the device for a proof of the passkey, as the API wants it. @throws PasskeyError, Problem */
export const askPasskey = async (): Promise<Record<string, unknown>> => {
  const { startAuthentication } = await browser()
  const options = await call(startPasskeyProof, {})
  try {
    const optionsJSON = options as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON']
    return { ...(await startAuthentication({ optionsJSON })) }
  } catch (error) {
    throw inWords(error)
  }
}

/** Makes a passkey on the device and registers it under a name. @throws PasskeyError, Problem */
export const enrolPasskey = async (name: string) => {
  const { startRegistration } = await browser()
  const options = await call(startPasskey, {})
  let response: Record<string, unknown>
  try {
    const optionsJSON = options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON']
    response = { ...(await startRegistration({ optionsJSON })) }
  } catch (error) {
    throw inWords(error)
  }
  return call(registerPasskey, { body: { name, response } })
}
