import { db, type Transaction } from '../../platform/db/query.ts'
import { closeAccountcodes } from '../subscriptions/accountcodes-of-services.ts'

/** Closes what still runs of a contract, with its accountcodes. Carrier and worker only. Returns the references closed. */
export const closeServices = async (tx: Transaction, subscriptionId: string, day: string): Promise<string[]> => {
  const closed = await tx.all(
    db
      .updateTable('services')
      .set({ state: 'closed', closed_on: day })
      .where('subscription_id', '=', subscriptionId)
      .where('state', '=', 'active')
      .returning(['id', 'reference']),
  )
  if (closed.length > 0)
    await closeAccountcodes(
      tx,
      closed.map(({ id }) => id),
    )
  return closed.map(({ reference }) => reference)
}
