import { openEvents } from '#api/identity/events'
import { db } from '../../platform/db/query.ts'
import { first } from '../../platform/db/questions.ts'
import { type Route, sessionRoute } from '../../platform/http/route.ts'
import { Problem } from '../../platform/problem.ts'
import type { EventStreams } from '../../platform/realtime/event-stream.ts'
import type { Listener } from '../../platform/realtime/hub.ts'
import type { SignedIn } from './resolve-session.ts'

/** The browser's live stream: events are addressed to people, companies and partners, so the session says whom it hears. */
export const eventRoutes = (streams: EventStreams | null): Route[] => [
  sessionRoute<SignedIn, typeof openEvents>(openEvents, async ({ session, identity, request }, _input, reply) => {
    if (!streams) throw new Problem('unavailable')
    const { company, rights } = await identity.read({
      company: first(db.selectFrom('companies').where('id', '=', session.companyId).select('universes')),
      rights: db.selectFrom('effective_rights').where('user_id', '=', session.userId).select(['universe', 'grants']),
    })
    streams.open(
      reply.takeOver(),
      {
        sessionId: session.sessionId,
        userId: session.userId,
        companyId: session.companyId,
        universes: company?.universes ?? [],
        grants: Object.fromEntries(rights.map(({ universe, grants }) => [universe, grants])) as Listener['grants'],
      },
      session.expiresAt.getTime() - request.now.getTime(),
    )
  }),
]
