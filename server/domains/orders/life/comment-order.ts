import type { Order } from '#api/orders/reading/orders'
import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { Problem } from '../../../platform/problem.ts'
import { actorNameFor } from '../../activity/record-activity.ts'
import { presentComment } from '../reading/order.presenter.ts'
import { readableOrder } from '../reading/read-order.ts'
import { announceOrder, announceToCarrier } from './move-order.ts'
import { mayComment, mayPilot } from './order.policy.ts'
import { recordOrder } from './record-order.ts'

/** Writes what the customer, its partner and the carrier read. A closed order keeps its conversation as it is. */
export const commentOrder = async (tx: ScopedTransaction, reference: string, body: string): Promise<Order['comments'][number]> => {
  const order = await readableOrder(tx, reference)
  if (!mayComment(tx.scope)) throw new Problem('forbidden')
  const comment = {
    id: newId(),
    order_id: order.id,
    company_id: order.company_id,
    site_ids: order.site_ids,
    at: tx.now,
    author_name: actorNameFor(tx.scope, order.company_id),
    author_universe: tx.scope.universe,
    body,
  }
  await tx.run(db.insertInto('order_comments').values(comment))
  await recordOrder(tx, order, 'order.commented')
  await announceOrder(tx, order)
  return presentComment(tx.scope, comment)
}

/** Writes what only the carrier's people read: the history, which customers read, does not mention it. */
export const noteOrder = async (tx: ScopedTransaction, reference: string, body: string): Promise<Order['notes'][number]> => {
  const order = await readableOrder(tx, reference)
  if (!mayPilot(tx.scope)) throw new Problem('forbidden')
  const id = newId()
  const author = tx.scope.actorName
  await tx.run(
    db.insertInto('order_notes').values({ id, order_id: order.id, company_id: order.company_id, at: tx.now, author_name: author, body }),
  )
  await announceToCarrier(tx, order)
  return { id, at: tx.now.toISOString(), author, body }
}
