import { db, type Transaction } from '../../platform/db/query.ts'
import { announceSubscription, lockFor, type SubscriptionRow } from './lock-subscription.ts'
import type { SubscriptionVerb } from './subscription-lifecycle.ts'

const move = async (
  tx: Transaction,
  subscriptionId: string,
  verb: SubscriptionVerb,
  also: { readonly terminated_on?: string } = {},
): Promise<SubscriptionRow> => {
  const { row, state } = await lockFor(tx, subscriptionId, verb)
  await tx.run(
    db
      .updateTable('subscriptions')
      .set({ state, version: row.version + 1, ...also })
      .where('id', '=', row.id),
  )
  await announceSubscription(tx, row)
  return row
}

/** « Sans suite »: its creation was cancelled, refused or impossible. @throws Problem conflict */
export const abandonSubscription = (tx: Transaction, subscriptionId: string): Promise<SubscriptionRow> =>
  move(tx, subscriptionId, 'abandon')

/** Its termination is asked for; it lives until the effective date. @throws Problem conflict */
export const requestTermination = (tx: Transaction, subscriptionId: string): Promise<SubscriptionRow> =>
  move(tx, subscriptionId, 'request_termination')

/** The termination was withdrawn: active as before. @throws Problem conflict */
export const withdrawTermination = (tx: Transaction, subscriptionId: string): Promise<SubscriptionRow> =>
  move(tx, subscriptionId, 'withdraw_termination')

/** « Résiliée » from that day on. Carrier and worker only; its services are closed by `closeServices`. @throws Problem conflict */
export const terminateSubscription = (tx: Transaction, subscriptionId: string, day: string): Promise<SubscriptionRow> =>
  move(tx, subscriptionId, 'terminate', { terminated_on: day })
