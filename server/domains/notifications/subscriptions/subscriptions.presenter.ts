import type { CompanyAddresses, ContactSubscriptions, Subscriber } from '#api/notifications/subscriptions/subscriptions'
import { type Universe, universes } from '#api/universes'
import type { Scope } from '../../../platform/context.ts'
import { mayEditCompany, mayEditSubscriber } from './subscriptions.policy.ts'
import type { AddressesRow, SubscriberRow } from './subscriptions.repository.ts'

/** The universes of a company in the order of the screens. */
export const universesOf = (company: { readonly universes: readonly string[] }): Universe[] =>
  universes.filter((universe) => company.universes.includes(universe))

export const presentSubscriber = (scope: Scope, row: SubscriberRow): Subscriber => ({
  contactId: row.id,
  name: row.name,
  hasAccess: row.user_id !== null,
  hasEmail: row.has_email,
  isAdministrator: row.is_administrator ?? false,
  isSelf: row.user_id === scope.userId,
  masks: row.masks,
  digest: row.digest,
  version: row.version,
  abilities: { edit: mayEditSubscriber(scope, row) },
})

interface NamedCompany {
  readonly reference: string
  readonly name: string
  readonly universes: readonly string[]
}

export const presentContact = (scope: Scope, company: NamedCompany, row: SubscriberRow): ContactSubscriptions => ({
  ...presentSubscriber(scope, row),
  company: { reference: company.reference, name: company.name },
  universes: universesOf(company),
})

export const presentAddresses = (scope: Scope, row: AddressesRow): CompanyAddresses => ({
  company: { reference: row.reference, name: row.name },
  universes: universesOf(row),
  addresses: row.addresses,
  version: row.version,
  abilities: { edit: mayEditCompany(scope, row.id) },
})
