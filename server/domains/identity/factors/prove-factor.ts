import type { IdentityStore, RequestInfo } from '../../../platform/context.ts'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { first } from '../../../platform/db/questions.ts'
import { Problem } from '../../../platform/problem.ts'
import type { SecretBox } from '../../../platform/secrets/secret-box.ts'
import type { SignedIn } from '../resolve-session.ts'
import { claimAttempt } from '../sign-in/attempts.ts'
import { placeOf } from '../sign-in/known-places.ts'
import { spendBackupCode } from './backup-codes.ts'
import type { Passkeys } from './passkeys.ts'
import { acceptedStep, totpContext } from './totp.ts'

export interface Proof {
  readonly method: 'totp' | 'passkey' | 'backup_code'
  readonly code?: string | undefined
  readonly response?: unknown
}

const confirmed = (userId: string) =>
  db.selectFrom('factors').selectAll().where('user_id', '=', userId).where('confirmed_at', 'is not', null)

export const hasFactor = async (identity: IdentityStore, userId: string): Promise<boolean> => {
  const { factor } = await identity.read({ factor: first(confirmed(userId).limit(1)) })
  return factor !== undefined
}

const proveTotp = async (tx: Transaction, secrets: SecretBox, userId: string, code: string): Promise<'right' | 'used' | 'wrong'> => {
  let answer: 'used' | 'wrong' = 'wrong'
  for (const factor of await tx.all(confirmed(userId).where('kind', '=', 'totp').forUpdate())) {
    if (!factor.secret_sealed) continue
    const step = acceptedStep(secrets.open(factor.secret_sealed, totpContext(factor.id)), code, tx.now, factor.last_step)
    if (step === 'used') answer = 'used'
    if (typeof step !== 'number') continue
    await tx.run(db.updateTable('factors').set({ last_step: step, last_used_at: tx.now }).where('id', '=', factor.id))
    return 'right'
  }
  return answer
}

/** Checks a second factor under the delays of sign-in; a right code is used up. @throws Problem `second_factor_invalid`, `second_factor_used`, `sign_in_delayed`. */
export const requireFactor = async (
  identity: IdentityStore,
  request: RequestInfo,
  session: SignedIn,
  tools: { readonly secrets: SecretBox; readonly passkeys: Passkeys },
  proof: Proof,
): Promise<void> => {
  const place = await placeOf(identity, session.userId, request)
  const attempt = await claimAttempt(identity, request, { subject: `factor:${session.userId}`, place })
  const right = await identity.write(async (tx) => {
    if (proof.method === 'passkey') return tools.passkeys.verifyProof(tx, session, proof.response)
    if (proof.method === 'totp') return proveTotp(tx, tools.secrets, session.userId, proof.code ?? '')
    // Codes replace a factor that is out of reach; they are none by themselves.
    const [factor] = await tx.all(confirmed(session.userId).limit(1))
    return factor !== undefined && spendBackupCode(tx, session.userId, proof.code ?? '')
  })
  if (right === 'used') throw new Problem('second_factor_used')
  if (!right || right === 'wrong') throw new Problem('second_factor_invalid')
  await attempt.succeeded()
}
