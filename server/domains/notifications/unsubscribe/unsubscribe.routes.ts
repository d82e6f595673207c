import { openUnsubscribePage, readUnsubscription, undoUnsubscription, unsubscribe } from '#api/notifications/unsubscribe/unsubscribe'
import { publicRoute, type Route } from '../../../platform/http/route.ts'
import type { UnsubscribeLinks } from '../delivery/unsubscribe-links.ts'
import { bringBack, describeLink, describeUndo, takeAway } from './take-away.ts'

/** Links of mails: whoever holds the sealed token may use it, signed in or not. */
export const unsubscribeRoutes = (links: UnsubscribeLinks): Route[] => [
  publicRoute(openUnsubscribePage, (_ctx, { query }, reply) => {
    reply.takeOver().redirect(links.page(encodeURIComponent(query.token)), 303)
  }),
  publicRoute(unsubscribe, (ctx, { query }) => {
    const taken = links.openTaken(query.token)
    return ctx.identity.write((tx) => takeAway(tx, links, taken))
  }),
  publicRoute(readUnsubscription, (ctx, { query }) => {
    const ids = links.undoOf(query.token)
    if (ids) return ctx.identity.write((tx) => describeUndo(tx, ids))
    const taken = links.openTaken(query.token)
    return ctx.identity.write((tx) => describeLink(tx, taken))
  }),
  publicRoute(undoUnsubscription, (ctx, { query }) => {
    const ids = links.openUndo(query.token)
    return ctx.identity.write((tx) => bringBack(tx, ids))
  }),
]
