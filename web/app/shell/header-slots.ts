import type { ComponentType } from 'react'

/** What the domains put in the header before the account menu: the notifications' bell registers here. */
export const headerSlots: readonly { readonly key: string; readonly Slot: ComponentType }[] = []
