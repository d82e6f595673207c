import type pg from 'pg'
import * as z from 'zod/mini'
import { businessTimeZone, type Clock } from '../clock.ts'

/** When a periodic job is due, in Paris time: every so many minutes of the hour or day, every day, or every month. */
export type Schedule =
  | { readonly everyMinutes: number }
  | { readonly daily: string }
  | { readonly monthly: { readonly day: number; readonly at: string } }

export interface PeriodicJob {
  /** Kind of job that is enqueued; its payload is `periodicPayload`. */
  readonly identifier: string
  readonly schedule: Schedule
}

/**
 * Payload of a periodic job. When the clock jumped, or no worker ran, over several due instants, one job covers them all: what fell due
 * after `since`, up to and including `dueAt`.
 */
export const periodicPayload = z.object({ dueAt: z.string(), since: z.string() })

/** The last instant, at or before `now`, at which the schedule was due. */
export const lastDue = (schedule: Schedule, now: Date): Date => {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(businessTimeZone)
  if ('everyMinutes' in schedule) {
    const step = schedule.everyMinutes * 60_000
    return new Date(Math.floor(now.getTime() / step) * step)
  }
  const at = Temporal.PlainTime.from('daily' in schedule ? schedule.daily : schedule.monthly.at)
  const instantOn = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: businessTimeZone, plainTime: at })
  const today = local.toPlainDate()
  const dayOfMonth = (month: Temporal.PlainDate) =>
    'monthly' in schedule ? month.with({ day: Math.min(schedule.monthly.day, month.daysInMonth) }) : month
  const candidate = instantOn(dayOfMonth(today))
  const due =
    Temporal.ZonedDateTime.compare(candidate, local) <= 0
      ? candidate
      : instantOn(dayOfMonth('monthly' in schedule ? today.with({ day: 1 }).subtract({ months: 1 }) : today.subtract({ days: 1 })))
  return new Date(due.epochMilliseconds)
}

interface Advanced {
  readonly since: Date
}

/**
 * Enqueues each periodic job that fell due on the portal's clock since it was last enqueued; once, however many workers tick. A job seen
 * for the first time waits for its next due instant.
 */
export const tickPeriodicJobs = async (pool: pg.Pool, jobs: readonly PeriodicJob[], clock: Clock): Promise<void> => {
  for (const { identifier, schedule } of jobs) {
    const dueAt = lastDue(schedule, clock.now())
    // One statement, so one transaction: the mark moves if and only if the job is enqueued.
    await pool.query<Advanced>(
      `with known as (select due_at from periodic_jobs where name = $1 for update),
        advanced as (update periodic_jobs p set due_at = $2 from known where p.name = $1 and known.due_at < $2 returning known.due_at as since),
        first as (insert into periodic_jobs (name, due_at) select $1, $2 where not exists (select from known) on conflict do nothing)
       select app.add_job($1, json_build_object('dueAt', $3::text, 'since', to_char(since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
       from advanced`,
      [identifier, dueAt, dueAt.toISOString()],
    )
  }
}
