import type * as z from 'zod/mini'
import { type NotificationCategory, notificationCategories } from '#api/notifications/notification-categories'
import type { CompanyAddresses, companyAddressesFormSchema } from '#api/notifications/subscriptions/subscriptions'
import type { Universe } from '#api/universes'

export type AddressValues = z.input<typeof companyAddressesFormSchema>

/** What the form holds: a text for every field, empty without an address. */
export const addressValues = ({ universes, addresses, version }: CompanyAddresses): AddressValues => ({
  version,
  addresses: Object.fromEntries(
    universes.map((universe) => [
      universe,
      Object.fromEntries(notificationCategories.map((category) => [category, addresses[universe]?.[category] ?? ''])),
    ]),
  ),
})

const at = (values: AddressValues, universe: Universe, category: NotificationCategory): string =>
  values.addresses?.[universe]?.[category]?.trim() ?? ''

export interface Clash {
  readonly universe: Universe
  readonly category: NotificationCategory
  readonly theirs: string
}

/**
 * Two people changed the addresses of a company: what one of them left alone takes the other's value; what both changed keeps ours, and is
 * told.
 */
export const mergeAddresses = (
  universes: readonly Universe[],
  { base, mine, theirs }: { readonly base: AddressValues; readonly mine: AddressValues; readonly theirs: AddressValues },
): { readonly values: AddressValues; readonly clashes: readonly Clash[] } => {
  const clashes: Clash[] = []
  const pick = (universe: Universe, category: NotificationCategory): string => {
    const [was, ours, other] = [at(base, universe, category), at(mine, universe, category), at(theirs, universe, category)]
    if (ours === was) return other
    if (other !== was && other !== ours) clashes.push({ universe, category, theirs: other })
    return ours
  }
  const addresses = Object.fromEntries(
    universes.map((universe) => [
      universe,
      Object.fromEntries(notificationCategories.map((category) => [category, pick(universe, category)])),
    ]),
  )
  return { values: { version: theirs.version, addresses }, clashes }
}
