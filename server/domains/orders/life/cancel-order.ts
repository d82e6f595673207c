import type { BodyOf } from '#api/endpoint'
import type { cancelOrder as endpoint, Order } from '#api/orders/reading/orders'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { tellOrderNews } from '../news/tell-customer.ts'
import { factsOf } from '../reading/order.presenter.ts'
import { readableOrder, readOrder } from '../reading/read-order.ts'
import { checkVersion, lockOrder } from './lock-order.ts'
import { moveOrder } from './move-order.ts'
import { mayManageOrder, mayPilot } from './order.policy.ts'
import { recordOrder } from './record-order.ts'

/** « Commande annulée (client) » until delivery starts, « Commande annulée » by the carrier with its reason. */
export const cancelOrder = async (
  tx: ScopedTransaction,
  reference: string,
  { version, reason }: BodyOf<typeof endpoint>,
): Promise<Order> => {
  const known = await readableOrder(tx, reference)
  const byCarrier = mayPilot(tx.scope)
  if (!byCarrier && !mayManageOrder(tx.scope, factsOf(known))) throw new Problem('forbidden')
  const { order } = await lockOrder(tx, reference)
  await checkVersion(tx, order, version, order.version)
  if (byCarrier && !reason) throw fieldProblem('reason', 'required')
  const moved = await moveOrder(tx, order, 'cancel', byCarrier ? 'carrier' : 'customer', { closing_reason: reason || null })
  await recordOrder(tx, order, 'order.cancelled', {
    before: { state: order.state },
    after: { state: moved.state, ...(reason ? { reason } : {}) },
  })
  if (byCarrier) await tellOrderNews(tx, moved, { news: 'cancelled', reason: reason ?? '' })
  return readOrder(tx, reference)
}
