import { db, type Transaction } from '../../platform/db/query.ts'
import { newId } from '../../platform/ids.ts'
import type { ImportedChange } from '../../platform/imports/import-kind.ts'
import { staffName } from './staff-name.ts'

/** Who imports, for the history. */
export interface ImportActor {
  readonly userId: string | null
  readonly name: string
  readonly companyId: string
  readonly companyName: string
}

/** The history of a batch in one statement: a file may hold tens of thousands of changes. */
export const recordImported = async (tx: Transaction, actor: ImportActor, changes: readonly ImportedChange[]): Promise<void> => {
  if (changes.length === 0) return
  await tx.run(
    db.insertInto('activity').values(
      changes.map((change) => ({
        id: newId(),
        company_id: change.companyId,
        site_id: change.siteId ?? null,
        at: tx.now,
        actor_user_id: actor.userId,
        actor_name: actor.userId === null || change.companyId === actor.companyId ? actor.name : staffName(actor.name),
        actor_company_id: actor.companyId,
        on_behalf_of: actor.companyName,
        universe: 'carrier',
        action: change.action,
        object_kind: change.objectKind,
        object_reference: change.reference,
        object_label: change.label,
        before: change.before ? JSON.stringify(change.before) : null,
        after: change.after ? JSON.stringify(change.after) : null,
      })),
    ),
  )
}
