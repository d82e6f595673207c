import { type SqlBool, sql } from 'kysely'
import type { FiltersOf, SortKeyOf } from '#api/list'
import { serviceNumber, subscriptionNumber } from '#api/rules/commerce-references'
import { parseCompanyReference } from '#api/rules/references'
import type { listAccountcodes } from '#api/subscriptions/accountcodes/accountcodes'
import { db, type RowsOf } from '../../../platform/db/query.ts'
import { beginsWith } from '../begins-with.ts'

export type AccountcodeFilters = FiltersOf<typeof listAccountcodes>

export const sorts = {
  number: sql`a.number`,
  label: sql`a.label_key`,
  partnerCode: sql`a.partner_code_key`,
  client: sql`s.company_key`,
  service: sql`v.number`,
} satisfies Record<SortKeyOf<typeof listAccountcodes>, unknown>

/** Accountcodes with what is shown beside them. */
const shown = db
  .selectFrom('accountcodes as a')
  .innerJoin('services as v', 'v.id', 'a.service_id')
  .innerJoin('subscriptions as s', 's.id', 'a.subscription_id')
  .leftJoin('sites as t', 't.id', 'a.site_id')
  .select(['a.id', 'a.number', 'a.label', 'a.partner_code', 'a.state', 'a.version', 'a.company_id', 'a.site_id'])
  .select(['v.reference as service_reference', 'v.name as service_name', 'v.kind as service_kind', 't.name as site_name'])
  .select(['s.reference as subscription_reference', 's.name as subscription_name', 's.company_name', 's.company_reference'])
export type AccountcodeRecord = RowsOf<typeof shown>[number]

export const accountcode = (number: string) => shown.where('a.number', '=', /^\d{1,15}$/.test(number) ? Number(number) : -1)

const never = sql<SqlBool>`false`

export const accountcodeRows = (filters: AccountcodeFilters) => {
  let query = shown
  const { number, label, partnerCode, client, subscription, service, state, q } = filters
  if (number) query = query.where('a.number', '=', Number(number))
  if (label) query = query.where(beginsWith(sql`a.label_key`, label))
  if (partnerCode === 'none') query = query.where('a.partner_code_key', '=', '')
  else if (partnerCode) query = query.where(beginsWith(sql`a.partner_code_key`, partnerCode))
  if (client) {
    const reference = parseCompanyReference(client)
    query = reference
      ? query.where('a.company_id', '=', db.selectFrom('companies').where('reference', '=', reference).select('id'))
      : query.where(beginsWith(sql`s.company_key`, client))
  }
  if (subscription) {
    const wanted = subscriptionNumber(subscription)
    query =
      wanted === null
        ? query.where(never)
        : query.where('a.subscription_id', '=', db.selectFrom('subscriptions').where('number', '=', wanted).select('id'))
  }
  if (service) {
    const wanted = serviceNumber(service)
    query = wanted === null ? query.where(never) : query.where('v.number', '=', wanted)
  }
  if (state) query = query.where('a.state', '=', state)
  const words = q?.trim()
  if (words && /^\d+$/.test(words)) query = query.where('a.number', '=', Number(words.slice(0, 15)))
  else if (words)
    query = query.where((or) =>
      or.or([beginsWith(sql`a.label_key`, words), beginsWith(sql`a.partner_code_key`, words), beginsWith(sql`s.company_key`, words)]),
    )
  return query
}
