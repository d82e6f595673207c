import * as account from '#api/identity/account/account'
import { parseLogin } from '#api/rules/references'
import { first } from '../../../platform/db/questions.ts'
import { publicRoute, type Route, sessionRoute } from '../../../platform/http/route.ts'
import { Problem } from '../../../platform/problem.ts'
import { refuseViewAs } from '../actor.ts'
import type { IdentityTools } from '../identity-tools.ts'
import type { SignedIn } from '../resolve-session.ts'
import { claimAttempt } from '../sign-in/attempts.ts'
import { sendForgotten } from './forgotten-job.ts'
import { livingLink } from './password-links.ts'
import { changeOwnPassword, setPasswordWithLink } from './set-password.ts'

export const passwordRoutes = ({ mails }: IdentityTools): Route[] => [
  publicRoute(account.forgetPassword, async ({ identity, request }, { body }) => {
    // Whether it is anybody's login is looked up later, by the worker: the answer and its time are the same for all.
    const login = parseLogin(body.login)
    if (login === null) return
    // Counted per network, whoever's login it is: one machine does not write to everybody, and nobody keeps a person from asking elsewhere.
    await claimAttempt(identity, request, { subject: `forgotten:${login}`, place: 'known_network' })
    await identity.write((tx) => sendForgotten.enqueue(tx, { login }, { key: `forgotten:${login}` }))
  }),

  publicRoute(account.checkPasswordLink, async ({ identity, request }, { body }) => {
    const { link } = await identity.read({ link: first(livingLink(body.token, request.now)) })
    if (!link) throw new Problem('link_expired')
    return {
      login: link.login,
      kind: link.kind === 'forgotten' ? ('forgotten' as const) : ('initialisation' as const),
      expiresAt: link.expiresAt.toISOString(),
    }
  }),

  publicRoute(account.setPasswordByLink, ({ identity, request }, { body }) => setPasswordWithLink(identity, request, mails, body)),

  sessionRoute<SignedIn, typeof account.changePassword>(account.changePassword, ({ identity, request, session }, { body }) => {
    refuseViewAs(session)
    return changeOwnPassword(identity, request, mails, session, body)
  }),
]
