import { sql } from 'kysely'
import type { PriceList, PriceStep } from '#api/catalog/rules/offer-definition'
import { db, raw } from '../../../../platform/db/query.ts'

/** A price list of every version: the catalogue counts its versions in hundreds. */
export const listedPrices = (list: PriceList) =>
  db
    .selectFrom('offer_prices as p')
    .innerJoin('offer_versions as v', 'v.id', 'p.version_id')
    .where('v.state', '=', 'published')
    .where('p.price_list', '=', list)
    .select(['p.version_id', 'p.item', 'p.one_off_cents', 'p.monthly_cents'])
    .select(sql<PriceStep[]>`p.steps`.as('steps'))

/** One import at a time: two would number the same versions. */
export const importLock = raw(sql`select pg_advisory_xact_lock(hashtext('price list'))`)
