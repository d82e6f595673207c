import { type SqlBool, sql } from 'kysely'
import { searchedDigits } from '#api/companies/rules/contact/phone-search'
import type { QueryOf } from '#api/endpoint'
import { pageSize } from '#api/list'
import type { listOrderClients, listOrderContacts, listOrderContracts, listOrderSites } from '#api/shop/choices/order-choices'
import type { Universe } from '#api/universes'
import { keyset } from '../../../platform/db/keyset.ts'
import { db } from '../../../platform/db/query.ts'
import { clientsMatching } from '../../companies/portfolio/list/clients-query.ts'

const ofCompany = (reference: string) => db.selectFrom('companies').where('reference', '=', reference).select('id')

/** A company's own rows are few enough to look through. */
const pattern = (text: string): string => `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`

/** Row security keeps the sites of the right under which one orders. */
export const sitePage = (reference: string, { q, id, cursor, limit = pageSize }: QueryOf<typeof listOrderSites>) => {
  let query = db
    .selectFrom('sites as s')
    .where('s.company_id', '=', ofCompany(reference))
    .where('s.state', '=', 'open')
    .select(['s.id', 's.name', 's.street', 's.postcode', 's.city'])
  if (id) query = query.where('s.id', '=', id)
  if (q?.trim()) query = query.where(sql<SqlBool>`concat_ws(' ', s.name, s.street, s.postcode, s.city) ilike ${pattern(q)}`)
  return keyset(query, {
    sorts: { name: sql`(case when s.is_head_office then '0' else '1' end || s.name) collate "C"` },
    tie: sql`s.id`,
    sort: undefined,
    cursor,
    limit,
    defaultSort: 'name',
  })
}

export const contactPage = (reference: string, { q, cursor, limit = pageSize }: QueryOf<typeof listOrderContacts>) => {
  let query = db
    .selectFrom('contacts as k')
    .where('k.company_id', '=', ofCompany(reference))
    .where('k.archived_at', 'is', null)
    .select(['k.id', sql<string>`btrim(k.first_name || ' ' || k.last_name)`.as('name')])
    .select(sql<string | null>`coalesce(k.mobile, k.phone)`.as('phone'))
  if (q?.trim())
    query = query.where(
      sql<SqlBool>`(concat_ws(' ', k.first_name, k.last_name, k.first_name) ilike ${pattern(q)}
        or concat_ws(' ', k.phone, k.mobile) like ${`%${searchedDigits(q) ?? '?'}%`})`,
    )
  return keyset(query, {
    sorts: { name: sql`(k.last_name || ' ' || k.first_name) collate "C"` },
    tie: sql`k.id`,
    sort: undefined,
    cursor,
    limit,
    defaultSort: 'name',
  })
}

/** Whom one met on that contract, else on that site, the last time. */
export const usualContact = (company: string, { site, contract }: QueryOf<typeof listOrderContacts>) => {
  const orders = db
    .selectFrom('orders as o')
    .innerJoin('contacts as k', 'k.id', 'o.onsite_contact_id')
    .where('o.company_id', '=', ofCompany(company))
    .where('k.archived_at', 'is', null)
    .orderBy('o.number', 'desc')
    .limit(1)
    .select(['k.id', sql<string>`btrim(k.first_name || ' ' || k.last_name)`.as('name')])
  if (contract)
    return orders.where(
      'o.subscription_id',
      '=',
      db.selectFrom('subscriptions').where('reference', '=', contract.trim().toUpperCase()).select('id'),
    )
  return orders.where(sql<SqlBool>`${site ?? null}::uuid = any (o.site_ids)`)
}

export const contractPage = (reference: string, { q, offers, cursor, limit = pageSize }: QueryOf<typeof listOrderContracts>) => {
  let query = db
    .selectFrom('subscriptions as s')
    .innerJoin('offers as o', 'o.id', 's.offer_id')
    .where('s.company_id', '=', ofCompany(reference))
    .where('s.state', '=', 'active')
    .select(['s.reference', 's.name', 's.city'])
  if (offers) query = query.where(sql<SqlBool>`o.code = any (${offers.split(',')}::text[])`)
  if (q?.trim()) query = query.where(sql<SqlBool>`concat_ws(' ', s.reference, s.name, s.city) ilike ${pattern(q)}`)
  return keyset(query, {
    sorts: { latest: sql`s.number` },
    tie: sql`s.number`,
    sort: undefined,
    cursor,
    limit,
    defaultSort: '-latest',
  })
}

export const clientPage = (universe: Universe, { q, cursor, limit = pageSize }: QueryOf<typeof listOrderClients>) =>
  keyset(
    clientsMatching(universe, { holds: 'client', ...(q === undefined ? {} : { q }) }).select([
      'c.reference',
      'c.name',
      'c.head_city as city',
    ]),
    { sorts: { name: sql`c.name_fold` }, tie: sql`c.id`, sort: undefined, cursor, limit, defaultSort: 'name' },
  )
