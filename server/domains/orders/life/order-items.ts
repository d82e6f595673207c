import type { ModificationItem } from '#api/catalog/rules/modification'
import type { PriceLine } from '#api/catalog/rules/pricing'
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
export const addedItems = (lines: readonly PriceLine[], counted: Counted | null = null): ModificationItem[] =>
  lines.map(({ item, label, quantity, unitOneOffCents, unitMonthlyCents }) => ({
    item,
    label,
    unitOneOffCents,
    unitMonthlyCents,
    ...(counted?.item === item
      ? { action: 'modify' as const, quantityBefore: counted.before, quantityAfter: counted.before + quantity }
      : { action: 'add' as const, quantityBefore: null, quantityAfter: quantity }),
  }))

/** Writes the items of an order, each with its unit amounts. */
export const writeItems = async (
  tx: Transaction,
  order: Pick<LockedOrder, 'id' | 'company_id' | 'site_ids'>,
  items: readonly ModificationItem[],
): Promise<void> => {
  if (items.length === 0) return
  const made = items.map((item, position) => ({ item, id: newId(), position }))
  await tx.run(
    db.insertInto('order_items').values(
      made.map(({ item, id, position }) => ({
        id,
        order_id: order.id,
        company_id: order.company_id,
        site_ids: order.site_ids,
        position,
        action: item.action,
        item: item.item,
        label: item.label.fr,
        label_en: item.label.en,
        quantity_before: item.quantityBefore,
        quantity_after: item.quantityAfter,
      })),
    ),
  )
  await tx.run(
    db.insertInto('order_item_amounts').values(
      made.map(({ item, id }) => ({
        order_item_id: id,
        order_id: order.id,
        // Who pays is the database's to say.
        payer_id: order.company_id,
        company_id: order.company_id,
        one_off_cents: item.unitOneOffCents,
        monthly_cents: item.unitMonthlyCents,
      })),
    ),
  )
}

/** An amended order gets its items anew. Carrier and worker only. */
export const rewriteItems = async (
  tx: Transaction,
  order: Pick<LockedOrder, 'id' | 'company_id' | 'site_ids'>,
  items: readonly ModificationItem[],
): Promise<void> => {
  await tx.run(db.deleteFrom('order_item_amounts').where('order_id', '=', order.id))
  await tx.run(db.deleteFrom('order_items').where('order_id', '=', order.id))
  await writeItems(tx, order, items)
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
