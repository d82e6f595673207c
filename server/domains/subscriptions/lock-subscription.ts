import { type SubscriptionState, subscriptionReaders } from '#api/subscriptions/list/subscription-list'
import { db, type RowsOf, type Transaction } from '../../platform/db/query.ts'
import { Problem } from '../../platform/problem.ts'
import { publish } from '../../platform/realtime/publish.ts'
import { type SubscriptionVerb, subscriptionAfter } from './subscription-lifecycle.ts'

const subscriptions = db.selectFrom('subscriptions').selectAll()
export type SubscriptionRow = RowsOf<typeof subscriptions>[number]

/** The contract as it is now, held until the end of the transaction. @throws Problem not_found */
export const lockSubscription = async (tx: Transaction, subscriptionId: string): Promise<SubscriptionRow> => {
  const found = await tx.first(subscriptions.where('id', '=', subscriptionId).forUpdate())
  if (!found) throw new Problem('not_found')
  return found
}

/** The same by its reference, `OC00087`. @throws Problem not_found */
export const lockSubscriptionByReference = async (tx: Transaction, reference: string): Promise<SubscriptionRow> => {
  const found = await tx.first(subscriptions.where('reference', '=', reference).forUpdate())
  if (!found) throw new Problem('not_found')
  return found
}

/** Tells the open pages that show the contract. */
export const announceSubscription = (
  tx: Transaction,
  row: Pick<SubscriptionRow, 'reference' | 'company_id' | 'ambassador_id' | 'operator_id' | 'site_ids'>,
): Promise<void> =>
  publish(tx, {
    topic: 'subscriptions',
    audience: { companyId: row.company_id, ambassadorId: row.ambassador_id, operatorId: row.operator_id, carrier: true },
    held: { anyOf: subscriptionReaders.anyOf, siteIds: row.site_ids },
    ids: [row.reference],
  })

/** Locks the contract and computes the state that a verb brings it to; who may say it, their policies and the database decide. @throws Problem conflict */
export const lockFor = async (
  tx: Transaction,
  subscriptionId: string,
  verb: SubscriptionVerb,
): Promise<{ readonly row: SubscriptionRow; readonly state: SubscriptionState }> => {
  const row = await lockSubscription(tx, subscriptionId)
  const state = subscriptionAfter(row.state, verb, 'carrier')
  if (state === null) throw new Problem('conflict')
  return { row, state }
}
