import { type SqlBool, sql } from 'kysely'

/** Written out: the queue's indexes hold exactly these rows. */
export const running = sql<SqlBool>`o.state in ('awaiting_client', 'submitted', 'in_delivery')`
export const inHands = sql<SqlBool>`o.state in ('submitted', 'in_delivery')`

/** As `whenOf` says late, which a test compares. */
export const lateOn = (today: string) =>
  sql<SqlBool>`(${inHands} and coalesce(least(coalesce(o.planned_on, o.wished_on), o.next_due_on) < ${today}::date, false))`
