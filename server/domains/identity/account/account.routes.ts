import type { ResponseInput } from '#api/endpoint'
import * as contract from '#api/identity/account/account'
import { languageOf } from '#api/languages'
import { db, type RowsOf } from '../../../platform/db/query.ts'
import { first } from '../../../platform/db/questions.ts'
import { type Route, sessionRoute } from '../../../platform/http/route.ts'
import { Problem } from '../../../platform/problem.ts'
import { changes, recordActivityOf } from '../../activity/record-activity.ts'
import { aboutAccount, ownActor, refuseViewAs, requireStepUp } from '../actor.ts'
import { endSessions } from '../end-sessions.ts'
import type { IdentityTools } from '../identity-tools.ts'
import { emailChangedMail } from '../mails/security-mails.ts'
import { idleHours, type SignedIn } from '../resolve-session.ts'

const accountOf = (userId: string) =>
  db
    .selectFrom('users as u')
    .innerJoin('contacts as p', 'p.id', 'u.contact_id')
    .innerJoin('companies as c', 'c.id', 'u.company_id')
    .leftJoin('credentials as k', 'k.user_id', 'u.id')
    .where('u.id', '=', userId)
    .select([
      'u.login',
      'u.language',
      'u.contact_id as contactId',
      'u.last_sign_in_at as lastSignInAt',
      'k.changed_at as passwordChangedAt',
      'p.first_name as firstName',
      'p.last_name as lastName',
      'p.job_title as jobTitle',
      'p.phone',
      'p.mobile',
      'p.email',
      'p.version',
      'c.reference',
      'c.name',
    ])
type Row = RowsOf<ReturnType<typeof accountOf>>[number]

const present = (row: Row, edit: boolean): ResponseInput<typeof contract.readAccount> => ({
  login: row.login,
  firstName: row.firstName,
  lastName: row.lastName,
  jobTitle: row.jobTitle,
  phone: row.phone,
  mobile: row.mobile,
  email: row.email,
  language: languageOf(row.language),
  company: { reference: row.reference, name: row.name },
  lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
  passwordChangedAt: row.passwordChangedAt?.toISOString() ?? null,
  version: row.version,
  abilities: { edit },
})

/** « Mes informations » and « Mes sessions ». */
export const accountRoutes = ({ mails }: IdentityTools): Route[] => [
  sessionRoute<SignedIn, typeof contract.readAccount>(contract.readAccount, async ({ identity, session }) => {
    const { row } = await identity.read({ row: first(accountOf(session.viewAsUserId ?? session.userId)) })
    if (!row) throw new Problem('unauthenticated')
    return present(row, session.viewAsUserId === null)
  }),

  sessionRoute<SignedIn, typeof contract.editAccount>(contract.editAccount, async ({ identity, request, session }, { body }) => {
    refuseViewAs(session)
    const { version, ...wished } = body
    return identity.write(async (tx) => {
      const row = await tx.first(accountOf(session.userId).forUpdate('p'))
      if (!row) throw new Problem('unauthenticated')
      if (row.version !== version) throw new Problem('version_conflict', { current: present(row, true) })
      const { firstName, lastName, jobTitle, phone, mobile, email } = row
      const before = { firstName, lastName, jobTitle, phone, mobile, email }
      const changed = changes<Record<string, unknown>>(before, wished)
      if (!changed) return present(row, true)
      const after = { ...before, ...wished }
      const newAddress = after.email !== before.email
      // Links that set the password go to this address.
      if (newAddress) requireStepUp(session, request.now)
      const displayName = `${after.firstName} ${after.lastName}`.trim()
      await tx.run(
        db
          .updateTable('contacts')
          .set({
            first_name: after.firstName,
            last_name: after.lastName,
            job_title: after.jobTitle,
            phone: after.phone,
            mobile: after.mobile,
            email: after.email,
            version: version + 1,
          })
          .where('id', '=', row.contactId),
      )
      await tx.run(db.updateTable('users').set({ display_name: displayName }).where('id', '=', session.userId))
      await recordActivityOf(tx, ownActor(session, request), {
        ...aboutAccount({ ...session, displayName }, 'account.updated'),
        ...changed,
      })
      if (newAddress) {
        await tx.run(
          db.updateTable('password_links').set({ used_at: tx.now }).where('user_id', '=', session.userId).where('used_at', 'is', null),
        )
        if (before.email)
          await mails.enqueue(tx, emailChangedMail, {
            to: before.email,
            language: languageOf(row.language),
            companyId: session.companyId,
            userId: session.userId,
            parameters: { login: session.login, at: tx.now.toISOString(), ip: request.ip, userAgent: request.userAgent },
          })
      }
      return present({ ...row, ...after, version: version + 1 }, true)
    })
  }),

  sessionRoute<SignedIn, typeof contract.chooseLanguage>(contract.chooseLanguage, async ({ identity, session }, { body }) => {
    refuseViewAs(session)
    await identity.write((tx) => tx.run(db.updateTable('users').set({ language: body.language }).where('id', '=', session.userId)))
  }),

  sessionRoute<SignedIn, typeof contract.listAccountSessions>(contract.listAccountSessions, async ({ identity, request, session }) => {
    refuseViewAs(session)
    const { open } = await identity.read({
      open: db
        .selectFrom('sessions')
        .select(['id', 'ip', 'user_agent', 'created_at', 'last_seen_at', 'expires_at'])
        .where('user_id', '=', session.userId)
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', request.now)
        .where('last_seen_at', '>', new Date(request.now.getTime() - idleHours * 3_600_000))
        .orderBy('last_seen_at', 'desc')
        .limit(200),
    })
    return {
      items: open.map((row) => ({
        id: row.id,
        current: row.id === session.sessionId,
        ip: row.ip,
        userAgent: row.user_agent,
        createdAt: row.created_at.toISOString(),
        lastSeenAt: row.last_seen_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
      })),
    }
  }),

  sessionRoute<SignedIn, typeof contract.revokeAccountSession>(
    contract.revokeAccountSession,
    async ({ identity, request, session }, { params }) => {
      refuseViewAs(session)
      await identity.write(async (tx) => {
        if ((await endSessions(tx, session.userId, { only: params.session })) === 0) throw new Problem('not_found')
        await recordActivityOf(tx, ownActor(session, request), aboutAccount(session, 'session.revoked'))
      })
    },
  ),

  sessionRoute<SignedIn, typeof contract.revokeOtherSessions>(contract.revokeOtherSessions, async ({ identity, request, session }) => {
    refuseViewAs(session)
    return identity.write(async (tx) => {
      const revoked = await endSessions(tx, session.userId, { except: session.sessionId })
      if (revoked > 0) await recordActivityOf(tx, ownActor(session, request), aboutAccount(session, 'session.revoked'))
      return { revoked }
    })
  }),
]
