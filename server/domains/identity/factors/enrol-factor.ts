import { languageOf } from '#api/languages'
import type { RequestInfo } from '../../../platform/context.ts'
import { db, type Transaction } from '../../../platform/db/query.ts'
import type { MailTemplate } from '../../../platform/mail/define-mail.ts'
import type { MailQueue } from '../../../platform/mail/mail-queue.ts'
import { Problem } from '../../../platform/problem.ts'
import { recordActivityOf } from '../../activity/record-activity.ts'
import { aboutAccount, ownActor, refuseViewAs, requireStepUp } from '../actor.ts'
import { endSessions } from '../end-sessions.ts'
import { factorAddedMail } from '../mails/security-mails.ts'
import type { SignedIn } from '../resolve-session.ts'
import { elevateSession, type OpenedSession, personQuery } from '../sign-in/open-session.ts'
import { makeBackupCodes } from './backup-codes.ts'

/** A person enrols while the company asks for it, or later after a step-up. */
export const guardEnrolment = (session: SignedIn, now: Date): void => {
  refuseViewAs(session)
  if (session.stage === 'second_factor') throw new Problem('second_factor_required')
  if (session.stage === 'accept_terms') throw new Problem('terms_not_accepted')
  if (session.stage === 'complete') requireStepUp(session, now)
}

/** Tells the person by mail that their security changed. */
export const warnPerson = async (
  tx: Transaction,
  mails: MailQueue,
  template: MailTemplate<typeof factorAddedMail.schema>,
  userId: string,
  request: RequestInfo,
): Promise<void> => {
  const person = await tx.first(personQuery({ userId }))
  if (!person?.email) return
  await mails.enqueue(tx, template, {
    to: person.email,
    language: languageOf(person.language),
    companyId: person.companyId,
    userId,
    parameters: { login: person.login, at: tx.now.toISOString(), ip: request.ip, userAgent: request.userAgent },
  })
}

/** What follows a factor that now works: codes with the first one, history, mail, and the next stage of the session. */
export const finishEnrolment = async (
  tx: Transaction,
  mails: MailQueue,
  session: SignedIn,
  request: RequestInfo,
  factor: { readonly name: string; readonly kind: 'totp' | 'passkey' },
): Promise<{ backupCodes: string[] | null; opened: OpenedSession }> => {
  const factors = await tx.all(
    db.selectFrom('factors').select('id').where('user_id', '=', session.userId).where('confirmed_at', 'is not', null),
  )
  // Until now the password alone opened sessions, and some may wait before the terms or an enrolment: none of them outlives the first factor.
  if (factors.length === 1) await endSessions(tx, session.userId, { except: session.sessionId })
  const codes = await tx.first(db.selectFrom('backup_codes').select('user_id').where('user_id', '=', session.userId).limit(1))
  const backupCodes = codes ? null : await makeBackupCodes(tx, session.userId)
  await recordActivityOf(tx, ownActor(session, request), {
    ...aboutAccount(session, 'factor.added'),
    after: { name: factor.name, kind: factor.kind },
  })
  await warnPerson(tx, mails, factorAddedMail, session.userId, request)
  const person = await tx.first(personQuery({ userId: session.userId }))
  if (!person) throw new Problem('unauthenticated')
  return { backupCodes, opened: await elevateSession(tx, mails, person, request, session) }
}
