import { sql } from 'kysely'
import { parseCompanyReference } from '#api/rules/references'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { listed } from '../../../platform/imports/line.ts'

export interface Owner {
  readonly id: string
  readonly reference: string
  readonly external_key: string | null
  readonly siren: string | null
  /** Of its head office. */
  readonly country: string | null
}

/** The companies that a batch of lines names, by reference or by the carrier's own key. */
export const ownersOf = async (
  tx: Transaction,
  names: readonly (string | undefined)[],
): Promise<(name: string | undefined) => Owner | undefined> => {
  const keys = listed(names)
  const references = listed(keys.map((key) => parseCompanyReference(key) ?? undefined))
  const owners: Owner[] = await tx.all(
    db
      .selectFrom('companies as c')
      .leftJoin('sites as s', (join) => join.onRef('s.company_id', '=', 'c.id').on('s.is_head_office', '=', true))
      .select(['c.id', 'c.reference', 'c.external_key', 'c.siren', 's.country'])
      .where(sql<boolean>`(c.reference = any (${references}::text[]) or c.external_key = any (${keys}::text[]))`)
      .where('c.state', '<>', 'closed')
      // The carrier's own people are not made by files.
      .where(sql<boolean>`not ('carrier' = any (c.universes))`),
  )
  return (name) => {
    if (name === undefined) return undefined
    const reference = parseCompanyReference(name)
    return owners.find((owner) => owner.reference === reference) ?? owners.find((owner) => owner.external_key === name)
  }
}
