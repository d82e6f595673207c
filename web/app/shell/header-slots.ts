import type { ComponentType } from 'react'
import { Bell } from '../../domains/notifications/bell/bell.tsx'

/** What the domains put in the header before the account menu. */
export const headerSlots: readonly { readonly key: string; readonly Slot: ComponentType }[] = [{ key: 'notifications', Slot: Bell }]
