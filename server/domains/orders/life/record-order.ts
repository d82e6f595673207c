import type { ScopedTransaction } from '../../../platform/context.ts'
import { recordActivity } from '../../activity/record-activity.ts'
import type { LockedOrder } from './lock-order.ts'

/** A line of the history about an order. It is read by the customer: no amount, nothing of the carrier's own. */
export const recordOrder = (
  tx: ScopedTransaction,
  order: Pick<LockedOrder, 'company_id' | 'site_id' | 'reference' | 'offer_name'>,
  action: string,
  changed: { readonly before?: Readonly<Record<string, unknown>>; readonly after?: Readonly<Record<string, unknown>> } | null = null,
): Promise<void> =>
  recordActivity(tx, {
    companyId: order.company_id,
    siteId: order.site_id,
    action,
    objectKind: 'order',
    objectReference: order.reference,
    objectLabel: order.offer_name,
    ...changed,
  })
