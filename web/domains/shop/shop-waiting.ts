import { readBasket } from '#contract/baskets'
import { listPurchaseRequests } from '#contract/purchase-requests'
import type { Session } from '#contract/session'
import type { Universe } from '#contract/universes'
import { call } from '../../platform/call.ts'
import { sessionHolds } from '../../platform/session.ts'
import type { HomeCounts } from '../home/home-counts.ts'

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
