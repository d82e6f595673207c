import * as account from '#api/identity/account/account'
import type { SessionContext } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { first } from '../../../platform/db/questions.ts'
import { type Reply, type Route, sessionRoute } from '../../../platform/http/route.ts'
import { newId } from '../../../platform/ids.ts'
import { Problem } from '../../../platform/problem.ts'
import { recordActivityOf } from '../../activity/record-activity.ts'
import { aboutAccount, ownActor, refuseViewAs, requireStepUp } from '../actor.ts'
import type { IdentityTools } from '../identity-tools.ts'
import { backupCodesMail, factorRemovedMail } from '../mails/security-mails.ts'
import type { SignedIn } from '../resolve-session.ts'
import { claimAttempt } from '../sign-in/attempts.ts'
import { placeOf } from '../sign-in/known-places.ts'
import { personQuery } from '../sign-in/open-session.ts'
import { presentSession } from '../sign-in/present-session.ts'
import { setCookies } from '../sign-in/set-cookies.ts'
import { makeBackupCodes } from './backup-codes.ts'
import { finishEnrolment, guardEnrolment, warnPerson } from './enrol-factor.ts'
import { acceptedStep, newTotpSecret, totpContext } from './totp.ts'

type Context = SessionContext<SignedIn>
const own = (userId: string) => db.selectFrom('factors').where('user_id', '=', userId).where('confirmed_at', 'is not', null)
const maximumFactors = 10

const answer = async (
  { identity, request }: Context,
  reply: Reply,
  done: Awaited<ReturnType<typeof finishEnrolment>>,
  factor: { id: string; name: string },
) => {
  setCookies(reply, done.opened)
  return { factor, backupCodes: done.backupCodes, session: await presentSession(identity, request, done.opened.sessionId) }
}

/** Second factors of the signed-in person. */
export const factorRoutes = ({ secrets, passkeys, mails }: IdentityTools): Route[] => [
  sessionRoute<SignedIn, typeof account.listFactors>(account.listFactors, async ({ identity, session }) => {
    refuseViewAs(session)
    if (session.stage === 'second_factor') throw new Problem('second_factor_required')
    if (session.stage === 'accept_terms') throw new Problem('terms_not_accepted')
    const { factors, left, person } = await identity.read({
      factors: own(session.userId).select(['id', 'kind', 'name', 'created_at', 'last_used_at']).orderBy('created_at'),
      left: db.selectFrom('backup_codes').select('user_id').where('user_id', '=', session.userId).where('used_at', 'is', null),
      person: first(personQuery({ userId: session.userId })),
    })
    const required = person?.factorRequired ?? false
    const remove = session.stage === 'complete' && !(required && factors.length === 1)
    return {
      items: factors.map((factor) => ({
        id: factor.id,
        kind: factor.kind === 'passkey' ? ('passkey' as const) : ('totp' as const),
        name: factor.name,
        createdAt: factor.created_at.toISOString(),
        lastUsedAt: factor.last_used_at?.toISOString() ?? null,
        abilities: { remove },
      })),
      backupCodesLeft: left.length,
      required,
    }
  }),

  sessionRoute<SignedIn, typeof account.startTotp>(account.startTotp, async ({ identity, request, session }, { body }) => {
    guardEnrolment(session, request.now)
    const { secret, uri } = newTotpSecret(session.login)
    const id = newId()
    await identity.write(async (tx) => {
      await tx.run(db.deleteFrom('factors').where('user_id', '=', session.userId).where('confirmed_at', 'is', null))
      if ((await tx.all(own(session.userId).select('id'))).length >= maximumFactors) throw new Problem('conflict')
      const secretSealed = secrets.seal(secret, totpContext(id))
      await tx.run(
        db
          .insertInto('factors')
          .values({ id, user_id: session.userId, kind: 'totp', name: body.name, secret_sealed: secretSealed, created_at: tx.now }),
      )
    })
    return { id, secret, uri }
  }),

  sessionRoute<SignedIn, typeof account.confirmTotp>(account.confirmTotp, async (context, { params, body }, reply) => {
    const { identity, request, session } = context
    guardEnrolment(session, request.now)
    const place = await placeOf(identity, session.userId, request)
    const attempt = await claimAttempt(identity, request, { subject: `factor:${session.userId}`, place })
    const done = await identity.write(async (tx) => {
      const factor = await tx.first(
        db
          .selectFrom('factors')
          .selectAll()
          .where('id', '=', params.factor)
          .where('user_id', '=', session.userId)
          .where('kind', '=', 'totp')
          .where('confirmed_at', 'is', null)
          .forUpdate(),
      )
      if (!factor?.secret_sealed) throw new Problem('not_found')
      const step = acceptedStep(secrets.open(factor.secret_sealed, totpContext(factor.id)), body.code, tx.now, null)
      if (typeof step !== 'number') throw new Problem('second_factor_invalid')
      await tx.run(db.updateTable('factors').set({ confirmed_at: tx.now, last_step: step }).where('id', '=', factor.id))
      return { name: factor.name, ...(await finishEnrolment(tx, mails, session, request, { name: factor.name, kind: 'totp' })) }
    })
    await attempt.succeeded()
    return answer(context, reply, done, { id: params.factor, name: done.name })
  }),

  sessionRoute<SignedIn, typeof account.startPasskey>(account.startPasskey, async ({ identity, request, session }) => {
    guardEnrolment(session, request.now)
    return { ...(await identity.write((tx) => passkeys.registrationOptions(tx, session))) }
  }),

  sessionRoute<SignedIn, typeof account.registerPasskey>(account.registerPasskey, async (context, { body }, reply) => {
    const { identity, request, session } = context
    guardEnrolment(session, request.now)
    // On its own: a challenge is used up even when what follows is refused.
    const credential = await identity.write((tx) => passkeys.verifyRegistration(tx, session, body.response))
    if (!credential) throw new Problem('second_factor_invalid')
    const id = newId()
    const done = await identity.write(async (tx) => {
      if ((await tx.all(own(session.userId).select('id'))).length >= maximumFactors) throw new Problem('conflict')
      const inserted = await tx.run(
        db
          .insertInto('factors')
          .values({
            id,
            user_id: session.userId,
            kind: 'passkey',
            name: body.name,
            credential_id: credential.id,
            public_key: Buffer.from(credential.publicKey),
            counter: credential.counter,
            transports: credential.transports ?? null,
            confirmed_at: tx.now,
            created_at: tx.now,
          })
          .onConflict((conflict) => conflict.column('credential_id').doNothing()),
      )
      if (inserted === 0) throw new Problem('already_exists')
      return finishEnrolment(tx, mails, session, request, { name: body.name, kind: 'passkey' })
    })
    return answer(context, reply, done, { id, name: body.name })
  }),

  sessionRoute<SignedIn, typeof account.renameFactor>(account.renameFactor, async ({ identity, session }, { params, body }) => {
    refuseViewAs(session)
    await identity.write(async (tx) => {
      const renamed = await tx.run(
        db.updateTable('factors').set({ name: body.name }).where('id', '=', params.factor).where('user_id', '=', session.userId),
      )
      if (renamed === 0) throw new Problem('not_found')
    })
  }),

  sessionRoute<SignedIn, typeof account.removeFactor>(account.removeFactor, async ({ identity, request, session }, { params }) => {
    refuseViewAs(session)
    requireStepUp(session, request.now)
    await identity.write(async (tx) => {
      // Locked together, so that two removals at once do not leave a person without the factor that the company requires.
      const factors = await tx.all(own(session.userId).select(['id', 'name', 'kind']).forUpdate())
      const factor = factors.find(({ id }) => id === params.factor)
      if (!factor) throw new Problem('not_found')
      const person = await tx.first(personQuery({ userId: session.userId }))
      if (person?.factorRequired && factors.length === 1) throw new Problem('conflict')
      await tx.run(db.deleteFrom('factors').where('id', '=', factor.id))
      if (factors.length === 1) await tx.run(db.deleteFrom('backup_codes').where('user_id', '=', session.userId))
      await recordActivityOf(tx, ownActor(session, request), {
        ...aboutAccount(session, 'factor.removed'),
        before: { name: factor.name, kind: factor.kind },
      })
      await warnPerson(tx, mails, factorRemovedMail, session.userId, request)
    })
  }),

  sessionRoute<SignedIn, typeof account.renewBackupCodes>(account.renewBackupCodes, async ({ identity, request, session }) => {
    refuseViewAs(session)
    requireStepUp(session, request.now)
    const codes = await identity.write(async (tx) => {
      if (!(await tx.first(own(session.userId).select('id').limit(1)))) throw new Problem('conflict')
      await recordActivityOf(tx, ownActor(session, request), aboutAccount(session, 'backup_codes.renewed'))
      await warnPerson(tx, mails, backupCodesMail, session.userId, request)
      return makeBackupCodes(tx, session.userId)
    })
    return { codes }
  }),
]
