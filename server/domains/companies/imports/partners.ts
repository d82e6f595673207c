import { sql } from 'kysely'
import { parseCompanyReference } from '#api/rules/references'
import { foldText } from '#api/rules/text-fold'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { listed } from '../../../platform/imports/line.ts'

export interface Partner {
  readonly id: string
  readonly reference: string
  readonly siren: string | null
  readonly name_fold: string | null
  readonly universes: string[]
}

const sirenIn = (text: string): string | null => {
  const digits = text.replaceAll(/[\s\u00a0\u202f]/g, '')
  return /^\d{9}$/.test(digits) ? digits : null
}

/** The partners that a batch of lines names: by reference, by SIREN or by name, where one partner alone bears it. */
export const partnersOf = async (
  tx: Transaction,
  names: readonly (string | undefined)[],
): Promise<(name: string | undefined) => Partner | undefined> => {
  const texts = listed(names)
  const partners: Partner[] = await tx.all(
    db
      .selectFrom('companies')
      .select(['id', 'reference', 'siren', 'name_fold', 'universes'])
      .where(
        sql<boolean>`(reference = any (${texts.flatMap((text) => parseCompanyReference(text) ?? [])}::text[])
          or siren = any (${texts.flatMap((text) => sirenIn(text) ?? [])}::text[]) or name_fold = any (${texts.map(foldText)}::text[]))`,
      )
      .where(sql<boolean>`universes && '{ambassador,operator}'`),
  )
  const alone = (found: readonly Partner[]) => (found.length === 1 ? found[0] : undefined)
  return (name) => {
    if (name === undefined) return undefined
    const reference = parseCompanyReference(name)
    return (
      partners.find((partner) => partner.reference === reference) ??
      alone(partners.filter(({ siren }) => siren !== null && siren === sirenIn(name))) ??
      alone(partners.filter((partner) => partner.name_fold === foldText(name)))
    )
  }
}
