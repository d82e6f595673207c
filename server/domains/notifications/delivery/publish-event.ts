import { sql } from 'kysely'
import * as z from 'zod/mini'
import type { Universe } from '#api/universes'
import { raw, type Transaction } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { defineJob } from '../../../platform/jobs/define-job.ts'
import type { EventKind } from './event-kind.ts'

/** Tells the people that an event concerns; enqueued with the event itself. */
export const fanOutJob = defineJob(
  'notifications.fan_out',
  z.object({
    eventId: z.string(),
    /** Who acted: to them it is no news. */
    actorId: z.optional(z.nullable(z.string())),
    /** Mails that told somebody already. */
    mailIds: z.optional(z.array(z.string())),
  }),
)

export interface HappenedEvent<P> {
  /** Whose object it is. Its partner of this moment and the carrier's staff hear of it too, if they subscribed. */
  readonly companyId: string
  /** Null: an object without a site, or over several. */
  readonly siteId: string | null
  readonly objectReference: string | null
  readonly parameters: P
  /** Only these universes; all those that it concerns unless told. */
  readonly universes?: readonly Universe[]
  /** Mails written for it in the same transaction: their addresses get no other. */
  readonly mailIds?: readonly string[]
  /** Mails are written for it by a job of the domain, since whoever acts may not read whom they are for: that job enqueues `fanOutJob` with their ids. */
  readonly isToldByMailsJob?: boolean
}

/**
 * Publishes what happened, in the transaction in which it happens: the event and one job, in one round trip. Who is told is found out by the worker,
 * since whoever acts may not read others' subscriptions. Returns the event's id.
 */
export const publishEvent = async <S extends z.core.$ZodType>(
  tx: Transaction,
  kind: EventKind<S>,
  event: HappenedEvent<z.core.output<S>>,
): Promise<string> => {
  const id = newId()
  const parameters = JSON.stringify(z.parse(kind.schema, event.parameters))
  const payload = JSON.stringify({ eventId: id, mailIds: event.mailIds ?? [] })
  const told = event.isToldByMailsJob
    ? sql`select`
    : sql`select app.add_job(${fanOutJob.identifier}, (${payload}::jsonb || jsonb_build_object('actorId', nullif(current_setting('app.user_id', true), '')))::json)`
  await tx.run(
    raw(sql`
      with event as (
        insert into notification_events (id, company_id, site_id, category, universes, code, object_kind, object_reference, parameters, created_at)
        values (${id}, ${event.companyId}, ${event.siteId}, ${kind.category}, ${event.universes ? [...event.universes] : null}::text[], ${kind.code},
          ${kind.objectKind}, ${event.objectReference}, ${parameters}::jsonb, ${tx.now}::timestamptz)
      )
      ${told}`),
  )
  return id
}
