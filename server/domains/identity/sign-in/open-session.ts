import type { SessionStage } from '#api/identity/sign-in/session'
import { languageOf } from '#api/languages'
import type { RequestInfo } from '../../../platform/context.ts'
import { db, type RowsOf, type Transaction } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import type { MailQueue } from '../../../platform/mail/mail-queue.ts'
import { Problem } from '../../../platform/problem.ts'
import { hashToken, newToken } from '../../../platform/secrets/tokens.ts'
import { recordActivityOf } from '../../activity/record-activity.ts'
import { aboutAccount, ownActor } from '../actor.ts'
import { newSignInMail } from '../mails/security-mails.ts'
import { currentTermsVersion } from '../terms/current-terms.ts'
import { rememberPlaces } from './known-places.ts'
import { stageFor } from './session-stage.ts'

const sessionDays = 7
const deviceDays = 400
const day = 86_400_000

/** What a sign-in needs to know of its person. */
export const personQuery = (where: { login: string } | { userId: string }) => {
  const query = db
    .selectFrom('users as u')
    .innerJoin('companies as c', 'c.id', 'u.company_id')
    .innerJoin('contacts as p', 'p.id', 'u.contact_id')
    .leftJoin('credentials as k', 'k.user_id', 'u.id')
    .select([
      'u.id as userId',
      'u.login',
      'u.state',
      'u.language',
      'u.display_name as displayName',
      'u.company_id as companyId',
      'c.name as companyName',
      'c.state as companyState',
      'c.operator_id as operatorId',
      'c.second_factor_required as factorRequired',
      'p.email',
      'k.password_hash as passwordHash',
    ])
  return 'login' in where ? query.where('u.login', '=', where.login) : query.where('u.id', '=', where.userId)
}
export type Person = RowsOf<ReturnType<typeof personQuery>>[number]

/** The first letter only picks the connections of the role that the session will take. */
const tokenFor = ({ operatorId, companyId }: Person): string =>
  `${operatorId !== null && operatorId !== companyId ? 'e' : 'c'}${newToken()}`

/** Cookies to set once the transaction is committed. */
export interface OpenedSession {
  readonly sessionId: string
  readonly token: string
  readonly expiresAt: Date
  readonly stage: SessionStage
  /** Set when the session became complete: this browser is known from now on. */
  readonly device: { readonly token: string; readonly expiresAt: Date } | null
}

const nextStage = async (tx: Transaction, person: Person, provedFactor: boolean): Promise<SessionStage> => {
  const factor = await tx.first(
    db.selectFrom('factors').select('id').where('user_id', '=', person.userId).where('confirmed_at', 'is not', null).limit(1),
  )
  const terms = await tx.first(currentTermsVersion)
  const accepted =
    !terms ||
    (await tx.first(
      db.selectFrom('terms_acceptances').select('version').where('user_id', '=', person.userId).where('version', '=', terms.version),
    ))
  return stageFor({ provedFactor, hasFactor: Boolean(factor), factorRequired: person.factorRequired, acceptedTerms: Boolean(accepted) })
}

const welcome = async (tx: Transaction, mails: MailQueue, person: Person, request: RequestInfo): Promise<OpenedSession['device']> => {
  const token = newToken()
  const stranger = await rememberPlaces(tx, person.userId, request, request.deviceHash ?? hashToken(token))
  await tx.run(db.updateTable('users').set({ last_sign_in_at: tx.now }).where('id', '=', person.userId))
  await recordActivityOf(tx, ownActor(person, request), aboutAccount(person, 'session.opened'))
  if (stranger && person.email)
    await mails.enqueue(tx, newSignInMail, {
      to: person.email,
      language: languageOf(person.language),
      companyId: person.companyId,
      userId: person.userId,
      parameters: { login: person.login, at: tx.now.toISOString(), ip: request.ip, userAgent: request.userAgent },
    })
  return request.deviceHash ? null : { token, expiresAt: new Date(tx.now.getTime() + deviceDays * day) }
}

/** Opens a session for a person who gave the right password. */
export const openSession = async (tx: Transaction, mails: MailQueue, person: Person, request: RequestInfo): Promise<OpenedSession> => {
  const sessionId = newId()
  const token = tokenFor(person)
  const expiresAt = new Date(tx.now.getTime() + sessionDays * day)
  const stage = await nextStage(tx, person, false)
  await tx.run(
    db.insertInto('sessions').values({
      id: sessionId,
      token_hash: hashToken(token),
      user_id: person.userId,
      stage,
      created_at: tx.now,
      last_seen_at: tx.now,
      expires_at: expiresAt,
      ip: request.ip,
      user_agent: request.userAgent,
    }),
  )
  const device = stage === 'complete' ? await welcome(tx, mails, person, request) : null
  return { sessionId, token, expiresAt, stage, device }
}

/**
 * Moves a session on after a proof, an enrolment or the terms. It gets a new token each time, so that a token seen before the elevation is worth
 * nothing after it.
 */
export const elevateSession = async (
  tx: Transaction,
  mails: MailQueue,
  person: Person,
  request: RequestInfo,
  session: { readonly sessionId: string; readonly expiresAt: Date; readonly stage: SessionStage },
): Promise<OpenedSession> => {
  const token = tokenFor(person)
  const stage = await nextStage(tx, person, true)
  const alive = await tx.run(
    db
      .updateTable('sessions')
      .set({ token_hash: hashToken(token), stage, last_seen_at: tx.now })
      .where('id', '=', session.sessionId)
      .where('stage', '=', session.stage)
      .where('revoked_at', 'is', null),
  )
  // Ended, or moved on by another request, since this one began: what was proved or enrolled for it is undone.
  if (alive === 0) throw new Problem('unauthenticated')
  const device = stage === 'complete' && session.stage !== 'complete' ? await welcome(tx, mails, person, request) : null
  return { sessionId: session.sessionId, token, expiresAt: session.expiresAt, stage, device }
}
