import { type NotificationCategory, notificationCategories } from '#api/notifications/notification-categories'
import type { Universe } from '#api/universes'
import { universeLabel } from '../../../app/universe-labels.ts'
import { useSession } from '../../../platform/session.ts'
import { categoryLabel } from '../notification-labels.ts'

/** The universes of the person, to filter by. */
export const useUniverseOptions = (): { readonly value: Universe; readonly label: string }[] =>
  useSession().universes.map(({ universe }) => ({ value: universe, label: universeLabel(universe) }))

export const categoryOptions = (): { readonly value: NotificationCategory; readonly label: string }[] =>
  notificationCategories.map((category) => ({ value: category, label: categoryLabel(category) }))

export const isCategory = (value: unknown): value is NotificationCategory => notificationCategories.some((category) => category === value)
