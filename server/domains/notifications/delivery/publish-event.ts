import { sql } from 'kysely'
import * as z from 'zod/mini'
import type { Universe } from '#api/universes'
import { raw, type Transaction } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { defineJob } from '../../../platform/jobs/define-job.ts'
import { type News, tellJob } from '../../../platform/mail/define-news.ts'
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

/** The job that notifies of an event once its mails are written; `about`: those of one object. */
export const fanOutOf = (eventId: string, actorId: string | null = null, about?: string) => ({
  job: fanOutJob.identifier,
  payload: { eventId, actorId },
  ...(about === undefined ? {} : { about }),
})

export interface HappenedEvent<P> {
  /** Whose object it is. Its partner of this moment and the carrier's staff hear of it too, if they subscribed. */
  readonly companyId: string
  /** Null: an object without a site, or over several. */
  readonly siteId: string | null
  readonly objectReference: string | null
  readonly parameters: P
  /** Only these universes; all those that it concerns unless told. */
  readonly universes?: readonly Universe[]
  /** Mails that tell it whatever people subscribed to (`news.about(…)`): written first, and their addresses get no other. */
  readonly mails?: ReturnType<News['about']>
  /** News about several events are told at once by the caller, who adds `fanOutOf` to it. */
  readonly isToldLater?: boolean
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
  const [job, payload] = event.mails
    ? [tellJob.identifier, { ...event.mails, next: [fanOutOf(id)] }]
    : [fanOutJob.identifier, fanOutOf(id).payload]
  // Who acts is known to the database in a request, and nobody in a job.
  const actor = sql`to_jsonb(nullif(current_setting('app.user_id', true), ''))`
  const told = event.isToldLater
    ? sql`select`
    : sql`select app.add_job(${job}, jsonb_set(${JSON.stringify(payload)}::jsonb, ${event.mails ? '{next,0,payload,actorId}' : '{actorId}'}::text[], coalesce(${actor}, 'null'))::json)`
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
