import { db, type Transaction } from '../../platform/db/query.ts'
import { Problem } from '../../platform/problem.ts'
import type { SubscriptionPrices } from './create-subscription.ts'
import { announceSubscription, lockSubscription, type SubscriptionRow } from './lock-subscription.ts'

export interface Revision {
  readonly quantity: number
  readonly values: Readonly<Record<string, unknown>>
  readonly prices: SubscriptionPrices
}

/** What is contracted changes before its first delivery. Carrier and worker only. @throws Problem conflict once it is delivered or dropped. */
export const reviseSubscription = async (
  tx: Transaction,
  subscriptionId: string,
  { quantity, values, prices }: Revision,
): Promise<SubscriptionRow> => {
  const row = await lockSubscription(tx, subscriptionId)
  if (row.state !== 'creating') throw new Problem('conflict')
  await tx.run(
    db
      .updateTable('subscriptions')
      .set({ quantity, values: JSON.stringify(values), version: row.version + 1 })
      .where('id', '=', row.id),
  )
  await tx.run(
    db
      .updateTable('subscription_prices')
      .set({
        one_off_cents: prices.oneOffCents,
        monthly_cents: prices.monthlyCents,
        termination_cents: prices.terminationCents,
        lines: JSON.stringify(prices.lines),
      })
      .where('subscription_id', '=', row.id),
  )
  await announceSubscription(tx, row)
  return row
}
