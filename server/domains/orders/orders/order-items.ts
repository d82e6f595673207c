import type { PriceLine } from '#contract/rules/catalog/pricing'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import type { SubscriptionPrices } from '../../subscriptions/create-subscription.ts'
import type { LockedOrder } from './lock-order.ts'

/** The item that the contract counts, and how many it had before: it is modified, not added. */
export interface Counted {
  readonly item: string
  readonly before: number
}

/** What an order adds, as items of its own with their unit amounts. */
export const writeItems = async (
  tx: Transaction,
  order: Pick<LockedOrder, 'id' | 'company_id' | 'site_ids'>,
  lines: readonly PriceLine[],
  counted: Counted | null = null,
): Promise<void> => {
  if (lines.length === 0) return
  const made = lines.map((line, position) => ({ line, id: newId(), position }))
  await tx.run(
    db.insertInto('order_items').values(
      made.map(({ line, id, position }) => ({
        id,
        order_id: order.id,
        company_id: order.company_id,
        site_ids: order.site_ids,
        position,
        item: line.item,
        label: line.label.fr,
        label_en: line.label.en,
        ...(counted?.item === line.item
          ? { action: 'modify', quantity_before: counted.before, quantity_after: counted.before + line.quantity }
          : { action: 'add', quantity_before: null, quantity_after: line.quantity }),
      })),
    ),
  )
  await tx.run(
    db.insertInto('order_item_amounts').values(
      made.map(({ line, id }) => ({
        order_item_id: id,
        order_id: order.id,
        // Who pays is the database's to say.
        payer_id: order.company_id,
        company_id: order.company_id,
        one_off_cents: line.unitOneOffCents,
        monthly_cents: line.unitMonthlyCents,
      })),
    ),
  )
}

/** An amended order gets its items anew. Carrier and worker only. */
export const rewriteItems = async (
  tx: Transaction,
  order: Pick<LockedOrder, 'id' | 'company_id' | 'site_ids'>,
  lines: readonly PriceLine[],
  counted: Counted | null = null,
): Promise<void> => {
  await tx.run(db.deleteFrom('order_item_amounts').where('order_id', '=', order.id))
  await tx.run(db.deleteFrom('order_items').where('order_id', '=', order.id))
  await writeItems(tx, order, lines, counted)
}

/** An order's items with their unit amounts. Never under the role of an operator's client. */
export const pricedItems = (orderId: string) =>
  db
    .selectFrom('order_items as i')
    .innerJoin('order_item_amounts as a', 'a.order_item_id', 'i.id')
    .where('i.order_id', '=', orderId)
    .select(['i.item', 'i.action', 'i.label', 'i.label_en', 'i.quantity_before', 'i.quantity_after', 'a.one_off_cents', 'a.monthly_cents'])
    .orderBy('i.position')
    .orderBy('i.id')

/** What makes a contract's fee, from the lines of a price. */
export const contractLines = (lines: readonly PriceLine[]): SubscriptionPrices['lines'] =>
  lines.map(({ item, label, quantity, oneOffCents, monthlyCents }) => ({ item, label, quantity, oneOffCents, monthlyCents }))
