import { sql } from 'kysely'
import type { QueryOf } from '#contract/endpoint'
import type { NamedSite, RightKind, UserState } from '#contract/rights'
import { parseLogin } from '#contract/rules/references'
import { foldText } from '#contract/rules/text-fold'
import type { Language } from '#contract/session'
import type { Universe } from '#contract/universes'
import type { listAllUsers, listUsers } from '#contract/users'
import { keyset } from '../../../platform/db/keyset.ts'
import { db } from '../../../platform/db/query.ts'

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

const rows = () =>
  db
    .selectFrom('users as u')
    .innerJoin('companies as c', 'c.id', 'u.company_id')
    .innerJoin('contacts as ct', 'ct.id', 'u.contact_id')
    .select(['u.id', 'u.login', 'u.display_name', 'u.is_administrator', 'u.last_sign_in_at', 'u.created_at', 'u.site_id', 'ct.email'])
    .select(['c.reference as company_reference', 'c.name as company_name'])
    .select([sql<UserState>`u.state`.as('state'), held.as('rights'), universes.as('universes'), site.as('site')])

const ofCompany = (reference: string) => db.selectFrom('companies').where('reference', '=', reference).select('id')

/** One person, whole. */
export const one = (reference: string, login: string) =>
  rows()
    .where('u.company_id', '=', ofCompany(reference))
    .where('u.login', '=', login)
    .select(['u.contact_id', 'u.version', 'ct.first_name', 'ct.last_name', 'ct.job_title', 'ct.phone', 'ct.mobile'])
    .select(sql<Language>`u.language`.as('language'))

const sorts = {
  name: sql`u.name_fold`,
  login: sql`u.login_number`,
  lastSignIn: sql`coalesce(u.last_sign_in_at, timestamptz '1970-01-01 00:00:00+00')`,
  state: sql`u.state`,
}

type Filters = Omit<QueryOf<typeof listAllUsers>, 'company'>

/** What was typed: a login, the beginning of an e-mail, or words of the name. */
const matching = (q: string) => {
  const login = parseLogin(q)
  if (login) return sql<boolean>`u.login = ${login}`
  if (q.includes('@')) return sql<boolean>`lower(ct.email) ^@ ${q.trim().toLowerCase()}`
  const words = foldText(q)
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return sql<boolean>`true`
  return sql<boolean>`${sql.join(
    words.map((word) => sql`u.name_fold like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`),
    sql` and `,
  )}`
}

const filtered = ({ q, state, neverSignedIn }: Filters) => {
  let query = rows()
  if (q) query = query.where(matching(q))
  if (state) query = query.where('u.state', '=', state)
  if (neverSignedIn) query = query.where('u.last_sign_in_at', 'is', null)
  return query
}

const paging = ({ sort, cursor }: Filters) => ({ sorts, tie: sql`u.id`, sort, cursor, defaultSort: 'name' })

/** One page of a company's people. */
export const pageOfCompany = (reference: string, filters: QueryOf<typeof listUsers>) =>
  keyset(filtered(filters).where('u.company_id', '=', ofCompany(reference)), paging(filters))

/** One page of everybody the caller may see. */
export const pageOfAll = ({ company, ...filters }: QueryOf<typeof listAllUsers>) => {
  const query = filtered(filters)
  return keyset(company ? query.where('u.company_id', '=', ofCompany(company)) : query, paging(filters))
}

/** How many people a company has. */
export const countOfCompany = (reference: string, { q, state, neverSignedIn }: QueryOf<typeof listUsers>) => {
  let query = db
    .selectFrom('users as u')
    .innerJoin('contacts as ct', 'ct.id', 'u.contact_id')
    .where('u.company_id', '=', ofCompany(reference))
    .select(sql<number>`count(*)::int`.as('count'))
  if (q) query = query.where(matching(q))
  if (state) query = query.where('u.state', '=', state)
  if (neverSignedIn) query = query.where('u.last_sign_in_at', 'is', null)
  return query
}
