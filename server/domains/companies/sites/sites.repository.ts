import { type SqlBool, sql } from 'kysely'
import { searchedDigits } from '#api/companies/rules/contact/phone-search'
import type { listSites } from '#api/companies/sites/sites'
import type { FiltersOf, SortKeyOf } from '#api/list'
import { keyset } from '../../../platform/db/keyset.ts'
import { db, type RowsOf } from '../../../platform/db/query.ts'
import type { ListOrder } from '../../../platform/lists/list-routes.ts'

const ofCompany = (reference: string) => db.selectFrom('companies').where('reference', '=', reference).select('id')

/** A search text as a pattern of ILIKE: a company's own rows are few enough to look through. */
export const pattern = (text: string): string => `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`

const sorts = {
  default: sql`(case when s.is_head_office then '0' else '1' end || s.name) collate "C"`,
  name: sql`s.name collate "C"`,
  city: sql`s.city collate "C"`,
  state: sql`s.state collate "C"`,
} satisfies Record<SortKeyOf<typeof listSites>, unknown>

/** One page of a company's sites; the head office comes first unless another order is asked for. */
export const page = (reference: string, { q, state }: FiltersOf<typeof listSites>, order: ListOrder) => {
  let query = db
    .selectFrom('sites as s')
    .where('s.company_id', '=', ofCompany(reference))
    .select(['s.id', 's.name', 's.is_head_office', 's.state', 's.siret', 's.street', 's.complement', 's.postcode', 's.city', 's.country'])
    .select('s.phone')
  if (state) query = query.where('s.state', '=', state)
  if (q?.trim())
    query = query.where(
      sql<SqlBool>`(concat_ws(' ', s.name, s.street, s.postcode, s.city, s.siret) ilike ${pattern(q)}
        or s.phone like ${`%${searchedDigits(q) ?? '?'}%`})`,
    )
  return keyset(query, { sorts, tie: sql`s.id`, ...order })
}
export type SiteListRow = RowsOf<ReturnType<typeof page>['query']>[number]

/** One site of a company, with its on-site contact when the caller may see that person and they are still there. */
export const site = (reference: string, id: string) =>
  db
    .selectFrom('sites as s')
    .innerJoin('companies as c', 'c.id', 's.company_id')
    .leftJoin('contacts as p', (join) => join.onRef('p.id', '=', 's.onsite_contact_id').on('p.archived_at', 'is', null))
    .where('c.reference', '=', reference)
    .where('s.id', '=', id)
    .selectAll('s')
    .select(['c.reference as company_reference', 'c.name as company_name', 'c.siren as company_siren'])
    .select(['p.first_name as contact_first_name', 'p.last_name as contact_last_name', 'p.phone as contact_phone'])
    .select('p.mobile as contact_mobile')
export type SiteRecord = RowsOf<ReturnType<typeof site>>[number]

export const headOffice = (companyId: string) =>
  db
    .selectFrom('sites')
    .where('company_id', '=', companyId)
    .where('is_head_office', '=', true)
    .select(['id', 'name', 'version'])
    .forUpdate()

/** A site of a company that the caller may see, to attach something to. */
export const openSite = (companyId: string, id: string) =>
  db.selectFrom('sites').where('company_id', '=', companyId).where('id', '=', id).where('state', '=', 'open').select(['id', 'name'])

/** A contact who may be named at a site. */
export const availableContact = (companyId: string, id: string) =>
  db.selectFrom('contacts').where('company_id', '=', companyId).where('id', '=', id).where('archived_at', 'is', null).select('id')
