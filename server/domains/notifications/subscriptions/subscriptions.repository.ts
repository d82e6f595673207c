import { type SqlBool, sql } from 'kysely'
import { categoryBit, type NotificationCategory } from '#api/notifications/notification-categories'
import type { Digest, Masks } from '#api/notifications/subscriptions/subscriptions'
import type { Universe } from '#api/universes'
import { db, type RowsOf, raw } from '../../../platform/db/query.ts'

export const company = (reference: string) =>
  db
    .selectFrom('companies as c')
    .where('c.reference', '=', reference)
    .select(['c.id', 'c.reference', 'c.name', 'c.universes', 'c.ambassador_id', 'c.operator_id'])
export type CompanyRow = RowsOf<ReturnType<typeof company>>[number]

const subscribers = () =>
  db
    .selectFrom('contacts as k')
    .leftJoin('users as u', 'u.contact_id', 'k.id')
    .leftJoin('notification_preferences as p', 'p.contact_id', 'k.id')
    .where('k.archived_at', 'is', null)
    .select(['k.id', 'k.company_id', 'u.id as user_id', 'u.is_administrator'])
    .select([
      sql<string>`btrim(k.first_name || ' ' || k.last_name)`.as('name'),
      sql<boolean>`k.email is not null`.as('has_email'),
      sql<Digest>`coalesce(p.digest, 'none')`.as('digest'),
      sql<number>`coalesce(p.version, 0)`.as('version'),
      sql<Partial<Record<Universe, Masks>>>`coalesce((
        select json_object_agg(s.universe, json_build_object('interface', s.interface_mask, 'email', s.email_mask))
        from contact_subscriptions s where s.contact_id = k.id), '{}')`.as('masks'),
    ])
export type SubscriberRow = RowsOf<ReturnType<typeof subscribers>>[number]

export interface SubscriberFilters {
  readonly q?: string | undefined
  readonly category?: NotificationCategory | undefined
  readonly universe?: Universe | undefined
}

const likePattern = (text: string): string => `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`

/** The contacts of a company, by name. */
export const ofCompany = (reference: string, { q, category, universe }: SubscriberFilters) => {
  let query = subscribers()
    .where('k.company_id', '=', db.selectFrom('companies').where('reference', '=', reference).select('id'))
    .orderBy(sql`app.folded_person(k.last_name || ' ' || k.first_name)`)
    .orderBy('k.id')
  if (q?.trim())
    query = query.where(
      sql<SqlBool>`app.folded_person(concat_ws(' ', k.first_name, k.last_name, k.first_name)) like app.folded_person(${likePattern(q)})`,
    )
  if (category)
    query = query.where(
      sql<SqlBool>`exists (select from contact_subscriptions f where f.contact_id = k.id
        and ((f.interface_mask | f.email_mask) & ${categoryBit(category)}::int) <> 0
        and (${universe ?? null}::text is null or f.universe = ${universe ?? null}::text))`,
    )
  return query
}

/** Some contacts of a company. */
export const some = (companyId: string, contactIds: readonly string[]) =>
  subscribers().where('k.company_id', '=', companyId).where(sql<SqlBool>`k.id = any (${contactIds}::uuid[])`).orderBy('k.id')

/** One contact of a company. */
export const one = (reference: string, contactId: string) =>
  subscribers()
    .where('k.company_id', '=', db.selectFrom('companies').where('reference', '=', reference).select('id'))
    .where('k.id', '=', contactId)

/** The caller's own line and company. */
export const own = () =>
  subscribers()
    .innerJoin('companies as c', 'c.id', 'k.company_id')
    .where('u.id', '=', sql<string>`(select app.user_id())`)
    .select(['c.reference', 'c.name as company_name', 'c.universes'])

/** Gives each contact its line of preferences and locks them in one order, so that two saves follow one another. */
export const makePreferences = (companyId: string, contactIds: readonly string[]) =>
  raw(sql`
    insert into notification_preferences (contact_id, company_id, version)
    select k.id, k.company_id, 0 from contacts k where k.company_id = ${companyId} and k.id = any (${contactIds}::uuid[]) order by k.id
    on conflict do nothing`)
export const lockPreferences = (contactIds: readonly string[]) =>
  raw(sql`select contact_id from notification_preferences where contact_id = any (${contactIds}::uuid[]) order by contact_id for update`)

export interface SavedMasks {
  readonly contact_id: string
  readonly universe: Universe
  readonly interface_mask: number
  readonly email_mask: number
}

export const saveMasks = (companyId: string, masks: readonly SavedMasks[]) =>
  raw(sql`
    insert into contact_subscriptions (contact_id, universe, company_id, interface_mask, email_mask)
    select t.contact_id, t.universe, ${companyId}, t.interface_mask, t.email_mask
    from json_to_recordset(${JSON.stringify(masks)}::json) as t (contact_id uuid, universe text, interface_mask int, email_mask int)
    on conflict (contact_id, universe) do update set interface_mask = excluded.interface_mask, email_mask = excluded.email_mask`)

export const savePreferences = (contactIds: readonly string[], digest: Digest | null) =>
  raw(sql`
    update notification_preferences set version = version + 1, digest = coalesce(${digest}::text, digest)
    where contact_id = any (${contactIds}::uuid[])`)

export const addressesOf = (reference: string) =>
  db
    .selectFrom('companies as c')
    .leftJoin('company_notification_addresses as a', 'a.company_id', 'c.id')
    .where('c.reference', '=', reference)
    .select(['c.id', 'c.reference', 'c.name', 'c.universes'])
    .select([
      sql<Partial<Record<Universe, Partial<Record<NotificationCategory, string>>>>>`coalesce(a.addresses, '{}')`.as('addresses'),
      sql<number>`coalesce(a.version, 0)`.as('version'),
    ])
export type AddressesRow = RowsOf<ReturnType<typeof addressesOf>>[number]

export const makeAddresses = (companyId: string) =>
  raw(sql`insert into company_notification_addresses (company_id, version) values (${companyId}, 0) on conflict do nothing`)
export const lockAddresses = (companyId: string) =>
  raw(sql`select company_id from company_notification_addresses where company_id = ${companyId} for update`)
export const saveAddresses = (companyId: string, addresses: object) =>
  raw(sql`
    update company_notification_addresses set addresses = ${JSON.stringify(addresses)}::jsonb, version = version + 1 where company_id = ${companyId}`)

/** The company, and its partner and the carrier as far as the caller sees them. */
export const lookers = (reference: string) =>
  raw<{
    id: string
    reference: string
    name: string
    is_self: boolean
    is_carrier: boolean
    ambassador_id: string | null
    operator_id: string | null
  }>(sql`
    select o.id, o.reference, o.name, o.id = c.id as is_self, o.universes @> array['carrier'] as is_carrier, c.ambassador_id, c.operator_id
    from companies c join companies o on o.id in (c.id, c.ambassador_id, c.operator_id) or o.universes @> array['carrier']
    where c.reference = ${reference}`)

export const siteOf = (reference: string, site: string | null) =>
  db
    .selectFrom('sites as s')
    .innerJoin('companies as c', 'c.id', 's.company_id')
    .where('c.reference', '=', reference)
    .where('s.id', '=', site)
    .select('s.id')

export const failing = (reference: string) =>
  raw<{ address: string; reason: string | null; failed_at: Date }>(sql`
    select f.* from companies c cross join lateral app.failing_addresses(c.id) f where c.reference = ${reference}`)

export const ownEmail = () =>
  db
    .selectFrom('contacts as k')
    .innerJoin('users as u', 'u.contact_id', 'k.id')
    .where('u.id', '=', sql<string>`(select app.user_id())`)
    .select('k.email')
