import { sql } from 'kysely'
import * as z from 'zod/mini'
import { raw, type Transaction } from '../../platform/db/query.ts'
import { defineJob } from '../../platform/jobs/define-job.ts'

/** Days that what was told is kept: a little over a year, so that last year's delivery is still found. */
const keptDays = 400

export const purgeNotificationsJob = defineJob('notifications.purge', z.looseObject({}))

const batch = 5_000

/** Deletes events too old to matter, with whom they reached; some thousands at a time. Returns how many events went. */
export const purgeNotifications = async (tx: Transaction): Promise<number> => {
  const before = new Date(tx.now.getTime() - keptDays * 86_400_000)
  const old = await tx.all(
    raw<{ id: string }>(sql`
      select id from notification_events where created_at < ${before}::timestamptz order by created_at limit ${batch} for update skip locked`),
  )
  const ids = old.map(({ id }) => id)
  if (ids.length === 0) return 0
  for (const table of ['notifications', 'notification_mails', 'notification_digests'])
    await tx.run(raw(sql`delete from ${sql.table(table)} where event_id = any (${ids}::uuid[])`))
  await tx.run(raw(sql`delete from notification_events where id = any (${ids}::uuid[])`))
  return ids.length
}
