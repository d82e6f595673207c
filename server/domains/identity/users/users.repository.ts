import { sql } from 'kysely'
import type { RightKind } from '#api/access/rights'
import type { UserState } from '#api/companies/contacts/user-states'
import { normaliseEmail } from '#api/companies/rules/contact/email-address'
import type { NamedSite } from '#api/companies/sites/named-site'
import type { listAllUsers, listUsers } from '#api/identity/users/users'
import type { Language } from '#api/languages'
import type { FiltersOf, SortKeyOf } from '#api/list'
import { parseCompanyReference, parseLogin } from '#api/rules/references'
import { foldText } from '#api/rules/text-fold'
import type { Universe } from '#api/universes'
import { keyset } from '../../../platform/db/keyset.ts'
import { db } from '../../../platform/db/query.ts'
import { countUpTo, type ListOrder } from '../../../platform/lists/list-routes.ts'

export interface HeldRight {
  readonly id: string
  readonly kind: RightKind
  readonly name: string
  readonly universe: Universe | null
}

const held = sql<
  HeldRight[]
>`(select coalesce(json_agg(json_build_object('id', r.id, 'kind', r.kind, 'name', r.name, 'universe', r.universe)
  order by array_position(array['administrator', 'universe', 'custom'], r.kind), r.name), '[]')
  from user_rights ur join rights r on r.id = ur.right_id where ur.user_id = u.id)`
const universes = sql<
  Universe[]
>`(select coalesce(json_agg(er.universe order by array_position(array['client', 'ambassador', 'operator', 'carrier'], er.universe)), '[]')
  from effective_rights er where er.user_id = u.id)`
const site = sql<NamedSite | null>`(select json_build_object('id', s.id, 'name', s.name) from sites s where s.id = u.site_id)`

const invitedAgainAt = sql<Date | null>`u.invitation_times[cardinality(u.invitation_times)]`.as('invited_again_at')

const ofCompany = (reference: string) => db.selectFrom('companies').where('reference', '=', reference).select('id')

/** One person, whole. */
export const one = (reference: string, login: string) =>
  db
    .selectFrom('users as u')
    .innerJoin('companies as c', 'c.id', 'u.company_id')
    .innerJoin('contacts as ct', 'ct.id', 'u.contact_id')
    .where('u.company_id', '=', ofCompany(reference))
    .where('u.login', '=', login)
    .select(['u.id', 'u.login', 'u.display_name', 'u.is_administrator', 'u.last_sign_in_at', 'u.created_at', 'u.site_id', 'u.contact_id'])
    .select(['c.reference as company_reference', 'c.name as company_name', 'u.version'])
    .select(['ct.email', 'ct.first_name', 'ct.last_name', 'ct.job_title', 'ct.phone', 'ct.mobile'])
    .select([sql<UserState>`u.state`.as('state'), held.as('rights'), universes.as('universes'), site.as('site'), invitedAgainAt])
    .select(sql<Language>`u.language`.as('language'))

const sorts = {
  name: sql`u.name_fold`,
  login: sql`u.login_number`,
  lastSignIn: sql`coalesce(u.last_sign_in_at, timestamptz '1970-01-01 00:00:00+00')`,
} satisfies Record<SortKeyOf<typeof listUsers>, unknown>

type Filters = FiltersOf<typeof listUsers>

/** What was typed: a login, the beginning of an e-mail, or words of the name. */
const matching = (q: string) => {
  const login = parseLogin(q)
  if (login) return sql<boolean>`u.login = ${login}`
  if (q.includes('@'))
    return sql<boolean>`u.contact_id in (select id from contacts where lower(email) ^@ ${(normaliseEmail(q) ?? q.trim()).toLowerCase()})`
  const words = foldText(q)
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return sql<boolean>`true`
  const patterns = words.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)
  const like = (column: string) =>
    sql.join(
      patterns.map((pattern) => sql`${sql.ref(column)} like ${pattern}`),
      sql` and `,
    )
  // Found first, by trigrams, and sorted after: walking everybody in order until fifty match is slow when few do. One or two letters match many.
  return words.some((word) => word.length >= 3)
    ? sql<boolean>`u.id = any(array(select found.id from users found where ${like('found.name_fold')}))`
    : sql<boolean>`${like('u.name_fold')}`
}

const filtered = ({ q, state, neverSignedIn }: Filters) => {
  let query = db.selectFrom('users as u')
  if (q) query = query.where(matching(q))
  if (state) query = query.where('u.state', '=', state)
  if (neverSignedIn) query = query.where('u.last_sign_in_at', 'is', null)
  return query
}

/** Pages the users alone, then joins what fifty rows show. */
const paged = (people: ReturnType<typeof filtered>, order: ListOrder) => {
  const { query, page } = keyset(people.select('u.id'), { sorts, tie: sql`u.id`, ...order })
  const ordered = db.selectFrom(query.as('s')).selectAll('s').select(sql<number>`row_number() over ()`.as('position'))
  const rows = db
    .selectFrom(ordered.as('p'))
    .innerJoin('users as u', 'u.id', 'p.id')
    .innerJoin('companies as c', 'c.id', 'u.company_id')
    .innerJoin('contacts as ct', 'ct.id', 'u.contact_id')
    .select(['p.sort_value', 'p.sort_tie', 'u.id', 'u.login', 'u.display_name', 'u.is_administrator', 'u.last_sign_in_at', 'u.created_at'])
    .select(['u.site_id', 'ct.email', 'c.reference as company_reference', 'c.name as company_name'])
    .select([sql<UserState>`u.state`.as('state'), held.as('rights'), universes.as('universes'), site.as('site'), invitedAgainAt])
    .orderBy('p.position')
  return { query: rows, page }
}

/** One page of a company's people. */
export const pageOfCompany = (reference: string, filters: Filters, order: ListOrder) =>
  paged(filtered(filters).where('u.company_id', '=', ofCompany(reference)), order)

/** One page of everybody the caller may see. */
export const pageOfAll = ({ company, ...filters }: FiltersOf<typeof listAllUsers>, order: ListOrder) => {
  const people = filtered(filters)
  return paged(company ? people.where('u.company_id', '=', ofCompany(parseCompanyReference(company) ?? company)) : people, order)
}

/** How many people a company has. */
export const countOfCompany = (reference: string, filters: Filters) =>
  countUpTo(filtered(filters).where('u.company_id', '=', ofCompany(reference)))
