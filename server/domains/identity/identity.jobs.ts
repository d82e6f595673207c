import { languageOf } from '#api/languages'
import { db, type Transaction } from '../../platform/db/query.ts'
import type { workerTransactions } from '../../platform/db/worker-transactions.ts'
import type { Job } from '../../platform/jobs/define-job.ts'
import type { MailTemplate } from '../../platform/mail/define-mail.ts'
import type { MailQueue } from '../../platform/mail/mail-queue.ts'
import { sendInitialisation } from './initialisation-job.ts'
import { forgottenMail, initialisationMail } from './mails/password-mails.ts'
import {
  backupCodesMail,
  emailChangedMail,
  factorAddedMail,
  factorRemovedMail,
  newSignInMail,
  passwordChangedMail,
} from './mails/security-mails.ts'
import { sendForgotten } from './passwords/forgotten-job.ts'
import { type LinkKind, makePasswordLink, passwordLinkUrl } from './passwords/password-links.ts'
import { personQuery } from './sign-in/open-session.ts'

/** Mails of this domain, for the sender. */
export const identityMails: readonly MailTemplate[] = [
  initialisationMail,
  forgottenMail,
  newSignInMail,
  passwordChangedMail,
  factorAddedMail,
  factorRemovedMail,
  backupCodesMail,
  emailChangedMail,
] as readonly MailTemplate[]

export interface IdentityJobOptions {
  readonly inTransaction: ReturnType<typeof workerTransactions>
  readonly mails: MailQueue
  readonly appUrl: string
}

/** Minutes to wait after the first, second … forgotten-password mail of a day: nobody floods somebody's mailbox, and nobody waits over half an hour. */
const forgottenPauses = [2, 5, 10, 30] as const

/** What the worker does for people: links by mail. */
export const identityJobs = ({ inTransaction, mails, appUrl }: IdentityJobOptions): Job[] => {
  const sendLink = async (tx: Transaction, where: { userId: string } | { login: string }, kind: LinkKind): Promise<void> => {
    const person = await tx.first(personQuery(where))
    if (!person?.email || person.companyState === 'closed') return
    // An invited person who forgot has no password yet: the first mail again. A suspended one gets nothing.
    const wanted = person.state === 'invited' ? 'initialisation' : person.state === 'active' ? kind : null
    if (wanted === null || (kind === 'initialisation' && person.state !== 'invited')) return
    if (kind === 'forgotten') {
      const ago = (minutes: number) => new Date(tx.now.getTime() - minutes * 60_000)
      const today = await tx.all(
        db
          .selectFrom('password_links')
          .select('created_at')
          .where('user_id', '=', person.userId)
          .where('created_at', '>', ago(24 * 60))
          .orderBy('created_at', 'desc'),
      )
      const pause = forgottenPauses[Math.min(today.length, forgottenPauses.length) - 1] ?? 0
      if (today[0] && today[0].created_at > ago(pause)) return
    }
    const token = await makePasswordLink(tx, person.userId, wanted, kind === 'forgotten' ? 'by_anybody' : 'by_us')
    await mails.enqueue(tx, wanted === 'initialisation' ? initialisationMail : forgottenMail, {
      to: person.email,
      language: languageOf(person.language),
      companyId: person.companyId,
      userId: person.userId,
      login: person.login,
      parameters: { login: person.login, companyName: person.companyName, url: passwordLinkUrl(appUrl, token) },
    })
  }

  return [
    sendInitialisation.handledBy(({ userId }) => inTransaction((tx) => sendLink(tx, { userId }, 'initialisation'))),
    sendForgotten.handledBy(({ login }) => inTransaction((tx) => sendLink(tx, { login }, 'forgotten'))),
  ]
}
