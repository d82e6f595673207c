import { sql } from 'kysely'
import type { RightKind } from '#api/access/rights'
import type { UserState } from '#api/companies/contacts/user-states'
import type { NamedSite } from '#api/companies/sites/named-site'
import type { Template } from '#api/templates'
import type { Universe } from '#api/universes'
import { db } from '../../platform/db/query.ts'
import type { Holdings } from './delegation.ts'

/** The company of the path, when the caller may see it. */
export const company = (reference: string) =>
  db
    .selectFrom('companies as c')
    .where('c.reference', '=', reference)
    .select(['c.id', 'c.reference', 'c.name', 'c.ambassador_id', 'c.operator_id'])
    .select(sql<Universe[]>`c.universes`.as('universes'))
    .select(
      sql<boolean>`exists (select from user_rights ur join rights r on r.id = ur.right_id join users u on u.id = ur.user_id
      where ur.company_id = c.id and r.kind = 'administrator' and u.state in ('invited', 'active'))`.as('has_administrator'),
    )

/** What the caller holds, in every universe, as it stands now. */
export const granter = () =>
  db.selectNoFrom([
    sql<boolean>`exists (select from user_rights ur join rights r on r.id = ur.right_id
      where ur.user_id = (select app.user_id()) and r.kind = 'administrator')`.as('is_administrator'),
    sql<Holdings>`(select coalesce(jsonb_object_agg(er.universe, er.grants), '{}') from effective_rights er
      where er.user_id = (select app.user_id()))`.as('holdings'),
  ])

const named = sql<NamedSite[]>`(select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name, s.id), '[]')
  from right_sites rs join sites s on s.id = rs.site_id where rs.right_id = r.id)`

const described = () =>
  db
    .selectFrom('rights as r')
    .select(['r.id', 'r.name', 'r.all_sites', 'r.version', 'r.company_id'])
    .select([
      sql<RightKind>`r.kind`.as('kind'),
      sql<Universe | null>`r.universe`.as('universe'),
      sql<Template[]>`r.templates`.as('templates'),
      named.as('sites'),
      sql<number>`(select count(*)::int from user_rights ur join users u on u.id = ur.user_id where ur.right_id = r.id)`.as('holders'),
    ])

const kindOrder = sql`array_position(array['administrator', 'universe', 'custom'], r.kind)`
const universeOrder = sql`array_position(array['client', 'ambassador', 'operator', 'carrier'], r.universe)`

const ofCompany = (reference: string) => db.selectFrom('companies').where('reference', '=', reference).select('id')

/** The rights of a company: the main ones first. */
export const ofReference = (reference: string) =>
  described().where('r.company_id', '=', ofCompany(reference)).orderBy(kindOrder).orderBy(universeOrder).orderBy('r.name').orderBy('r.id')

export const one = (reference: string, id: string) => described().where('r.company_id', '=', ofCompany(reference)).where('r.id', '=', id)

export const ofCompanyId = (companyId: string) => described().where('r.company_id', '=', companyId).orderBy(kindOrder).orderBy('r.name')

/** The same with whether a person holds it. */
export const withHolder = (reference: string, login: string) =>
  ofReference(reference).select(
    sql<boolean>`exists (select from user_rights ur join users u on u.id = ur.user_id where ur.right_id = r.id and u.login = ${login})`.as(
      'held',
    ),
  )

export const holders = (rightId: string) =>
  db
    .selectFrom('user_rights as ur')
    .innerJoin('users as u', 'u.id', 'ur.user_id')
    .where('ur.right_id', '=', rightId)
    .select(['u.login', 'u.display_name as name', sql<UserState>`u.state`.as('state')])
    .orderBy('u.name_fold')
    .orderBy('u.id')

export const sites = (reference: string) =>
  db.selectFrom('sites').where('company_id', '=', ofCompany(reference)).select(['id', 'name']).orderBy('name').orderBy('id')

export const user = (reference: string, login: string) =>
  db
    .selectFrom('users as u')
    .where('u.company_id', '=', ofCompany(reference))
    .where('u.login', '=', login)
    .select(['u.id', 'u.login', 'u.display_name as name', 'u.version', 'u.site_id', 'u.company_id', 'u.is_administrator'])
    .select(sql<UserState>`u.state`.as('state'))

/** Serialises every change of rights in a company: two administrators cannot remove each other at once. */
export const lockAdministration = (companyId: string) =>
  db.selectFrom('rights').where('company_id', '=', companyId).where('kind', '=', 'administrator').select('id').forUpdate()

/** Active administrators other than this person. */
export const otherAdministrators = (companyId: string, userId: string) =>
  db
    .selectFrom('user_rights as ur')
    .innerJoin('rights as r', 'r.id', 'ur.right_id')
    .innerJoin('users as u', 'u.id', 'ur.user_id')
    .where('ur.company_id', '=', companyId)
    .where('r.kind', '=', 'administrator')
    .where('u.state', '=', 'active')
    .where('u.id', '<>', userId)
    .select(sql<number>`count(*)::int`.as('count'))

export const nameTaken = (companyId: string, name: string, exceptId: string | null) =>
  db
    .selectFrom('rights')
    .where('company_id', '=', companyId)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .where(sql<boolean>`id is distinct from ${exceptId}::uuid`)
    .select('id')
