import type { BodyOf } from '#api/endpoint'
import type { declareImpossible as endpoint } from '#api/orders/delivery/delivery'
import type { Order } from '#api/orders/reading/orders'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { checkVersion, lockOrder } from '../life/lock-order.ts'
import { moveOrder } from '../life/move-order.ts'
import { recordOrder } from '../life/record-order.ts'
import { tellOrderNews } from '../news/tell-customer.ts'
import { readOrder } from '../reading/read-order.ts'

/** « Commande impossible »: nothing is charged; a contract that was being created is « Sans suite ». */
export const declareImpossible = async (
  tx: ScopedTransaction,
  reference: string,
  { version, reason }: BodyOf<typeof endpoint>,
): Promise<Order> => {
  const { order } = await lockOrder(tx, reference)
  await checkVersion(tx, order, version, order.version)
  const moved = await moveOrder(tx, order, 'declare_impossible', 'carrier', { closing_reason: reason })
  await recordOrder(tx, order, 'order.declared_impossible', { before: { state: order.state }, after: { state: moved.state, reason } })
  await tellOrderNews(tx, moved, { news: 'impossible', reason })
  return readOrder(tx, reference)
}
