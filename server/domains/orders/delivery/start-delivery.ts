import type { Order } from '#api/orders/reading/orders'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { checkVersion, type LockedOrder, lockOrder } from '../life/lock-order.ts'
import { moveOrder } from '../life/move-order.ts'
import { recordOrder } from '../life/record-order.ts'
import { readOrder } from '../reading/read-order.ts'
import { piloted, selfAsPilot } from './take-over.ts'

/** « Commande en cours de livraison »; who starts an order that is nobody's takes it over. */
export const start = async (tx: ScopedTransaction, order: LockedOrder): Promise<LockedOrder> => {
  const pilot = order.pilot_user_id === null ? piloted(selfAsPilot(tx), tx.now) : {}
  const moved = await moveOrder(tx, order, 'start', 'carrier', pilot)
  await recordOrder(tx, order, 'order.delivery_started', { before: { state: order.state }, after: { state: moved.state } })
  return moved
}

export const startDelivery = async (tx: ScopedTransaction, reference: string, version: number): Promise<Order> => {
  const { order } = await lockOrder(tx, reference)
  await checkVersion(tx, order, version, order.version)
  await start(tx, order)
  return readOrder(tx, reference)
}
