import { createHash } from 'node:crypto'
import type { Endpoint } from '#api/endpoint'
import type { Universe } from '#api/universes'
import type { Context, RequestInfo, Scope, ScopedTransaction } from '../context.ts'
import { burst } from '../db/lane.ts'
import { db, toStatement, transactionOn } from '../db/query.ts'
import { answersTo, type Questions, queriesOf } from '../db/questions.ts'
import type { Entry, LaneKind, Store } from '../db/store.ts'
import { Problem } from '../problem.ts'

/** Makes a scope of what `app.enter` returned. Given by the access domain, the only one that mints scopes. */
export type MintScope = (entered: unknown, universe: Universe) => Scope

interface Options {
  readonly store: Store
  readonly mintScope: MintScope
  readonly endpoint: Endpoint
  readonly universe: Universe
  readonly lane: LaneKind
  readonly request: RequestInfo
  /** Identifies the request's content for idempotency. */
  readonly fingerprint: string
}

const guard = (endpoint: Endpoint, scope: Scope, now: Date): Scope => {
  // « Voir comme » opens no secret and does no act of money.
  if (endpoint.stepUp && scope.readOnly) throw new Problem('read_only_session')
  if (endpoint.stepUp && (!scope.stepUpUntil || scope.stepUpUntil <= now)) throw new Problem('step_up_required')
  return scope
}

/** Runs `work` once per idempotency key; a repeat gets the first answer, another request under the same key is refused. */
const once = async <T>(tx: ScopedTransaction, fingerprint: string, work: () => Promise<T>): Promise<T> => {
  const key = tx.request.idempotencyKey
  if (!key) return work()
  const requestHash = createHash('sha256').update(fingerprint).digest()
  const claimed = await tx.run(
    db
      .insertInto('idempotency_keys')
      .values({ user_id: tx.scope.userId, key, request_hash: requestHash, created_at: tx.now, status: null, answer: null })
      .onConflict((conflict) => conflict.doNothing()),
  )
  const own = db.selectFrom('idempotency_keys').where('user_id', '=', tx.scope.userId).where('key', '=', key)
  if (claimed === 0) {
    const earlier = await tx.first(own.select(['request_hash', 'answer']))
    if (!earlier || !requestHash.equals(earlier.request_hash)) throw new Problem('idempotency_mismatch')
    return earlier.answer as T
  }
  const answer = await work()
  await tx.run(
    db
      .updateTable('idempotency_keys')
      .set({ answer: JSON.stringify(answer ?? null), status: 200 })
      .where('user_id', '=', tx.scope.userId)
      .where('key', '=', key),
  )
  return answer
}

const answersIn = <Q extends Questions>(scope: Scope, questions: Q, rows: readonly (readonly unknown[])[]) => ({
  ...answersTo(questions, rows),
  scope,
})

/** The context of a request in a universe. */
export const universeContext = ({ store, mintScope, endpoint, universe, lane, request, fingerprint }: Options): Context => {
  if (typeof endpoint.right === 'string' || !endpoint.right.universes.includes(universe)) throw new Problem('not_found')
  const { tokenHash } = request
  if (!tokenHash) throw new Problem('unauthenticated')
  const entry: Entry = { tokenHash, universe, templates: endpoint.right.anyOf, now: request.now, lane }
  const scopeOf = (entered: unknown): Scope => guard(endpoint, mintScope(entered, universe), request.now)
  return {
    request,
    universe,
    enter: async () => scopeOf((await store.read(entry, [])).scope),
    read: async (questions) => {
      const { scope, rows } = await store.read(entry, queriesOf(questions))
      return answersIn(scopeOf(scope), questions, rows)
    },
    write: (work) =>
      store.write(entry, async (client, entered) => {
        const scope = scopeOf(entered)
        if (scope.readOnly) throw new Problem('read_only_session')
        const tx: ScopedTransaction = {
          ...transactionOn(client, request.now),
          scope,
          request,
          read: async (questions) => {
            const results = await burst(client, queriesOf(questions).map(toStatement))
            return answersIn(
              scope,
              questions,
              results.map(({ rows }) => rows),
            )
          },
        }
        return endpoint.idempotent ? once(tx, fingerprint, () => work(tx)) : work(tx)
      }),
  }
}
