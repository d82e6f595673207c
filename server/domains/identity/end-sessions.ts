import { db, type Transaction } from '../../platform/db/query.ts'
import { sessionRevoked } from '../../platform/realtime/event-stream.ts'
import { publish } from '../../platform/realtime/publish.ts'

/**
 * Ends living sessions of a person: one (`only`), or all but one (`except`), or all. Their streams and pages are told at once.
 * @returns how many ended.
 */
export const endSessions = async (
  tx: Transaction,
  userId: string,
  which: { readonly only?: string; readonly except?: string } = {},
): Promise<number> => {
  let query = db.updateTable('sessions').set({ revoked_at: tx.now }).where('user_id', '=', userId).where('revoked_at', 'is', null)
  if (which.only !== undefined) query = query.where('id', '=', which.only)
  if (which.except !== undefined) query = query.where('id', '<>', which.except)
  const ended = await tx.all(query.returning('id'))
  for (const { id } of ended) await publish(tx, { topic: sessionRevoked, audience: { sessionId: id }, ids: [id] })
  return ended.length
}
