import type { Session } from '#api/identity/sign-in/session'
import type { Universe } from '#api/universes'
import type { HomeCounts } from '../../app/home/home-counts.ts'
import { queryClient } from '../../platform/query-client.ts'
import { sessionHolds } from '../../platform/session.ts'
import { homeOrdersQuery, homeQueueQuery } from './orders.queries.ts'

/** Running orders on the tiles: the customer's own, and for a pilot those that are theirs or nobody's. Read once for tiles and panel. */
export const waitingOrders = async (session: Session, universe: Universe): Promise<HomeCounts> => {
  if (universe === 'carrier') {
    if (!sessionHolds(session, universe, 'carrier.pilot') && !sessionHolds(session, universe, 'carrier.administer')) return {}
    const { counts } = await queryClient.fetchQuery({ ...homeQueueQuery(), staleTime: 1000 })
    return { delivery: counts.mine + counts.nobody }
  }
  if (!sessionHolds(session, universe, 'orders.manage')) return {}
  // Without a total there are more than the server counts, and more than a tile can say.
  const { total } = await queryClient.fetchQuery({ ...homeOrdersQuery(universe), staleTime: 1000 })
  return { orders: total ?? 1000 }
}
