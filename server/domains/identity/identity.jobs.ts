import type pg from 'pg'
import type { Clock } from '../../platform/clock.ts'
import { db, type Transaction, transactionOn } from '../../platform/db/query.ts'
import { inTransaction } from '../../platform/db/store.ts'
import { defineJob, type Job } from '../../platform/jobs/define-job.ts'
import { type PeriodicJob, periodicPayload } from '../../platform/jobs/periodic.ts'
import type { MailTemplate } from '../../platform/mail/define-mail.ts'
import type { MailQueue } from '../../platform/mail/mail-queue.ts'
import type { SecretColumn } from '../../platform/secrets/rotate-secrets.ts'
import { totpContext } from './factors/totp.ts'
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

/** Columns that SECRET_KEY protects, for its rotation. */
export const identitySecrets: readonly SecretColumn[] = [{ table: 'factors', column: 'secret_sealed', context: totpContext }]

export interface IdentityJobOptions {
  /** The worker's login. */
  readonly pool: pg.Pool
  readonly clock: Clock
  readonly mails: MailQueue
  readonly appUrl: string
}

/** Minutes between two forgotten-password mails of one login: nobody floods somebody's mailbox. */
const forgottenPauseMinutes = 2
const day = 86_400_000

const purgeKind = defineJob('identity.purge', periodicPayload)

export const identityPeriodic: readonly PeriodicJob[] = [{ identifier: purgeKind.identifier, schedule: { daily: '03:20' } }]

/** What the worker does for people: links by mail, and forgetting what is over. */
export const identityJobs = ({ pool, clock, mails, appUrl }: IdentityJobOptions): Job[] => {
  const transact = (work: (tx: Transaction) => Promise<void>) => {
    const now = clock.now()
    return inTransaction(pool, async (client) => {
      await client.query('select app.at($1)', [now])
      await work(transactionOn(client, now))
    })
  }

  const sendLink = async (tx: Transaction, where: { userId: string } | { login: string }, kind: LinkKind): Promise<void> => {
    const person = await tx.first(personQuery(where))
    if (!person?.email || person.companyState === 'closed') return
    // An invited person who forgot has no password yet: the first mail again. A suspended one gets nothing.
    const wanted = person.state === 'invited' ? 'initialisation' : person.state === 'active' ? kind : null
    if (wanted === null || (kind === 'initialisation' && person.state !== 'invited')) return
    if (kind === 'forgotten') {
      const recent = await tx.first(
        db
          .selectFrom('password_links')
          .select('kind')
          .where('user_id', '=', person.userId)
          .where('created_at', '>', new Date(tx.now.getTime() - forgottenPauseMinutes * 60_000))
          .limit(1),
      )
      if (recent) return
    }
    const token = await makePasswordLink(tx, person.userId, wanted)
    await mails.enqueue(tx, wanted === 'initialisation' ? initialisationMail : forgottenMail, {
      to: person.email,
      language: person.language === 'en' ? 'en' : 'fr',
      companyId: person.companyId,
      userId: person.userId,
      login: person.login,
      parameters: { login: person.login, companyName: person.companyName, url: passwordLinkUrl(appUrl, token) },
    })
  }

  const purge = (tx: Transaction) => {
    const before = (days: number) => new Date(tx.now.getTime() - days * day)
    return Promise.all([
      tx.run(db.deleteFrom('challenges').where('expires_at', '<', tx.now)),
      tx.run(db.deleteFrom('password_links').where('expires_at', '<', before(30))),
      tx.run(db.deleteFrom('sign_in_failures').where('last_at', '<', before(2))),
      tx.run(db.deleteFrom('known_places').where('last_seen_at', '<', before(400))),
      tx.run(db.deleteFrom('factors').where('confirmed_at', 'is', null).where('created_at', '<', before(1))),
      tx.run(db.deleteFrom('idempotency_keys').where('created_at', '<', before(1))),
    ])
  }

  return [
    sendInitialisation.handledBy(({ userId }) => transact((tx) => sendLink(tx, { userId }, 'initialisation'))),
    sendForgotten.handledBy(({ login }) => transact((tx) => sendLink(tx, { login }, 'forgotten'))),
    purgeKind.handledBy(() =>
      transact(async (tx) => {
        await purge(tx)
        const over = db
          .selectFrom('sessions')
          .select('id')
          .where('expires_at', '<', new Date(tx.now.getTime() - 30 * day))
        await tx.run(db.deleteFrom('challenges').where('session_id', 'in', over))
        await tx.run(db.deleteFrom('sessions').where('id', 'in', over))
      }),
    ),
  ]
}
