import type { Session } from '#api/identity/sign-in/session'
import { readBasket } from '#api/shop/baskets/baskets'
import { listPurchaseRequests } from '#api/shop/requests/purchase-requests'
import type { Universe } from '#api/universes'
import type { HomeCounts } from '../../app/home/home-counts.ts'
import { call } from '../../platform/call.ts'
import { sessionHolds } from '../../platform/session.ts'

/** On the tiles: the lines of one's own basket, and the requests that an operator has not answered. */
export const waitingInShop = async (session: Session, universe: Universe, signal: AbortSignal): Promise<HomeCounts> => {
  if (!sessionHolds(session, universe, 'orders.manage')) return {}
  if (universe === 'client') {
    const params = { universe, company: session.company.reference }
    return { basket: (await call(readBasket, { params, signal, silent: true })).lines.length }
  }
  if (universe !== 'operator') return {}
  const { items, total } = await call(listPurchaseRequests, { params: { universe }, query: { state: 'open' }, signal, silent: true })
  return { 'purchase-requests': total ?? items.length }
}
