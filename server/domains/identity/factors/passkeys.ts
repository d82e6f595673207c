import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import type { SignedIn } from '../resolve-session.ts'

const challengeMinutes = 5
type ChallengeKind = 'passkey_registration' | 'passkey_authentication'

const keepChallenge = async (tx: Transaction, session: SignedIn, kind: ChallengeKind, challenge: string): Promise<void> => {
  await tx.run(db.deleteFrom('challenges').where('session_id', '=', session.sessionId).where('kind', '=', kind))
  await tx.run(
    db.insertInto('challenges').values({
      id: newId(),
      user_id: session.userId,
      session_id: session.sessionId,
      kind,
      challenge,
      expires_at: new Date(tx.now.getTime() + challengeMinutes * 60_000),
    }),
  )
}

/** Takes the challenge out: it serves one attempt, right or wrong. */
const takeChallenge = async (tx: Transaction, session: SignedIn, kind: ChallengeKind): Promise<string | null> => {
  const taken = await tx.first(
    db
      .deleteFrom('challenges')
      .where('session_id', '=', session.sessionId)
      .where('user_id', '=', session.userId)
      .where('kind', '=', kind)
      .returning(['challenge', 'expires_at']),
  )
  return taken && taken.expires_at > tx.now ? taken.challenge : null
}

const passkeysOf = (userId: string) =>
  db
    .selectFrom('factors')
    .select(['id', 'credential_id', 'public_key', 'counter', 'transports'])
    .where('user_id', '=', userId)
    .where('kind', '=', 'passkey')
    .where('confirmed_at', 'is not', null)

const named = (keys: readonly { credential_id: string | null; transports: string[] | null }[]) =>
  keys.flatMap(({ credential_id: id, transports }) => (id === null ? [] : [{ id, ...(transports ? { transports } : {}) }]))

/** Passkeys of this portal: bound to the host of its address. */
export const passkeysAt = (appUrl: string) => {
  const { hostname: rpID, origin } = new URL(appUrl)

  const registrationOptions = async (tx: Transaction, session: SignedIn) => {
    const options = await generateRegistrationOptions({
      rpName: 'MyOpenIP',
      rpID,
      userName: session.login,
      userDisplayName: session.displayName,
      userID: new TextEncoder().encode(session.userId),
      excludeCredentials: named(await tx.all(passkeysOf(session.userId))),
      authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
    })
    await keepChallenge(tx, session, 'passkey_registration', options.challenge)
    return options
  }

  /** The credential that the browser made, or null when anything about it is wrong. */
  const verifyRegistration = async (tx: Transaction, session: SignedIn, response: unknown) => {
    const expectedChallenge = await takeChallenge(tx, session, 'passkey_registration')
    if (expectedChallenge === null) return null
    const result = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: false,
    }).catch(() => null)
    return result?.verified ? result.registrationInfo.credential : null
  }

  /** Options for a proof, or null when the person has no passkey. */
  const proofOptions = async (tx: Transaction, session: SignedIn) => {
    const keys = await tx.all(passkeysOf(session.userId))
    if (keys.length === 0) return null
    const options = await generateAuthenticationOptions({ rpID, allowCredentials: named(keys), userVerification: 'preferred' })
    await keepChallenge(tx, session, 'passkey_authentication', options.challenge)
    return options
  }

  const verifyProof = async (tx: Transaction, session: SignedIn, response: unknown): Promise<boolean> => {
    const expectedChallenge = await takeChallenge(tx, session, 'passkey_authentication')
    if (expectedChallenge === null) return false
    const given = response as AuthenticationResponseJSON
    const key = (await tx.all(passkeysOf(session.userId))).find((candidate) => candidate.credential_id === given.id)
    if (!key?.public_key || key.credential_id === null) return false
    const result = await verifyAuthenticationResponse({
      response: given,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      credential: { id: key.credential_id, publicKey: new Uint8Array(key.public_key), counter: key.counter ?? 0 },
      requireUserVerification: false,
    }).catch(() => null)
    if (!result?.verified) return false
    await tx.run(
      db.updateTable('factors').set({ counter: result.authenticationInfo.newCounter, last_used_at: tx.now }).where('id', '=', key.id),
    )
    return true
  }

  return { registrationOptions, verifyRegistration, proofOptions, verifyProof }
}
export type Passkeys = ReturnType<typeof passkeysAt>
