import type { OrderKind, OrderState } from '#api/subscriptions/rules/operations'
import { db, type Transaction } from '../../platform/db/query.ts'
import { announceSubscription } from './lock-subscription.ts'

export interface LastOrder {
  readonly id: string
  readonly number: number
  readonly reference: string
  readonly kind: OrderKind
  readonly state: OrderState
  /** The pilot's display name; left as it is when not told (the carrier's alone). */
  readonly pilotName?: string | null
}

/**
 * Writes what the list shows of the last operation. To call whenever an order is placed or changes state, and when its pilot does.
 * An older operation never takes the place of a newer one.
 */
export const recordLastOrder = async (tx: Transaction, subscriptionId: string, order: LastOrder): Promise<void> => {
  const row = await tx.first(
    db
      .updateTable('subscriptions')
      .set({
        last_order_id: order.id,
        last_order_number: order.number,
        last_order_reference: order.reference,
        last_order_kind: order.kind,
        last_order_state: order.state,
        ...(order.pilotName === undefined ? {} : { pilot_name: order.pilotName }),
      })
      .where('id', '=', subscriptionId)
      .where((or) => or.or([or('last_order_number', 'is', null), or('last_order_number', '<=', order.number)]))
      .returning(['reference', 'company_id', 'ambassador_id', 'operator_id', 'site_ids']),
  )
  if (row) await announceSubscription(tx, row)
}
