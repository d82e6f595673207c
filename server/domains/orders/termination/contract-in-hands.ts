import type { ScopedTransaction } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import { Problem } from '../../../platform/problem.ts'
import { lockSubscriptionByReference, type SubscriptionRow } from '../../subscriptions/lock-subscription.ts'

/**
 * The contract, held. The database lets an operator's client lock nothing and read no amount: it is told so, once the contract is known to be
 * its own.
 * @throws Problem not_found, forbidden
 */
export const contractInHands = async (tx: ScopedTransaction, reference: string): Promise<SubscriptionRow> => {
  if (!tx.scope.isEndClient) return lockSubscriptionByReference(tx, reference)
  const known = await tx.first(db.selectFrom('subscriptions').where('reference', '=', reference).select('id'))
  throw new Problem(known ? 'forbidden' : 'not_found')
}
