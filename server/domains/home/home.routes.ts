import { readHome } from '#api/home/home'
import { dayOf } from '../../platform/clock.ts'
import { first } from '../../platform/db/questions.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { presentHome } from './home.presenter.ts'
import * as home from './home.repository.ts'

/** A customer's running orders are few; of a partner's, the most pressing. */
const readOrders = { client: 200, ambassador: 60, operator: 60, carrier: 0 } as const

export const homeRoutes: Route[] = [
  // Entered with no right in particular: each part is shown only under the right that its own page asks for, and is read only where it may be.
  route(readHome, async (ctx) => {
    const { universe } = ctx
    const today = dayOf(ctx.request.now).toString()
    const isCarrier = universe === 'carrier'
    const isPartner = universe === 'ambassador' || universe === 'operator'
    const { scope, ...parts } = await ctx.read({
      running: isCarrier ? null : home.runningOrders(today, readOrders[universe]),
      clients: isPartner ? home.clients(today) : null,
      slipping: isCarrier ? home.slippingOrders(today) : null,
      loads: isCarrier ? home.loads(today) : null,
      days: isCarrier ? home.days(today) : null,
      invited: home.invited(),
      mandates: universe === 'client' ? first(home.mandatesToSign()) : null,
      basket: universe === 'client' ? first(home.basketLines()) : null,
      requests: universe === 'operator' ? home.openRequests() : null,
      proposals: isCarrier ? first(home.pendingProposals()) : null,
      mails: isCarrier ? first(home.failedMails()) : null,
      imports: isCarrier ? first(home.checkedImports()) : null,
      rights: home.heldRights(),
      administrators: home.administrators(),
    })
    return presentHome(scope, today, parts)
  }),
]
