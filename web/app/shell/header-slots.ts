import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** What the domains put in the header before the account menu. They come just after the page, in a place kept for them. */
export const headerSlots: readonly { readonly key: string; readonly Slot: LazyExoticComponent<ComponentType> }[] = [
  {
    key: 'notifications',
    Slot: lazy(async () => ({ default: (await import('../../domains/notifications/inbox/bell.tsx')).Bell })),
  },
]
