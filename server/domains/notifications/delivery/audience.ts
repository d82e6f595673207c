import { sql } from 'kysely'
import { type Language, languageOf } from '#api/languages'
import type { NotificationCategory } from '#api/notifications/notification-categories'
import { categoryBit, notificationCategories } from '#api/notifications/notification-categories'
import { type Digest, digests } from '#api/notifications/subscriptions/subscriptions'
import type { Universe } from '#api/universes'
import { raw } from '../../../platform/db/query.ts'
import type { Audience, Candidate, SharedAddress } from './recipients.ts'

interface CandidateRow {
  readonly contact_id: string
  readonly company_id: string
  readonly company_reference: string
  readonly company_name: string
  readonly universe: Universe
  readonly name: string
  readonly email: string | null
  readonly user_id: string | null
  readonly user_state: string | null
  readonly login: string | null
  readonly language: string | null
  readonly interface_mask: number
  readonly email_mask: number
  readonly digest: string
  readonly grants: Candidate['grants'] | null
}

/** A candidate with what its mails need. */
export interface KnownCandidate extends Candidate {
  readonly companyReference: string
  readonly companyName: string
  readonly login: string | null
  readonly language: Language
}

const pairs = (audiences: readonly Audience[]) =>
  JSON.stringify(audiences.map(({ companyId, universe }) => ({ company_id: companyId, universe })))

/** Contacts subscribed to a category in these audiences, with what they hold there. Under row security only those that the reader sees. */
export const candidates = (audiences: readonly Audience[], category: NotificationCategory) =>
  raw<CandidateRow>(sql`
    select s.contact_id, s.company_id, c.reference as company_reference, c.name as company_name, s.universe,
      btrim(k.first_name || ' ' || k.last_name) as name, k.email, u.id as user_id, u.state as user_state, u.login, u.language,
      s.interface_mask, s.email_mask, coalesce(p.digest, 'none') as digest, er.grants
    from json_to_recordset(${pairs(audiences)}::json) as a (company_id uuid, universe text)
    join contact_subscriptions s on s.company_id = a.company_id and s.universe = a.universe
    join companies c on c.id = s.company_id
    join contacts k on k.id = s.contact_id
    left join notification_preferences p on p.contact_id = k.id
    left join users u on u.contact_id = k.id
    left join effective_rights er on er.user_id = u.id and er.universe = s.universe
    where ((s.interface_mask | s.email_mask) & ${categoryBit(category)}::int) <> 0 and k.archived_at is null
      and c.state <> 'closed' and a.universe = any (c.universes)
    order by name, k.id`)

export const toCandidate = (row: CandidateRow): KnownCandidate => ({
  contactId: row.contact_id,
  companyId: row.company_id,
  companyReference: row.company_reference,
  companyName: row.company_name,
  universe: row.universe,
  name: row.name,
  email: row.email,
  userId: row.user_id,
  login: row.login,
  language: languageOf(row.language),
  access: row.user_state === null ? 'none' : row.user_state === 'suspended' ? 'suspended' : 'open',
  interfaceMask: row.interface_mask,
  emailMask: row.email_mask,
  digest: digests.find((digest): digest is Digest => digest === row.digest) ?? 'none',
  grants: row.grants ?? {},
})

interface AddressesRow {
  readonly company_id: string
  readonly reference: string
  readonly name: string
  readonly universes: Universe[]
  readonly addresses: Partial<Record<Universe, Partial<Record<NotificationCategory, string>>>>
}

/** The companies of these audiences with their addresses. */
export const addresses = (audiences: readonly Audience[]) =>
  raw<AddressesRow>(sql`
    select c.id as company_id, c.reference, c.name, c.universes, coalesce(a.addresses, '{}') as addresses
    from companies c left join company_notification_addresses a on a.company_id = c.id
    where c.id = any (${audiences.map(({ companyId }) => companyId)}::uuid[]) and c.state <> 'closed'`)

export const toSharedAddresses = (rows: readonly AddressesRow[]): SharedAddress[] =>
  rows.flatMap((row) =>
    row.universes.flatMap((universe) =>
      notificationCategories.flatMap((category) => {
        const address = row.addresses[universe]?.[category]
        return address ? [{ companyId: row.company_id, universe, category, address }] : []
      }),
    ),
  )
