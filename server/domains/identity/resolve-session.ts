import type { IdentityStore, RequestInfo } from '../../platform/context.ts'
import { db } from '../../platform/db/query.ts'
import { first } from '../../platform/db/questions.ts'
import { Problem } from '../../platform/problem.ts'

/** A session and its person, as the identity domain's routes see them. */
export interface SignedIn {
  readonly sessionId: string
  readonly stage: 'second_factor' | 'enrol_second_factor' | 'accept_terms' | 'complete'
  readonly userId: string
  readonly login: string
  readonly companyId: string
  readonly companyName: string
  readonly displayName: string
  readonly stepUpUntil: Date | null
  readonly expiresAt: Date
  /** « voir comme »: the person looked at, and why. The session is then read only. */
  readonly viewAsUserId: string | null
  readonly viewAsReason: string | null
}

/** Hours without a request after which a session ends. */
export const idleHours = 12

const stageProblems = {
  second_factor: 'second_factor_required',
  enrol_second_factor: 'second_factor_enrolment_required',
  accept_terms: 'terms_not_accepted',
} as const

/** The living session of a request's token. @throws Problem `unauthenticated`, or what is still due when `complete` is asked. */
export const resolveSession = async (identity: IdentityStore, request: RequestInfo, complete: boolean): Promise<SignedIn> => {
  if (!request.tokenHash) throw new Problem('unauthenticated')
  const { found } = await identity.read({
    found: first(
      db
        .selectFrom('sessions as s')
        .innerJoin('users as u', 'u.id', 's.user_id')
        .innerJoin('companies as c', 'c.id', 'u.company_id')
        .where('s.token_hash', '=', request.tokenHash)
        .where('s.revoked_at', 'is', null)
        .where('s.expires_at', '>', request.now)
        .where('s.last_seen_at', '>', new Date(request.now.getTime() - idleHours * 3_600_000))
        .where('u.state', '=', 'active')
        .where('c.state', '<>', 'closed')
        .select([
          's.id as sessionId',
          's.stage',
          's.user_id as userId',
          'u.login',
          'u.company_id as companyId',
          'c.name as companyName',
          'u.display_name as displayName',
          's.step_up_until as stepUpUntil',
          's.expires_at as expiresAt',
          's.view_as_user_id as viewAsUserId',
          's.view_as_reason as viewAsReason',
        ]),
    ),
  })
  if (!found) throw new Problem('unauthenticated')
  const session = found as SignedIn
  if (complete && session.stage !== 'complete') throw new Problem(stageProblems[session.stage])
  return session
}
