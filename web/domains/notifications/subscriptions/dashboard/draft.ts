import { everyCategory, type NotificationCategory, notificationCategories } from '#api/notifications/notification-categories'
import type { Subscriber } from '#api/notifications/subscriptions/subscriptions'
import type { Universe } from '#api/universes'
import type { Tri } from '../../tri-state.tsx'

/**
 * The dashboard in memory: one number per contact and universe, the low bits for the interface, the next ones for e-mail. What the person
 * ticked is kept apart from what the server said, so that another administrator's save passes under it.
 */
const width = notificationCategories.length
export interface Toggles {
  readonly on: number
  readonly off: number
}
/** Universe and contact → what was ticked and unticked. */
export type Draft = ReadonlyMap<string, Toggles>

export const draftKey = (universe: Universe, contactId: string): string => `${universe}:${contactId}`
const interfaceBits = (mask: number): number => mask & everyCategory
const emailBits = (mask: number): number => (mask >> width) & everyCategory
export const joinBits = (onInterface: number, byEmail: number): number => onInterface | (byEmail << width)

/** The two bits of a category, in the order of the columns. */
export const columnsOf = (categories: readonly NotificationCategory[]): readonly number[] =>
  categories.flatMap((category) => {
    const index = notificationCategories.indexOf(category)
    return [1 << index, 1 << (index + width)]
  })

export const savedMask = ({ masks }: Subscriber, universe: Universe): number =>
  joinBits(masks[universe]?.interface ?? 0, masks[universe]?.email ?? 0)

/** Without access there is no interface. */
export const possibleMask = ({ hasAccess }: Subscriber): number => joinBits(hasAccess ? everyCategory : 0, everyCategory)

export const maskWith = (saved: number, toggles: Toggles | undefined): number => (toggles ? (saved | toggles.on) & ~toggles.off : saved)

export const triOf = (mask: number, bits: number): Tri => ((mask & bits) === bits && bits !== 0 ? 'on' : mask & bits ? 'some' : 'off')

const bitCount = (mask: number): number => {
  let count = 0
  for (let rest = mask; rest; rest &= rest - 1) count++
  return count
}

/** Ticks or unticks bits of one contact; a bit that is back where the server has it is no longer a change. */
export const toggled = (draft: Draft, universe: Universe, contact: Subscriber, bits: number, on: boolean): Draft => {
  const allowed = bits & possibleMask(contact)
  const saved = savedMask(contact, universe)
  const key = draftKey(universe, contact.contactId)
  const before = draft.get(key) ?? { on: 0, off: 0 }
  const after = on
    ? { on: (before.on | allowed) & ~saved, off: before.off & ~allowed }
    : { on: before.on & ~allowed, off: (before.off | allowed) & saved }
  const next = new Map(draft)
  if (after.on === 0 && after.off === 0) next.delete(key)
  else next.set(key, after)
  return next
}

/** The same for every contact shown; those that the person may not edit stay as they are. */
export const toggledAll = (draft: Draft, universe: Universe, contacts: readonly Subscriber[], bits: number, on: boolean): Draft =>
  contacts.reduce((now, contact) => (contact.abilities.edit ? toggled(now, universe, contact, bits, on) : now), draft)

/** How many boxes would change, given what the server has now. */
export const countChanges = (draft: Draft, contacts: readonly Subscriber[], universes: readonly Universe[]): number =>
  draft.size === 0
    ? 0
    : contacts.reduce(
        (total, contact) =>
          total +
          universes.reduce((sum, universe) => {
            const toggles = draft.get(draftKey(universe, contact.contactId))
            if (!toggles) return sum
            const saved = savedMask(contact, universe)
            return sum + bitCount(saved ^ maskWith(saved, toggles))
          }, 0),
        0,
      )

/** One state per column, over the contacts shown for whom it is possible. */
export const columnStates = (
  draft: Draft,
  universe: Universe,
  contacts: readonly Subscriber[],
  columns: readonly number[],
): readonly Tri[] => {
  let every = -1
  let some = 0
  let possible = 0
  for (const contact of contacts) {
    const can = possibleMask(contact)
    const mask = maskWith(savedMask(contact, universe), draft.get(draftKey(universe, contact.contactId))) & can
    every &= mask | ~can
    some |= mask
    possible |= can
  }
  return columns.map((bit) => (some & bit ? (every & possible & bit ? 'on' : 'some') : 'off'))
}

/** The version of each contact, kept when the person begins: the server then tells who else saved since. */
export const versionsOf = (contacts: readonly Subscriber[]): ReadonlyMap<string, number> =>
  new Map(contacts.map(({ contactId, version }) => [contactId, version]))

/** The body of the save: every contact touched, in every universe. */
export const changedContacts = (
  draft: Draft,
  contacts: readonly Subscriber[],
  universes: readonly Universe[],
  versions: ReadonlyMap<string, number> = versionsOf(contacts),
) =>
  contacts.flatMap((contact) => {
    const touched = universes.flatMap((universe) => {
      const toggles = draft.get(draftKey(universe, contact.contactId))
      if (!toggles) return []
      const channels = {
        interface: { on: interfaceBits(toggles.on), off: interfaceBits(toggles.off) },
        email: { on: emailBits(toggles.on), off: emailBits(toggles.off) },
      }
      return [[universe, channels] as const]
    })
    return touched.length === 0
      ? []
      : [
          {
            contactId: contact.contactId,
            version: versions.get(contact.contactId) ?? contact.version,
            universes: Object.fromEntries(touched),
          },
        ]
  })
