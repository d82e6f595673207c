import type { Session } from '#api/identity/sign-in/session'
import { listSubscriptions } from '#api/subscriptions/list/subscription-list'
import type { Universe } from '#api/universes'
import type { HomeCounts } from '../../app/home/home-counts.ts'
import { call } from '../../platform/call.ts'
import { sessionHolds } from '../../platform/session.ts'

/** Contracts on their way out, which may still be kept: for who can withdraw it. */
export const waitingContracts = async (session: Session, universe: Universe, signal: AbortSignal): Promise<HomeCounts> => {
  if (universe === 'carrier' || !sessionHolds(session, universe, 'orders.manage') || !sessionHolds(session, universe, 'orders.terminate'))
    return {}
  const query = { state: 'termination_requested' } as const
  const { total } = await call(listSubscriptions, { params: { universe }, query, signal, silent: true })
  // Without a total there are more than the server counts, and more than a tile can say.
  return { 'contracted-offers': total ?? 1000 }
}
