import { sql } from 'kysely'
import type { ClientRow, listClients } from '#api/companies/portfolio/clients'
import type { FiltersOf, SortKeyOf } from '#api/list'
import { companyNumber } from '#api/rules/references'
import { foldText } from '#api/rules/text-fold'
import type { Universe } from '#api/universes'
import { db } from '../../../../platform/db/query.ts'

export type ClientFilters = FiltersOf<typeof listClients>

/** Keys by which the portfolio is sorted; each has its index. */
export const clientSorts = {
  name: sql`c.name_fold`,
  reference: sql`c.number`,
  city: sql`c.head_city_fold`,
  createdAt: sql`c.created_at`,
} as const satisfies Record<SortKeyOf<typeof listClients>, unknown>

const alias = db.selectFrom('companies as c')
type Companies = typeof alias

/** A reference, the start of a SIREN, or the start of the name. Prefixes only: under row security nothing else uses an index. */
const matching = (query: Companies, text: string): Companies => {
  const digits = text.replaceAll(/\s/g, '')
  const number = companyNumber(text)
  if (number !== null) return query.where('c.number', '=', number)
  if (/^\d{2,9}$/.test(digits))
    return query.where(sql<boolean>`(c.siren ^@ ${digits} or c.number = ${Number(digits)} or c.name_fold ^@ ${foldText(text)})`)
  return query.where(sql<boolean>`c.name_fold ^@ ${foldText(text)}`)
}

// Corsica left 20xxx to both of its departments.
const postcodePrefixes = (department: string): readonly string[] => {
  if (/^2a$/i.test(department)) return ['200', '201']
  if (/^2b$/i.test(department)) return ['202', '206']
  return [department]
}

/** Start and end of days in Paris, where the business lives. */
const parisDay = (day: string, after = 0) => sql<Date>`((${day}::date + ${after}::int)::timestamp at time zone 'Europe/Paris')`

/** The companies that a universe follows, filtered; row security keeps those of the caller's tenant. */
export const clientsMatching = (universe: Universe, filters: ClientFilters): Companies => {
  let query: Companies = alias
  // A partner's own sheet lives in its partner universe too: it is no client.
  if (universe !== 'carrier') query = query.where(sql<boolean>`c.id <> (select app.company_id())`)
  if (filters.q?.trim()) query = matching(query, filters.q.replaceAll('\0', ''))
  if (filters.state) query = query.where('c.state', '=', filters.state)
  if (filters.financialState) query = query.where('c.financial_state', '=', filters.financialState)
  if (filters.holds) query = query.where(sql<boolean>`c.universes @> array[${filters.holds}]::text[]`)
  if (filters.partner === 'none') query = query.where('c.ambassador_id', 'is', null).where('c.operator_id', 'is', null)
  else if (filters.partner) {
    const partner = db
      .selectFrom('companies')
      .select('id')
      .where('number', '=', companyNumber(filters.partner) ?? 0)
    query = query.where(sql<boolean>`(c.ambassador_id = (${partner}) or c.operator_id = (${partner})) and c.id <> (${partner})`)
  }
  if (filters.department) {
    const prefixes = postcodePrefixes(filters.department)
    query = query.where((on) => on.or(prefixes.map((prefix) => sql<boolean>`c.head_postcode ^@ ${prefix}`)))
  }
  if (filters.city?.trim()) query = query.where(sql<boolean>`c.head_city_fold ^@ ${foldText(filters.city.replaceAll('\0', ''))}`)
  if (filters.createdFrom) query = query.where('c.created_at', '>=', parisDay(filters.createdFrom))
  if (filters.createdTo) query = query.where('c.created_at', '<', parisDay(filters.createdTo, 1))
  return query
}

/** With the columns of a row of the list. */
export const clientRows = (universe: Universe, filters: ClientFilters) =>
  clientsMatching(universe, filters)
    .leftJoin('companies as p', (join) =>
      join.on(sql<boolean>`p.id = coalesce(c.operator_id, c.ambassador_id)`).on(sql<boolean>`p.id <> c.id`),
    )
    .select([
      'c.reference',
      'c.name',
      'c.siren',
      'c.state',
      'c.financial_state',
      'c.universes',
      'c.head_postcode',
      'c.head_city',
      'c.created_at',
      'c.operator_id',
      'p.reference as partner_reference',
      'p.name as partner_name',
    ])

export interface ClientRecord {
  readonly reference: string
  readonly name: string
  readonly siren: string | null
  readonly state: ClientRow['state']
  readonly financial_state: ClientRow['financialState']
  readonly universes: ClientRow['universes']
  readonly head_postcode: string
  readonly head_city: string
  readonly created_at: Date
  readonly operator_id: string | null
  readonly partner_reference: string | null
  readonly partner_name: string | null
}

/** As the API shows it. The partner is the carrier's to see: a partner knows who it is. */
export const presentClient =
  (universe: Universe) =>
  (row: ClientRecord): ClientRow => ({
    reference: row.reference,
    name: row.name,
    siren: row.siren,
    state: row.state,
    financialState: row.financial_state,
    universes: row.universes,
    postcode: row.head_postcode,
    city: row.head_city,
    createdAt: row.created_at.toISOString(),
    partner:
      universe === 'carrier' && row.partner_reference !== null && row.partner_name !== null
        ? { kind: row.operator_id ? 'operator' : 'ambassador', reference: row.partner_reference, name: row.partner_name }
        : null,
  })
