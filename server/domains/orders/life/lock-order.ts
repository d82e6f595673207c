import type { ScopedTransaction } from '../../../platform/context.ts'
import { db, type RowsOf, type Transaction } from '../../../platform/db/query.ts'
import { Problem } from '../../../platform/problem.ts'
import { lockSubscription, type SubscriptionRow } from '../../subscriptions/lock-subscription.ts'
import { readOrder } from '../reading/read-order.ts'

const orders = db.selectFrom('orders').selectAll()
export type LockedOrder = RowsOf<typeof orders>[number]

export interface OrderInHands {
  readonly order: LockedOrder
  readonly subscription: SubscriptionRow
}

/** An order of a contract that is held already. @throws Problem not_found */
export const holdOrder = async (tx: Transaction, id: string): Promise<LockedOrder> => {
  const order = await tx.first(orders.where('id', '=', id).forUpdate())
  if (!order) throw new Problem('not_found')
  return order
}

/**
 * An order and its contract as they are now, held until the end of the transaction. Always the contract first: whoever places or terminates
 * begins there too.
 * @throws Problem not_found
 */
export const lockOrder = async (tx: Transaction, reference: string): Promise<OrderInHands> => {
  const found = await tx.first(db.selectFrom('orders').where('reference', '=', reference).select(['id', 'subscription_id']))
  if (!found) throw new Problem('not_found')
  const subscription = await lockSubscription(tx, found.subscription_id)
  return { order: await holdOrder(tx, found.id), subscription }
}

/** @throws Problem version_conflict with the order as it is now. */
export const checkVersion = async (
  tx: ScopedTransaction,
  order: { readonly reference: string },
  seen: number,
  current: number,
): Promise<void> => {
  if (seen !== current) throw new Problem('version_conflict', { current: await readOrder(tx, order.reference) })
}
