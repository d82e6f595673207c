import { type SqlBool, sql } from 'kysely'
import type { FiltersOf } from '#api/list'
import type { listPurchaseRequests } from '#api/shop/requests/purchase-requests'
import { keyset } from '../../../platform/db/keyset.ts'
import { db, type RowsOf } from '../../../platform/db/query.ts'
import type { ListOrder } from '../../../platform/lists/list-routes.ts'

/** Requests whose basket the caller may read: its own, or those of the operator's clients. */
const requests = db
  .selectFrom('purchase_requests as r')
  .innerJoin('baskets as b', 'b.id', 'r.basket_id')
  .innerJoin('companies as c', 'c.id', 'r.company_id')
  .select(['r.id', 'r.basket_id', 'r.company_id', 'r.state', 'r.message', 'r.answer', 'r.requested_at', 'r.requested_by_name'])
  .select(['r.answered_at', 'r.version', 'c.reference as company_reference', 'c.name as company_name', 'b.version as basket_version'])
  .select([
    sql<number>`(select count(*)::int from basket_lines l where l.basket_id = r.basket_id)`.as('line_count'),
    sql<{ fr: string; en: string }[]>`coalesce((
      select json_agg(json_build_object('fr', n.name, 'en', n.name_en)) from (
        select o.name, o.name_en from basket_lines l join offer_versions v on v.id = l.offer_version_id join offers o on o.id = v.offer_id
        where l.basket_id = r.basket_id order by l.position limit 3) n), '[]'::json)`.as('offers'),
    sql<string[]>`array(
      select st.name from sites st where st.id in (select unnest(l.site_ids) from basket_lines l where l.basket_id = r.basket_id)
        and st.name <> '' order by st.name limit 3)`.as('sites'),
  ])
export type RequestRow = RowsOf<typeof requests>[number]

export const request = (id: string) => requests.where('r.id', '=', id)

export const page = ({ q, state }: FiltersOf<typeof listPurchaseRequests>, order: ListOrder) => {
  let query = requests
  if (state) query = query.where('r.state', '=', state)
  if (q?.trim()) {
    const text = `%${q.trim().replaceAll(/[\\%_]/g, '\\$&')}%`
    query = query.where(sql<SqlBool>`concat_ws(' ', c.name, c.reference, r.requested_by_name) ilike ${text}`)
  }
  return keyset(query, {
    sorts: { requestedAt: sql`r.requested_at`, company: sql`c.name collate "C"`, state: sql`r.state collate "C"` },
    tie: sql`r.id`,
    ...order,
  })
}

/** The state alone, held: a request is answered once. */
export const held = (id: string) =>
  db.selectFrom('purchase_requests').where('id', '=', id).select(['id', 'state', 'version', 'basket_id', 'company_id']).forUpdate()
