import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { IdentityStore, RequestInfo } from '../../../platform/context.ts'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { Problem } from '../../../platform/problem.ts'
import { networkOf } from './networks.ts'
import { countersOf, countFailure, type DelayKind, noDelay, type Place, waitSeconds } from './sign-in-delays.ts'

export interface AttemptOf {
  /** What is guessed at: `login:E-…`, `factor:<user>`, `password:<user>`. Only its hash is kept: people type passwords into login fields. */
  readonly subject: string
  readonly place: Place
}

export interface Attempt {
  /** The attempt was right: its own counters start anew, the shared ones take it back. */
  succeeded(): Promise<void>
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 24)

const keyOf = (kind: DelayKind, subject: string, request: RequestInfo): string => {
  if (kind === 'network') return `network:${networkOf(request.ip)}`
  if (kind === 'subject') return `subject:${digest(subject)}`
  if (kind === 'pair') return `pair:${digest(subject)}:${networkOf(request.ip)}`
  return `device:${digest(subject)}:${request.deviceHash?.toString('hex').slice(0, 24) ?? ''}`
}

/** Forgets what was counted against these subjects, from wherever: for somebody to whom access is given back. */
export const forgetAttempts = async (tx: Transaction, subjects: readonly string[]): Promise<void> => {
  for (const subject of subjects)
    await tx.run(db.deleteFrom('sign_in_failures').where(sql<boolean>`split_part(key, ':', 2) = ${digest(subject)}`))
}

/**
 * Counts the attempt as failed before its secret is looked at, so that a thousand sent at once are a thousand counted; `succeeded` takes it
 * back. @throws Problem `sign_in_delayed` while a delay runs: nothing is then counted.
 */
export const claimAttempt = async (identity: IdentityStore, request: RequestInfo, { subject, place }: AttemptOf): Promise<Attempt> => {
  const keys = countersOf(place)
    .map((kind) => ({ kind, key: keyOf(kind, subject, request) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
  const names = keys.map(({ key }) => key)
  const wait = await identity.write(async (tx) => {
    await tx.run(
      db
        .insertInto('sign_in_failures')
        .values(names.map((key) => ({ key, failures: 0, last_at: tx.now, delayed_until: noDelay })))
        .onConflict((conflict) => conflict.doNothing()),
    )
    const rows = await tx.all(db.selectFrom('sign_in_failures').selectAll().where('key', 'in', names).orderBy('key').forUpdate())
    const counters = new Map(rows.map((row) => [row.key, { failures: row.failures, lastAt: row.last_at, delayedUntil: row.delayed_until }]))
    const seconds = waitSeconds([...counters.values()], tx.now)
    if (seconds > 0) return seconds
    for (const { kind, key } of keys) {
      const next = countFailure(kind, counters.get(key) ?? null, tx.now)
      await tx.run(
        db
          .updateTable('sign_in_failures')
          .set({ failures: next.failures, last_at: next.lastAt, delayed_until: next.delayedUntil })
          .where('key', '=', key),
      )
    }
    return 0
  })
  if (wait > 0) throw new Problem('sign_in_delayed', { retryAfterSeconds: wait })
  const own = keys.filter(({ kind }) => kind === 'device' || kind === 'pair').map(({ key }) => key)
  const shared = keys.filter(({ kind }) => kind === 'subject' || kind === 'network').map(({ key }) => key)
  return {
    succeeded: () =>
      identity.write(async (tx) => {
        await tx.run(db.deleteFrom('sign_in_failures').where('key', 'in', own))
        if (shared.length > 0)
          await tx.run(
            db
              .updateTable('sign_in_failures')
              .set((update) => ({ failures: update('failures', '-', 1) }))
              .where('key', 'in', shared)
              .where('failures', '>', 0),
          )
      }),
  }
}
