import * as contract from '#api/identity/sign-in/session'
import { db } from '../../../platform/db/query.ts'
import { first } from '../../../platform/db/questions.ts'
import { publicRoute, type Route, sessionRoute } from '../../../platform/http/route.ts'
import { Problem } from '../../../platform/problem.ts'
import { recordActivityOf } from '../../activity/record-activity.ts'
import { aboutAccount, ownActor, refuseViewAs } from '../actor.ts'
import { endSessions } from '../end-sessions.ts'
import { hasFactor, requireFactor } from '../factors/prove-factor.ts'
import type { IdentityTools } from '../identity-tools.ts'
import type { SignedIn } from '../resolve-session.ts'
import { acceptCurrentTerms } from '../terms/accept-terms.ts'
import { claimAttempt } from './attempts.ts'
import { placeOf } from './known-places.ts'
import { elevateSession, personQuery } from './open-session.ts'
import { passwords } from './password-hasher.ts'
import { presentSession } from './present-session.ts'
import { setCookies } from './set-cookies.ts'
import { signInWith } from './sign-in.ts'

const stepUpMinutes = 10

/** Signing in and out, proofs, terms. */
export const sessionRoutes = (tools: IdentityTools): Route[] => [
  publicRoute(contract.signIn, async ({ identity, request }, { body }, reply) => {
    const opened = await signInWith(identity, request, tools.mails, body)
    setCookies(reply, opened)
    return presentSession(identity, request, opened.sessionId)
  }),

  sessionRoute<SignedIn, typeof contract.readSession>(contract.readSession, ({ identity, request, session }) =>
    presentSession(identity, request, session.sessionId),
  ),

  sessionRoute<SignedIn, typeof contract.signOut>(contract.signOut, async ({ identity, session }, _input, reply) => {
    await identity.write((tx) => endSessions(tx, session.userId, { only: session.sessionId }))
    reply.clearSessionCookie()
  }),

  sessionRoute<SignedIn, typeof contract.rememberUniverse>(contract.rememberUniverse, async ({ identity, session }, { body }) => {
    // Looking as somebody leaves no trace in their habits.
    if (session.viewAsUserId) return
    await identity.write(async (tx) => {
      const company = await tx.first(db.selectFrom('companies').select('universes').where('id', '=', session.companyId))
      if (!company?.universes.includes(body.universe)) throw new Problem('forbidden')
      await tx.run(db.updateTable('users').set({ last_universe: body.universe }).where('id', '=', session.userId))
    })
  }),

  sessionRoute<SignedIn, typeof contract.proveSecondFactor>(
    contract.proveSecondFactor,
    async ({ identity, request, session }, { body }, reply) => {
      if (session.stage !== 'second_factor') throw new Problem('conflict')
      await requireFactor(identity, request, session, tools, body)
      const opened = await identity.write(async (tx) => {
        const person = await tx.first(personQuery({ userId: session.userId }))
        if (!person) throw new Problem('unauthenticated')
        return elevateSession(tx, tools.mails, person, request, session)
      })
      setCookies(reply, opened)
      return presentSession(identity, request, opened.sessionId)
    },
  ),

  sessionRoute<SignedIn, typeof contract.startPasskeyProof>(contract.startPasskeyProof, async ({ identity, session }) => {
    refuseViewAs(session)
    if (session.stage !== 'second_factor' && session.stage !== 'complete') throw new Problem('conflict')
    const options = await identity.write((tx) => tools.passkeys.proofOptions(tx, session))
    if (!options) throw new Problem('conflict')
    return { ...options }
  }),

  sessionRoute<SignedIn, typeof contract.stepUp>(contract.stepUp, async ({ identity, request, session }, { body }) => {
    refuseViewAs(session)
    if (body.method === 'password') {
      // Whoever has a second factor confirms with it: the password alone opened the door already.
      if (await hasFactor(identity, session.userId)) throw new Problem('second_factor_required')
      const place = await placeOf(identity, session.userId, request)
      const attempt = await claimAttempt(identity, request, { subject: `password:${session.userId}`, place })
      const { person } = await identity.read({ person: first(personQuery({ userId: session.userId })) })
      if ((await passwords.verify(person?.passwordHash ?? null, body.password ?? '')) === 'wrong') throw new Problem('invalid_credentials')
      await attempt.succeeded()
    } else await requireFactor(identity, request, session, tools, { ...body, method: body.method })
    const until = new Date(request.now.getTime() + stepUpMinutes * 60_000)
    await identity.write(async (tx) => {
      await tx.run(db.updateTable('sessions').set({ step_up_until: until }).where('id', '=', session.sessionId))
      await recordActivityOf(tx, ownActor(session, request), aboutAccount(session, 'session.confirmed'))
    })
    return { stepUpUntil: until.toISOString() }
  }),

  sessionRoute<SignedIn, typeof contract.acceptTerms>(contract.acceptTerms, async ({ identity, request, session }, { body }, reply) => {
    refuseViewAs(session)
    if (session.stage === 'second_factor') throw new Problem('second_factor_required')
    if (session.stage === 'enrol_second_factor') throw new Problem('second_factor_enrolment_required')
    const opened = await identity.write(async (tx) => {
      await acceptCurrentTerms(tx, session, request, body.version)
      const person = await tx.first(personQuery({ userId: session.userId }))
      if (!person) throw new Problem('unauthenticated')
      return elevateSession(tx, tools.mails, person, request, session)
    })
    setCookies(reply, opened)
    return presentSession(identity, request, opened.sessionId)
  }),
]
