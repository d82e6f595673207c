import { type SqlBool, sql } from 'kysely'
import type { listContacts } from '#api/companies/contacts/contacts'
import { normaliseEmail } from '#api/companies/rules/contact/email-address'
import { searchedDigits } from '#api/companies/rules/contact/phone-search'
import type { FiltersOf, SortKeyOf } from '#api/list'
import { keyset } from '../../../platform/db/keyset.ts'
import { db, type RowsOf } from '../../../platform/db/query.ts'
import type { ListOrder } from '../../../platform/lists/list-routes.ts'
import { pattern } from '../sites/sites.repository.ts'

const contacts = () =>
  db
    .selectFrom('contacts as k')
    .leftJoin('sites as s', 's.id', 'k.site_id')
    .leftJoin('users as u', 'u.contact_id', 'k.id')
    .select(['k.id', 'k.first_name', 'k.last_name', 'k.job_title', 'k.phone', 'k.mobile', 'k.email', 'k.site_id', 'k.archived_at'])
    .select(['s.name as site_name', 'u.login', 'u.state as user_state'])

const sorts = {
  name: sql`(k.last_name || ' ' || k.first_name) collate "C"`,
  jobTitle: sql`coalesce(k.job_title, '') collate "C"`,
  site: sql`coalesce(s.name, '') collate "C"`,
  email: sql`coalesce(k.email, '') collate "C"`,
} satisfies Record<SortKeyOf<typeof listContacts>, unknown>

/** One page of a company's contacts. */
export const page = (reference: string, { q, access, site, archived }: FiltersOf<typeof listContacts>, order: ListOrder) => {
  let query = contacts().where('k.company_id', '=', db.selectFrom('companies').where('reference', '=', reference).select('id'))
  query = query.where('k.archived_at', archived === 'true' ? 'is not' : 'is', null)
  if (access) query = query.where('u.id', access === 'with' ? 'is not' : 'is', null)
  if (site) query = query.where('k.site_id', '=', site)
  if (q?.trim())
    query = query.where(
      sql<SqlBool>`(concat_ws(' ', k.first_name, k.last_name, k.first_name, k.job_title, k.email, u.login) ilike ${pattern(normaliseEmail(q) ?? q)}
        or concat_ws(' ', k.phone, k.mobile) like ${`%${searchedDigits(q) ?? '?'}%`})`,
    )
  return keyset(query, { sorts, tie: sql`k.id`, ...order })
}

/** One contact of a company. */
export const contact = (reference: string, id: string) =>
  contacts()
    .innerJoin('companies as c', 'c.id', 'k.company_id')
    .where('c.reference', '=', reference)
    .where('k.id', '=', id)
    .select(
      sql<boolean>`(exists (select from user_rights ur where ur.user_id = u.id)
        and exists (select from users a where a.company_id = k.company_id and a.is_administrator and a.state = 'active'))`.as('is_guarded'),
    )
    .select(['k.company_id', 'k.created_at', 'k.version', 'c.reference as company_reference', 'c.name as company_name'])
export type ContactRecord = RowsOf<ReturnType<typeof contact>>[number]
export type ContactListRow = Omit<RowsOf<ReturnType<typeof page>['query']>[number], 'sort_value' | 'sort_tie'>
