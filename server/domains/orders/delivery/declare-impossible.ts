import type { declareImpossible as endpoint } from '#contract/delivery'
import type { BodyOf } from '#contract/endpoint'
import type { Order } from '#contract/orders'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { type NewsTools, tellOrderNews } from '../news/tell-customer.ts'
import { checkVersion, lockOrder } from '../orders/lock-order.ts'
import { moveOrder } from '../orders/move-order.ts'
import { recordOrder } from '../orders/record-order.ts'
import { rereadOrder } from '../reading/read-order.ts'

/** « Commande impossible »: nothing is charged; a contract that was being created is « Sans suite ». */
export const declareImpossible = async (
  tx: ScopedTransaction,
  tools: NewsTools,
  reference: string,
  { version, reason }: BodyOf<typeof endpoint>,
): Promise<Order> => {
  const { order } = await lockOrder(tx, reference)
  await checkVersion(tx, order, version, order.version)
  const moved = await moveOrder(tx, order, 'declare_impossible', 'carrier', { closing_reason: reason })
  await recordOrder(tx, order, 'order.declared_impossible', { before: { state: order.state }, after: { state: moved.state, reason } })
  await tellOrderNews(tx, tools, moved, { news: 'impossible', reason })
  return rereadOrder(tx, reference)
}
