import type { RequestInfo } from '../../../platform/context.ts'
import { db } from '../../../platform/db/query.ts'
import type { Store } from '../../../platform/db/store.ts'
import type { Logger } from '../../../platform/logger.ts'
import { idleHours } from '../resolve-session.ts'

const everyMilliseconds = 60_000
const remembered = 100_000

/**
 * Notes, at most once a minute per session and beside the request, when a session was last used. A session that is already over stays over.
 */
export const sessionToucher = (store: Store, logger: Logger): ((request: RequestInfo) => void) => {
  const touchedAt = new Map<string, number>()
  return ({ tokenHash, now, ip }) => {
    if (!tokenHash) return
    const key = tokenHash.toString('base64')
    const last = touchedAt.get(key)
    if (last !== undefined && Math.abs(now.getTime() - last) < everyMilliseconds) return
    // Forgetting everything costs one update per session; growing with every token that anybody invents would cost the process.
    if (touchedAt.size > remembered) touchedAt.clear()
    touchedAt.set(key, now.getTime())
    const before = (milliseconds: number) => new Date(now.getTime() - milliseconds)
    store
      .identityAt(now)
      .write((tx) =>
        tx.run(
          db
            .updateTable('sessions')
            .set({ last_seen_at: now, ip })
            .where('token_hash', '=', tokenHash)
            .where('revoked_at', 'is', null)
            .where('expires_at', '>', now)
            .where('last_seen_at', '<=', before(everyMilliseconds))
            .where('last_seen_at', '>', before(idleHours * 3_600_000)),
        ),
      )
      .catch((error: unknown) => logger.warn({ err: error }, 'session not touched'))
  }
}
