import { sql } from 'kysely'
import type { Topic } from '#api/topics'
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

/** What a listener must hold, in the universe through which the event reaches it: one of the templates, on one of the sites when they are told. */
export interface Held {
  readonly anyOf: readonly string[]
  readonly siteIds?: readonly string[]
}

/**
 * What is no topic of pages: `session.revoked` ends the streams of the sessions in `ids`, or of everybody it is addressed to when there is
 * none; `*` follows a gap: something may have been missed, so everything shown is read again.
 */
export type Signal = 'session.revoked' | '*'

/** Something changed: which kind of thing and which ones, never what it became. The listener reads it again under its own rights. */
export interface PortalEvent {
  readonly topic: Topic | Signal
  readonly audience: Audience
  /** References are told only to who may read the objects; without it, to the whole audience. People and sessions named one by one are not asked. */
  readonly held?: Held
  readonly ids: readonly string[]
}

export const eventChannel = 'portal_events'

/** PostgreSQL refuses a notification of 8,000 bytes or more. */
const maximumBytes = 7_900

/** Too many ids or sites to fit: none are named, and the topic is read again as a whole. */
const unnamed = ({ held, ...event }: PortalEvent): PortalEvent => ({ ...event, ...(held ? { held: { anyOf: held.anyOf } } : {}), ids: [] })

/** Tells the listeners once the transaction has committed. */
export const publish = async (tx: Transaction, event: PortalEvent): Promise<void> => {
  const full = JSON.stringify(event)
  const text = Buffer.byteLength(full) <= maximumBytes ? full : JSON.stringify(unnamed(event))
  await tx.run(raw(sql`select pg_notify(${eventChannel}, ${text})`))
}

/** Tells several people the same thing, in one statement. */
export const publishToUsers = async (tx: Transaction, topic: Topic, userIds: readonly string[]): Promise<void> => {
  if (userIds.length === 0) return
  const payloads = userIds.map((userId) => JSON.stringify({ topic, audience: { userId }, ids: [] } satisfies PortalEvent))
  await tx.run(raw(sql`select pg_notify(${eventChannel}, payload) from unnest(${payloads}::text[]) payload`))
}
