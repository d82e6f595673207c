import { parseLogin } from '#api/rules/references'
import type { IdentityStore, RequestInfo } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { first } from '../../../platform/db/questions.ts'
import type { MailQueue } from '../../../platform/mail/mail-queue.ts'
import { Problem } from '../../../platform/problem.ts'
import { claimAttempt } from './attempts.ts'
import { placeFrom } from './known-places.ts'
import { networkOf } from './networks.ts'
import { type OpenedSession, openSession, personQuery } from './open-session.ts'
import { passwords } from './password-hasher.ts'

const placesOf = (login: string, request: RequestInfo) =>
  db
    .selectFrom('known_places as k')
    .innerJoin('users as u', 'u.id', 'k.user_id')
    .where('u.login', '=', login)
    .where('k.place', 'in', [networkOf(request.ip), request.deviceHash?.toString('hex') ?? ''])
    .select('k.kind')

/**
 * Signs in with login and password. Unknown login, wrong password, suspended or invited person, closed company: same work, same answer.
 * @throws Problem `invalid_credentials`, `sign_in_delayed` or `unavailable`.
 */
export const signInWith = async (
  identity: IdentityStore,
  request: RequestInfo,
  mails: MailQueue,
  given: { readonly login: string; readonly password: string },
): Promise<OpenedSession> => {
  const login = parseLogin(given.login) ?? given.login.trim().toUpperCase()
  // A NUL cannot be sent to PostgreSQL, nor can it be in a login.
  const known = !login.includes('\0')
  const { person, places } = await identity.read({
    person: known ? first(personQuery({ login })) : null,
    places: known ? placesOf(login, request) : null,
  })
  const attempt = await claimAttempt(identity, request, { subject: `login:${login}`, place: placeFrom(places ?? []) })
  const verified = await passwords.verify(person?.passwordHash ?? null, given.password)
  if (verified === 'wrong' || !person || person.state !== 'active' || person.companyState === 'closed')
    throw new Problem('invalid_credentials')
  await attempt.succeeded()
  const rehashed = verified === 'as_typed' ? await passwords.hash(given.password) : null
  return identity.write(async (tx) => {
    // While the password was being verified it may have been changed, or the access suspended: what was open has ended, and this would stay open.
    const user = await tx.first(db.selectFrom('users').select('state').where('id', '=', person.userId).forNoKeyUpdate())
    const credential = await tx.first(db.selectFrom('credentials').select('password_hash').where('user_id', '=', person.userId).forUpdate())
    if (user?.state !== 'active' || credential?.password_hash !== person.passwordHash) throw new Problem('invalid_credentials')
    if (rehashed) await tx.run(db.updateTable('credentials').set({ password_hash: rehashed }).where('user_id', '=', person.userId))
    // The session that this browser leaves behind must not live on without a cookie that names it.
    if (request.tokenHash) await tx.run(db.updateTable('sessions').set({ revoked_at: tx.now }).where('token_hash', '=', request.tokenHash))
    return openSession(tx, mails, person, request)
  })
}
