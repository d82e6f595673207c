import type { ScopedTransaction } from '../../../platform/context.ts'
import { Problem } from '../../../platform/problem.ts'
import { publishToUsers } from '../../../platform/realtime/publish.ts'
import * as inbox from './inbox.repository.ts'

/** The other tabs and devices of the person follow. */
export const announceInbox = (tx: ScopedTransaction): Promise<void> => publishToUsers(tx, 'notifications', [tx.scope.userId])

/** Marks a notification of one's own as read, or as unread again. @throws Problem not_found */
export const markNotification = async (tx: ScopedTransaction, id: string, read: boolean): Promise<void> => {
  if (!/^[0-9a-f-]{36}$/i.test(id) || (await tx.run(inbox.mark(id, read ? tx.now : null))) === 0) throw new Problem('not_found')
  await announceInbox(tx)
}
