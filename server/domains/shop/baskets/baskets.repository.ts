import { sql } from 'kysely'
import type { Universe } from '#api/universes'
import { db, type RowsOf } from '../../../platform/db/query.ts'
import type { Draft } from '../lines/line-facts.ts'

const baskets = db.selectFrom('baskets').select(['id', 'company_id', 'user_id', 'universe', 'state', 'version'])
export type BasketRow = RowsOf<typeof baskets>[number]

/** A basket belongs to a person, a universe and a company. Row security shows the person's own only. */
export const openBasket = (who: { readonly userId: string; readonly universe: Universe }, companyReference: string) =>
  baskets
    .where('user_id', '=', who.userId)
    .where('universe', '=', who.universe)
    .where('company_id', '=', db.selectFrom('companies').where('reference', '=', companyReference).select('id'))
    .where('state', '=', 'open')

/** The open basket of whoever asks, before it is known who that is. */
export const ownOpenBasket = (universe: Universe, companyReference: string) =>
  baskets
    .where('user_id', '=', sql<string>`app.user_id()`)
    .where('universe', '=', universe)
    .where('company_id', '=', db.selectFrom('companies').where('reference', '=', companyReference).select('id'))
    .where('state', '=', 'open')

/** How many lines one's open baskets hold, the latest first; empty ones are none. */
export const ownCounts = (universe: Universe) =>
  db
    .selectFrom('baskets as b')
    .innerJoin('companies as c', 'c.id', 'b.company_id')
    .innerJoin('basket_lines as l', 'l.basket_id', 'b.id')
    .where('b.user_id', '=', sql<string>`app.user_id()`)
    .where('b.universe', '=', universe)
    .where('b.state', '=', 'open')
    .groupBy(['b.id', 'c.reference', 'c.name'])
    .orderBy('b.updated_at', 'desc')
    .select(['c.reference', 'c.name', sql<number>`count(*)::int`.as('lines')])
    .limit(20)

/** Lines in their order, with the offer of their version. */
export const linesOf = (basketId: string) =>
  db
    .selectFrom('basket_lines as l')
    .innerJoin('offer_versions as v', 'v.id', 'l.offer_version_id')
    .where('l.basket_id', '=', basketId)
    .orderBy('l.position')
    .orderBy('l.id')
    .selectAll('l')
    .select('v.offer_id')
export type LineRow = RowsOf<ReturnType<typeof linesOf>>[number]

/** The lines of the open basket of whoever asks. */
export const ownLines = (universe: Universe, companyReference: string) =>
  db
    .selectFrom('basket_lines as l')
    .innerJoin('offer_versions as v', 'v.id', 'l.offer_version_id')
    .where('l.basket_id', 'in', ownOpenBasket(universe, companyReference).clearSelect().select('id'))
    .orderBy('l.position')
    .orderBy('l.id')
    .selectAll('l')
    .select('v.offer_id')

export const toDraft = (row: LineRow): Draft => ({
  id: row.id,
  version: row.version,
  offerId: row.offer_id,
  versionId: row.offer_version_id,
  contractId: row.subscription_id,
  siteIds: row.site_ids,
  values: row.values,
  commitmentMonths: row.commitment_months,
  wishedOn: row.wished_on,
  onsiteContactId: row.onsite_contact_id,
  seen: row.seen,
})
