import { db, type RowsOf } from '../../../platform/db/query.ts'

/** The operator's own resale prices: row security shows no other's. */
export const resalePrices = () =>
  db
    .selectFrom('resale_prices as r')
    .leftJoin('companies as c', 'c.id', 'r.company_id')
    .orderBy('c.name')
    .orderBy('r.id')
    .select(['r.id', 'r.offer_id', 'r.one_off_cents', 'r.monthly_cents', 'r.version', 'r.company_id'])
    .select(['c.reference as company_reference', 'c.name as company_name'])
export type ResalePriceRow = RowsOf<ReturnType<typeof resalePrices>>[number]

/** Of one offer, for one client or (null) for all; locked. */
export const lockedPrice = (offerId: string, companyId: string | null) =>
  db
    .selectFrom('resale_prices')
    .where('offer_id', '=', offerId)
    .where('company_id', companyId === null ? 'is' : '=', companyId)
    .selectAll()
    .forUpdate()
