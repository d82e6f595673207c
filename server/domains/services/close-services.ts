import { sql } from 'kysely'
import type { ServiceKind } from '#api/catalog/rules/service-kinds'
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

/** Closes as many services of a kind on a site, the latest first, with their accountcodes. Carrier and worker only. Returns the references closed. */
export const closeSomeServices = async (
  tx: Transaction,
  subscriptionId: string,
  wanted: readonly { readonly kind: ServiceKind; readonly siteId: string; readonly count: number }[],
  day: string,
): Promise<string[]> => {
  const references: string[] = []
  for (const { kind, siteId, count } of wanted) {
    const closed = await tx.all(
      db
        .updateTable('services')
        .set({ state: 'closed', closed_on: day })
        .where('id', 'in', (of) =>
          of
            .selectFrom('services')
            .where('subscription_id', '=', subscriptionId)
            .where('kind', '=', kind)
            .where('site_id', '=', siteId)
            .where('state', '=', 'active')
            .orderBy(sql`number`, 'desc')
            .limit(count)
            .select('id'),
        )
        .returning(['id', 'reference']),
    )
    if (closed.length > 0)
      await closeAccountcodes(
        tx,
        closed.map(({ id }) => id),
      )
    references.push(...closed.map(({ reference }) => reference))
  }
  return references
}
