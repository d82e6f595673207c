import type { Universe } from '#api/universes'
import type { Scope, ScopedTransaction } from '../../platform/context.ts'
import type { Transaction } from '../../platform/db/query.ts'
import { db } from '../../platform/db/query.ts'
import { newId } from '../../platform/ids.ts'
import { announceChange } from './announce-change.ts'
import { staffName } from './staff-name.ts'

/** One line of the history of operations. `action` is `<object>.<verb>` and has a label in both languages (`activity_<object>_<verb>`). */
export interface ActivityLine {
  readonly companyId: string
  /** The site, when what changed belongs to one. */
  readonly siteId?: string | null
  readonly action: string
  readonly objectKind: string
  readonly objectReference?: string | null
  readonly objectLabel?: string | null
  /** Only the fields that changed, in the API's names; never a secret. */
  readonly before?: Readonly<Record<string, unknown>> | null
  readonly after?: Readonly<Record<string, unknown>> | null
}

interface Actor {
  readonly userId: string | null
  readonly name: string
  readonly companyId: string | null
  readonly companyName: string | null
  readonly universe: Universe | null
  readonly ip: string | null
  readonly requestId: string | null
}

const json = (value: ActivityLine['before']) => (value ? JSON.stringify(value) : null)

/** Writes a line for an actor outside any universe (sign-in, password, jobs, command line). */
export const recordActivityOf = async (tx: Transaction, actor: Actor, line: ActivityLine): Promise<void> => {
  await tx.run(
    db.insertInto('activity').values({
      id: newId(),
      company_id: line.companyId,
      site_id: line.siteId ?? null,
      at: tx.now,
      actor_user_id: actor.userId,
      actor_name: actor.name,
      actor_company_id: actor.companyId,
      on_behalf_of: actor.companyId && actor.companyId !== line.companyId ? actor.companyName : null,
      universe: actor.universe,
      ip: actor.ip,
      action: line.action,
      object_kind: line.objectKind,
      object_reference: line.objectReference ?? null,
      object_label: line.objectLabel ?? null,
      before: json(line.before),
      after: json(line.after),
      request_id: actor.requestId,
    }),
  )
}

/** As a company reads who acted on it: the people of the carrier are known to customers by a short name. */
export const actorNameFor = (scope: Scope, companyId: string): string =>
  scope.universe === 'carrier' && scope.companyId !== companyId ? staffName(scope.actorName) : scope.actorName

const actorOf = (scope: Scope, companyId: string, ip: string, requestId: string): Actor => ({
  userId: scope.userId,
  name: actorNameFor(scope, companyId),
  companyId: scope.companyId,
  companyName: scope.companyName,
  universe: scope.universe,
  ip,
  requestId,
})

/** Writes a line in the transaction of what happened, and tells the open pages that show it. */
export const recordActivity = async (tx: ScopedTransaction, line: ActivityLine): Promise<void> => {
  await recordActivityOf(tx, actorOf(tx.scope, line.companyId, tx.request.ip, tx.request.id), line)
  await announceChange(tx, line.companyId, line.objectKind)
}

/** The fields of `after` that differ from `before`, as the history keeps them; null when nothing changed. */
export const changes = <T extends Readonly<Record<string, unknown>>>(
  before: T,
  after: Partial<T>,
): { before: Record<string, unknown>; after: Record<string, unknown> } | null => {
  const fields = Object.keys(after).filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
  if (fields.length === 0) return null
  const pick = (source: Partial<T>) => Object.fromEntries(fields.map((field) => [field, source[field] ?? null]))
  return { before: pick(before), after: pick(after) }
}
