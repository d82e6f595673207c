import type { Updateable } from 'kysely'
import { orderReaders } from '#api/orders/reading/orders'
import { type OrderActor, type OrderVerb, orderAfter } from '#api/orders/rules/order-lifecycle'
import { db, type Transaction } from '../../../platform/db/query.ts'
import type { Tables } from '../../../platform/db/tables.gen.ts'
import { Problem } from '../../../platform/problem.ts'
import { publish } from '../../../platform/realtime/publish.ts'
import { abandonSubscription } from '../../subscriptions/end-subscription.ts'
import { recordLastOrder } from '../../subscriptions/record-last-order.ts'
import type { LockedOrder } from './lock-order.ts'

type OrderChanges = Omit<Updateable<Tables['orders']>, 'id' | 'state' | 'version'>

/** Tells the open pages that show the order: the queue, its own page, the contract's. */
export const announceOrder = (
  tx: Transaction,
  order: Pick<LockedOrder, 'reference' | 'company_id' | 'ambassador_id' | 'operator_id' | 'site_ids'>,
): Promise<void> =>
  publish(tx, {
    topic: 'orders',
    audience: { companyId: order.company_id, ambassadorId: order.ambassador_id, operatorId: order.operator_id, carrier: true },
    held: { anyOf: orderReaders, siteIds: order.site_ids },
    ids: [order.reference],
  })

/** What only the carrier's people read has changed: customers do not even learn that something was written. */
export const announceToCarrier = (tx: Transaction, { reference }: Pick<LockedOrder, 'reference'>): Promise<void> =>
  publish(tx, { topic: 'orders', audience: { carrier: true }, held: { anyOf: orderReaders }, ids: [reference] })

const ended = ['cancelled_by_client', 'cancelled', 'impossible']

/**
 * Moves an order by the table of transitions, with what else changes of it, and all that follows from its state: what the contract shows
 * of it, « Sans suite » when a creation comes to nothing, the open pages.
 * @returns the order as it became.
 * @throws Problem conflict when its state does not allow the verb.
 */
export const moveOrder = async (
  tx: Transaction,
  order: LockedOrder,
  verb: OrderVerb,
  actor: OrderActor,
  changes: OrderChanges = {},
): Promise<LockedOrder> => {
  const state = orderAfter(order, verb, actor)
  if (state === null) throw new Problem('conflict')
  const closes = state === 'delivered' || ended.includes(state)
  const set = { ...changes, ...(closes ? { closed_at: tx.now } : {}), state, version: order.version + 1 }
  await tx.run(db.updateTable('orders').set(set).where('id', '=', order.id))
  const moved = { ...order, ...set } as LockedOrder
  await recordLastOrder(tx, order.subscription_id, {
    id: order.id,
    number: order.number,
    reference: order.reference,
    kind: order.kind,
    state,
    ...(changes.pilot_name === undefined ? {} : { pilotName: moved.pilot_name }),
  })
  if (order.kind === 'creation' && ended.includes(state)) await abandonSubscription(tx, order.subscription_id)
  await announceOrder(tx, order)
  return moved
}

/** Changes an order without moving it: its version, so that stale screens notice, and the open pages. */
export const touchOrder = async (tx: Transaction, order: LockedOrder, changes: OrderChanges = {}): Promise<LockedOrder> => {
  const set = { ...changes, version: order.version + 1 }
  await tx.run(db.updateTable('orders').set(set).where('id', '=', order.id))
  await announceOrder(tx, order)
  return { ...order, ...set } as LockedOrder
}
