import { sql } from 'kysely'
import { foldText } from '#api/rules/text-fold'
import { db, type Transaction } from '../../../platform/db/query.ts'

export interface NamedPlace {
  readonly id: string
  readonly company_id: string
}

/** The sites of some companies, by name; the head office when none is named. */
export const sitesOf = async (
  tx: Transaction,
  companyIds: readonly string[],
): Promise<(companyId: string, name: string | undefined) => NamedPlace | undefined> => {
  const sites = await tx.all(
    db
      .selectFrom('sites')
      .select(['id', 'company_id', 'name', 'external_key', 'is_head_office'])
      .where(sql<boolean>`company_id = any (${[...new Set(companyIds)]}::uuid[])`),
  )
  return (companyId, name) => {
    const own = sites.filter((site) => site.company_id === companyId)
    if (name === undefined) return own.find((site) => site.is_head_office)
    return own.find((site) => site.external_key === name) ?? own.find((site) => foldText(site.name) === foldText(name))
  }
}
