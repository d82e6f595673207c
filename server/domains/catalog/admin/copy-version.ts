import { sql } from 'kysely'
import type { Bilingual, OfferDefinition } from '#api/catalog/rules/offer-definition'
import { db, raw, type Transaction } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'

/** What an editor starts from: it passes the schema and sells nothing yet. */
export const emptyDefinition = (name: Bilingual): OfferDefinition => ({
  summary: name,
  description: name,
  characteristics: [],
  commitments: [{ months: 0, discountBasisPoints: 0 }],
  notice: { count: 1, unit: 'month' },
  penaltyBasisPoints: 10_000,
  leadTimeDays: 15,
  sites: 'one',
  steps: [{ label: { fr: 'Mise en service', en: 'Activation' }, actor: 'carrier', days: 15 }],
  services: [],
})

interface Copy {
  readonly from: string
  readonly offerId: string
  readonly number: number
  readonly validFrom: string
}

/** A draft with the texts, form, prices and sheets of a version. @returns its id. */
export const copyVersion = async (tx: Transaction, { from, offerId, number, validFrom }: Copy): Promise<string> => {
  const id = newId()
  await tx.run(
    raw(sql`insert into offer_versions (id, offer_id, number, valid_from, definition, created_at)
      select ${id}, ${offerId}, ${number}, ${validFrom}, definition, ${tx.now} from offer_versions where id = ${from}`),
  )
  await tx.run(
    raw(sql`insert into offer_prices (version_id, price_list, item, one_off_cents, monthly_cents, steps)
      select ${id}, price_list, item, one_off_cents, monthly_cents, steps from offer_prices where version_id = ${from}`),
  )
  const sheets = await tx.all(db.selectFrom('offer_sheets').where('version_id', '=', from).selectAll())
  for (const sheet of sheets) await tx.run(db.insertInto('offer_sheets').values({ ...sheet, id: newId(), version_id: id }))
  return id
}
