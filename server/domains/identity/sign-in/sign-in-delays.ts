/**
 * How failed attempts slow down the next ones. Nothing locks for good, and who is known never pays for what strangers do:
 * - `device`: a browser that this person used before; only its own failures count.
 * - `pair`: the login from one network; what a person and a guesser beside them share.
 * - `subject`: the login from anywhere; a much higher threshold, and it slows only places where the person is unknown.
 * - `network`: one network whatever the login; slows whoever tries many logins.
 */
export const delayKinds = ['device', 'pair', 'subject', 'network'] as const
export type DelayKind = (typeof delayKinds)[number]

/** Where an attempt comes from, in the eyes of the person whose login it is. */
export type Place = 'known_device' | 'known_network' | 'unknown'

interface DelayRule {
  /** Failures without any delay. */
  readonly free: number
  /** Seconds after the first failure beyond; each further one doubles it. */
  readonly firstSeconds: number
  readonly maximumSeconds: number
}

export const delayRules: Readonly<Record<DelayKind, DelayRule>> = {
  device: { free: 5, firstSeconds: 5, maximumSeconds: 900 },
  pair: { free: 5, firstSeconds: 5, maximumSeconds: 900 },
  subject: { free: 40, firstSeconds: 30, maximumSeconds: 900 },
  network: { free: 100, firstSeconds: 5, maximumSeconds: 900 },
}

/** Failures are forgotten after this long without another. */
export const forgetAfterHours = 12

/** Which counters an attempt looks at and feeds. */
export const countersOf = (place: Place): readonly DelayKind[] =>
  place === 'known_device' ? ['device'] : place === 'known_network' ? ['pair', 'network'] : ['pair', 'subject', 'network']

/** Seconds to wait after this many failures in a row. */
export const delayAfter = (kind: DelayKind, failures: number): number => {
  const { free, firstSeconds, maximumSeconds } = delayRules[kind]
  if (failures <= free) return 0
  return Math.min(maximumSeconds, firstSeconds * 2 ** Math.min(30, failures - free - 1))
}

export interface Counter {
  readonly failures: number
  readonly lastAt: Date
  readonly delayedUntil: Date
}

/** The end of a delay that never was. */
export const noDelay = new Date(0)

/** The counter once one more attempt is counted as failed. */
export const countFailure = (kind: DelayKind, counter: Counter | null, now: Date): Counter => {
  const forgotten = !counter || now.getTime() - counter.lastAt.getTime() > forgetAfterHours * 3_600_000
  const failures = forgotten ? 1 : counter.failures + 1
  const seconds = delayAfter(kind, failures)
  // Without a delay the date is long past, not `now`: somebody who signs in beside at the same instant read the clock a moment before.
  return { failures, lastAt: now, delayedUntil: seconds > 0 ? new Date(now.getTime() + seconds * 1000) : noDelay }
}

/** Whole seconds until the last of these delays is over; 0 when the attempt may go on. */
export const waitSeconds = (counters: readonly Counter[], now: Date): number =>
  Math.max(0, ...counters.map((counter) => Math.ceil((counter.delayedUntil.getTime() - now.getTime()) / 1000)))
