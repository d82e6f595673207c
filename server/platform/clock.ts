import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The only source of time of the business: no business code reads the machine's clock, and no business SQL calls `now()`. */
export interface Clock {
  now(): Date
  /** The day it is in Paris, where the business lives. */
  today(): Temporal.PlainDate
}

export const businessTimeZone = 'Europe/Paris'

/** The day of an instant in Paris. */
export const dayOf = (instant: Date): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(businessTimeZone).toPlainDate()

const clockAt = (milliseconds: () => number): Clock => {
  const now = () => new Date(milliseconds())
  return { now, today: () => dayOf(now()) }
}

/** Runs at the machine's pace, `offsetMilliseconds` ahead of it. */
export const runningClock = (offsetMilliseconds = 0): Clock => clockAt(() => Date.now() + offsetMilliseconds)

export interface TravellingClock extends Clock {
  /** Jumps to an instant; a test may not travel back, like the portal. */
  travelTo(instant: Date | string): void
  /** Moves on, calendar units counted in Paris: `{ days: 1 }`, `{ months: 3 }`. */
  advance(duration: Temporal.DurationLike): void
}

/** A clock for tests: stands still until it is moved. */
export const travellingClock = (start: Date | string): TravellingClock => {
  let current = new Date(start).getTime()
  const move = (milliseconds: number) => {
    if (Number.isNaN(milliseconds)) throw new Error('The clock needs a valid instant.')
    if (milliseconds < current) throw new Error('The clock never goes back.')
    current = milliseconds
  }
  return {
    ...clockAt(() => current),
    travelTo: (instant) => move(new Date(instant).getTime()),
    advance: (duration) =>
      move(Temporal.Instant.fromEpochMilliseconds(current).toZonedDateTimeISO(businessTimeZone).add(duration).epochMilliseconds),
  }
}

const memory = (dataDir: string) => join(dataDir, 'clock.json')

const lastSeen = (dataDir: string): number | null => {
  try {
    const parsed: unknown = JSON.parse(readFileSync(memory(dataDir), 'utf8'))
    const seen = typeof parsed === 'object' && parsed !== null && 'lastSeen' in parsed ? Date.parse(String(parsed.lastSeen)) : Number.NaN
    return Number.isNaN(seen) ? null : seen
  } catch {
    return null
  }
}

const rememberEveryMilliseconds = 2_000
/** The memory may lag by one beat after a power cut; the machine's own corrections stay under it too. */
const toleranceMilliseconds = 5_000

export interface PortalClock {
  readonly clock: Clock
  /** Writes the last instant down and stops doing so. */
  close(): void
}

/** Why the clock cannot start there, or null. */
export const clockRefusal = (start: number, seen: number | null): string | null =>
  seen !== null && start < seen - toleranceMilliseconds
    ? `CLOCK_START: the clock of this data already reached ${new Date(seen).toISOString()} and never goes back; start at that instant or later`
    : null

/**
 * The portal's clock of this launch: the machine's, or one that starts at `clockStart` and runs normally. What it reached is kept in
 * `dataDir` as soon as it once left the machine's time, because data dated in the future makes an earlier clock wrong.
 * @throws Error with one clear line when it would go back.
 */
export const openPortalClock = (options: { dataDir: string; clockStart: Date | null }): PortalClock => {
  const seen = lastSeen(options.dataDir)
  const launchedAt = Date.now()
  const start = options.clockStart?.getTime() ?? launchedAt
  const refusal = clockRefusal(start, seen)
  if (refusal !== null) throw new Error(refusal)
  const clock = runningClock(start - launchedAt)
  if (options.clockStart === null && seen === null) return { clock, close: () => undefined }
  const remember = () => {
    const temporary = `${memory(options.dataDir)}.${process.pid}`
    writeFileSync(temporary, `${JSON.stringify({ lastSeen: clock.now().toISOString() })}\n`)
    renameSync(temporary, memory(options.dataDir))
  }
  remember()
  const beat = setInterval(remember, rememberEveryMilliseconds)
  beat.unref()
  return {
    clock,
    close: () => {
      clearInterval(beat)
      remember()
    },
  }
}
