import { openUnsubscribePage, readUnsubscription, undoUnsubscription, unsubscribe } from '#contract/unsubscribe'
import { publicRoute, type Route } from '../../../platform/http/route.ts'
import { bringBack, describe, lastUnsubscription, standingOf, takeAway, type UnsubscribeTools } from './take-away.ts'

/** Links of mails: whoever holds the sealed token may use it, signed in or not. */
export const unsubscribeRoutes = (tools: UnsubscribeTools): Route[] => [
  publicRoute(openUnsubscribePage, (_ctx, { query }, reply) => {
    reply.takeOver().redirect(tools.links.page(encodeURIComponent(query.token)), 303)
  }),
  publicRoute(unsubscribe, (ctx, { query }) => {
    const taken = tools.links.openTaken(query.token)
    return ctx.identity.write((tx) => takeAway(tx, tools, taken))
  }),
  publicRoute(readUnsubscription, async (ctx, { query }) => {
    const taken = tools.links.openTaken(query.token)
    const [[standing], [last]] = await ctx.identity.read(standingOf(taken), lastUnsubscription(taken))
    return describe(taken, standing, last)
  }),
  publicRoute(undoUnsubscription, (ctx, { query }) => {
    const id = tools.links.openUndo(query.token)
    return ctx.identity.write((tx) => bringBack(tx, id))
  }),
]
