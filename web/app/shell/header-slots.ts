import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { pages } from '#api/pages'

interface HeaderSlot {
  readonly key: string
  readonly Slot: LazyExoticComponent<ComponentType>
  /** Only for those who may open this page. */
  readonly page?: string
}

/** What the domains put in the header before the account menu. They come just after the page, in a place kept for them. */
export const headerSlots: readonly HeaderSlot[] = [
  {
    key: 'basket',
    page: pages.basket,
    Slot: lazy(async () => ({ default: (await import('../../domains/shop/baskets/basket-button.tsx')).BasketButton })),
  },
  {
    key: 'notifications',
    Slot: lazy(async () => ({ default: (await import('../../domains/notifications/inbox/bell.tsx')).Bell })),
  },
]
