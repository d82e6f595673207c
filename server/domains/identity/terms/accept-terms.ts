import type { RequestInfo } from '../../../platform/context.ts'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { Problem } from '../../../platform/problem.ts'
import { recordActivityOf } from '../../activity/record-activity.ts'
import { aboutAccount, ownActor } from '../actor.ts'
import type { SignedIn } from '../resolve-session.ts'
import { currentTermsVersion } from './current-terms.ts'

/** Keeps that the person accepted, with version, date and address. @throws Problem `version_conflict` when another version came in force meanwhile. */
export const acceptCurrentTerms = async (tx: Transaction, session: SignedIn, request: RequestInfo, version: string): Promise<void> => {
  const current = await tx.first(currentTermsVersion)
  if (current?.version !== version) throw new Problem('version_conflict', { current: { version: current?.version ?? null } })
  const added = await tx.run(
    db
      .insertInto('terms_acceptances')
      .values({ user_id: session.userId, version, accepted_at: tx.now, ip: request.ip })
      .onConflict((conflict) => conflict.doNothing()),
  )
  if (added > 0) await recordActivityOf(tx, ownActor(session, request), { ...aboutAccount(session, 'terms.accepted'), after: { version } })
}
