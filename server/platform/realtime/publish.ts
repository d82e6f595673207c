import { sql } from 'kysely'
import { raw, type Transaction } from '../db/query.ts'

/** Who is told. Several fields widen: a client's company, its partner and the carrier, for instance. */
export interface Audience {
  readonly userId?: string
  readonly sessionId?: string
  /** Everybody of the company, in whatever universe. */
  readonly companyId?: string | null
  /** The people of the ambassador, in their universe. */
  readonly ambassadorId?: string | null
  readonly operatorId?: string | null
  readonly carrier?: true
}

/** Something changed: which kind of thing and which ones, never what it became. The listener reads it again under its own rights. */
export interface PortalEvent {
  readonly topic: string
  readonly audience: Audience
  readonly ids: readonly string[]
}

export const eventChannel = 'portal_events'

/** PostgreSQL refuses a notification of 8,000 bytes or more. */
const maximumBytes = 7_900

/** Tells the listeners once the transaction has committed. Too many ids to fit: none are named, and the topic is read again as a whole. */
export const publish = async (tx: Transaction, event: PortalEvent): Promise<void> => {
  const full = JSON.stringify(event)
  const text = Buffer.byteLength(full) <= maximumBytes ? full : JSON.stringify({ ...event, ids: [] })
  await tx.run(raw(sql`select pg_notify(${eventChannel}, ${text})`))
}

/** Tells several people the same thing, in one statement. */
export const publishToUsers = async (tx: Transaction, topic: string, userIds: readonly string[]): Promise<void> => {
  if (userIds.length === 0) return
  const payloads = userIds.map((userId) => JSON.stringify({ topic, audience: { userId }, ids: [] } satisfies PortalEvent))
  await tx.run(raw(sql`select pg_notify(${eventChannel}, payload) from unnest(${payloads}::text[]) payload`))
}
