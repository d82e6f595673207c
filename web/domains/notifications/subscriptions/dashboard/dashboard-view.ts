import type { NotificationCategory } from '#api/notifications/notification-categories'
import type { Subscriber } from '#api/notifications/subscriptions/subscriptions'
import type { Universe } from '#api/universes'
import type { Draft } from './draft.ts'

/** What the table and the cards draw: the contacts and categories that pass the filters, in one universe. */
export interface DashboardView {
  readonly contacts: readonly Subscriber[]
  readonly categories: readonly NotificationCategory[]
  readonly universe: Universe
  readonly draft: Draft
  readonly onToggle: (contact: Subscriber, bits: number, on: boolean) => void
  readonly onToggleAll: (bits: number, on: boolean) => void
}
