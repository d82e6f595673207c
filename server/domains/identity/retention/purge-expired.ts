import { sql } from 'kysely'
import * as z from 'zod/mini'
import { db, raw, type Transaction } from '../../../platform/db/query.ts'
import { defineJob } from '../../../platform/jobs/define-job.ts'

/** Removes what only had to live a while, every night. */
export const purgeExpiredJob = defineJob('identity.purge_expired', z.looseObject({}))

export const purgePeriodicJobs = [{ identifier: purgeExpiredJob.identifier, schedule: { daily: '03:20' } }] as const

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000)

/** Days that ended sessions and used links are kept: long enough to answer « who was signed in then? », one year at most by law. */
const kept = { sessions: 365, links: 90, idempotencyKeys: 1, failures: 2, progress: 30, knownPlaces: 400 } as const

/** Deletes expired sessions, links, challenges, idempotency keys, failures and finished progress. Returns how many rows went. */
export const purgeExpired = async (tx: Transaction): Promise<number> => {
  const sessions = db.selectFrom('sessions').where('expires_at', '<', daysBefore(tx.now, kept.sessions)).select('id')
  const deletions = [
    db.deleteFrom('challenges').where((or) => or.or([or('expires_at', '<', daysBefore(tx.now, 1)), or('session_id', 'in', sessions)])),
    db.deleteFrom('sessions').where('expires_at', '<', daysBefore(tx.now, kept.sessions)),
    db.deleteFrom('password_links').where('expires_at', '<', daysBefore(tx.now, kept.links)),
    db.deleteFrom('idempotency_keys').where('created_at', '<', daysBefore(tx.now, kept.idempotencyKeys)),
    db.deleteFrom('sign_in_failures').where('last_at', '<', daysBefore(tx.now, kept.failures)),
    db.deleteFrom('known_places').where('last_seen_at', '<', daysBefore(tx.now, kept.knownPlaces)),
    // Enrolments that were never confirmed.
    db.deleteFrom('factors').where('confirmed_at', 'is', null).where('created_at', '<', daysBefore(tx.now, 1)),
    raw(sql`delete from job_progress where updated_at < ${daysBefore(tx.now, kept.progress)} and state in ('done', 'failed', 'cancelled')`),
  ]
  let gone = 0
  for (const deletion of deletions) gone += await tx.run(deletion)
  return gone
}
