import { listQueue } from '#contract/delivery'
import { listOrders } from '#contract/orders'
import type { Session } from '#contract/session'
import type { Universe } from '#contract/universes'
import { call } from '../../platform/call.ts'
import { sessionHolds } from '../../platform/session.ts'
import type { HomeCounts } from '../home/home-counts.ts'

/** Running orders on the tiles: the customer's own, and for a pilot those that are theirs or nobody's. */
export const waitingOrders = async (session: Session, universe: Universe, signal: AbortSignal): Promise<HomeCounts> => {
  const params = { universe }
  if (universe === 'carrier') {
    if (!sessionHolds(session, universe, 'carrier.pilot') && !sessionHolds(session, universe, 'carrier.administer')) return {}
    const { counts } = await call(listQueue, { params, query: { scope: 'mine' }, signal, silent: true })
    return { delivery: counts.mine + counts.nobody }
  }
  if (!sessionHolds(session, universe, 'orders.manage')) return {}
  const { items, total } = await call(listOrders, { params, query: { state: 'running' }, signal, silent: true })
  return { orders: total ?? items.length }
}
