import { checkPassword, isStrongPassword } from '#api/identity/rules/password-rules'
import { languageOf } from '#api/languages'
import type { IdentityStore, RequestInfo } from '../../../platform/context.ts'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { first } from '../../../platform/db/questions.ts'
import type { MailQueue } from '../../../platform/mail/mail-queue.ts'
import { Problem } from '../../../platform/problem.ts'
import { hashToken } from '../../../platform/secrets/tokens.ts'
import { recordActivityOf } from '../../activity/record-activity.ts'
import { aboutAccount, ownActor } from '../actor.ts'
import { endSessions } from '../end-sessions.ts'
import { passwordChangedMail } from '../mails/security-mails.ts'
import type { SignedIn } from '../resolve-session.ts'
import { claimAttempt } from '../sign-in/attempts.ts'
import { placeOf } from '../sign-in/known-places.ts'
import { personQuery } from '../sign-in/open-session.ts'
import { passwords } from '../sign-in/password-hasher.ts'
import { livingLink } from './password-links.ts'

/** @throws Problem `password_too_weak` with one field error per broken rule. */
const requireStrongPassword = (password: string, login: string): void => {
  if (isStrongPassword(password, login)) return
  const broken = Object.entries(checkPassword(password, login)).filter(([, kept]) => !kept)
  throw new Problem('password_too_weak', { errors: broken.map(([rule]) => ({ path: 'password', code: `password_${rule}` })) })
}

const keep = (tx: Transaction, userId: string, hash: string) =>
  tx.run(
    db
      .insertInto('credentials')
      .values({ user_id: userId, password_hash: hash, changed_at: tx.now })
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ password_hash: hash, changed_at: tx.now })),
  )

interface Owner {
  readonly userId: string
  readonly login: string
  readonly language: string
  readonly displayName: string
  readonly companyId: string
  readonly companyName: string
  readonly email: string | null
}

const warn = async (tx: Transaction, mails: MailQueue, owner: Owner, request: RequestInfo): Promise<void> => {
  if (!owner.email) return
  await mails.enqueue(tx, passwordChangedMail, {
    to: owner.email,
    language: languageOf(owner.language),
    companyId: owner.companyId,
    userId: owner.userId,
    parameters: { login: owner.login, at: tx.now.toISOString(), ip: request.ip, userAgent: request.userAgent },
  })
}

/** Sets the password with a link of a mail. The link, and every other one of the person, is then used; all their sessions end. */
export const setPasswordWithLink = async (
  identity: IdentityStore,
  request: RequestInfo,
  mails: MailQueue,
  given: { readonly token: string; readonly password: string },
): Promise<void> => {
  const { link } = await identity.read({ link: first(livingLink(given.token, request.now)) })
  if (!link) throw new Problem('link_expired')
  requireStrongPassword(given.password, link.login)
  const hash = await passwords.hash(given.password)
  await identity.write(async (tx) => {
    // Of two uses at once, the second waits here and finds the link used.
    const used = await tx.all(
      db
        .updateTable('password_links')
        .set({ used_at: tx.now })
        .where('user_id', '=', link.userId)
        .where('used_at', 'is', null)
        .returning('token_hash'),
    )
    const still = await tx.first(db.selectFrom('users').select('state').where('id', '=', link.userId))
    // Not any link of theirs: this one, which may have died since it was read.
    const own = hashToken(given.token)
    if (!used.some((row) => own.equals(row.token_hash)) || still?.state === 'suspended') throw new Problem('link_expired')
    await keep(tx, link.userId, hash)
    if (link.state === 'invited') await tx.run(db.updateTable('users').set({ state: 'active' }).where('id', '=', link.userId))
    await endSessions(tx, link.userId)
    const action = link.kind === 'initialisation' ? 'password.initialised' : 'password.reset'
    await recordActivityOf(tx, ownActor(link, request), aboutAccount(link, action))
    if (link.kind === 'forgotten') await warn(tx, mails, link, request)
  })
}

/** Changes the password of the signed-in person, who gives the present one. Their other sessions end. */
export const changeOwnPassword = async (
  identity: IdentityStore,
  request: RequestInfo,
  mails: MailQueue,
  session: SignedIn,
  given: { readonly currentPassword: string; readonly password: string },
): Promise<void> => {
  requireStrongPassword(given.password, session.login)
  const place = await placeOf(identity, session.userId, request)
  const attempt = await claimAttempt(identity, request, { subject: `password:${session.userId}`, place })
  const { person } = await identity.read({ person: first(personQuery({ userId: session.userId })) })
  if (!person || (await passwords.verify(person.passwordHash, given.currentPassword)) === 'wrong')
    throw new Problem('validation_failed', { errors: [{ path: 'currentPassword', code: 'password_wrong' }] })
  await attempt.succeeded()
  const hash = await passwords.hash(given.password)
  await identity.write(async (tx) => {
    await keep(tx, session.userId, hash)
    await tx.run(
      db.updateTable('password_links').set({ used_at: tx.now }).where('user_id', '=', session.userId).where('used_at', 'is', null),
    )
    await endSessions(tx, session.userId, { except: session.sessionId })
    await recordActivityOf(tx, ownActor(session, request), aboutAccount(session, 'password.changed'))
    await warn(tx, mails, person, request)
  })
}
