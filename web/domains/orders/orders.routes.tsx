import { IconClipboardList } from '@tabler/icons-react'
import type { listQueue } from '#api/orders/delivery/delivery'
import type { listOrders } from '#api/orders/reading/orders'
import { pages } from '#api/pages'
import * as m from '#messages/shell'
import { page } from '../../app/page.ts'
import { registerSearchKind } from '../../app/palette/search.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { addressOf } from '../../ui/data-list/list-search.ts'
import { tabSearch } from '../../ui/page-tabs/tab-search.ts'
import { readAddition, readPlace, readPlaced } from '../shop/shop-place.ts'
import { contractTabs } from './contract/tab-names.ts'
import { orderTabs } from './reading/order/tab-names.ts'

registerSearchKind('order', {
  label: m.search_kind_order,
  icon: IconClipboardList,
  linkOf: (universe, { reference }) => ({ to: pages.order, params: { universe, order: reference } }),
})

/** What the pop-up hands to the page of costs: days as ISO texts. */
const readWish = (raw: Record<string, unknown>): { readonly date?: string; readonly recu?: string; readonly origine?: string } =>
  Object.fromEntries(
    ['date', 'recu', 'origine'].flatMap((name) => {
      const value = raw[name]
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )

export const ordersRoutes = (universe: UniverseRoute) =>
  [
    page(universe, {
      path: pages.orders,
      search: addressOf<typeof listOrders>(),
      load: () => import('./reading/list/orders-page.tsx'),
      name: 'OrdersPage',
    }),
    page(universe, {
      path: pages.order,
      search: tabSearch(orderTabs),
      load: () => import('./reading/order/order-page.tsx'),
      name: 'OrderPage',
    }),
    page(universe, {
      path: pages.queue,
      search: addressOf<typeof listQueue, 'tab'>(),
      load: () => import('./queue/queue-page.tsx'),
      name: 'QueuePage',
    }),
    page(universe, { path: pages.delivery, load: () => import('./delivery/delivery-page.tsx'), name: 'DeliveryPage' }),
    page(universe, {
      path: pages.subscription,
      search: tabSearch(contractTabs),
      load: () => import('./contract/contract-page.tsx'),
      name: 'ContractPage',
    }),
    page(universe, {
      path: pages.termination,
      search: readWish,
      load: () => import('./termination/termination-page.tsx'),
      name: 'TerminationPage',
    }),
    page(universe, {
      path: pages.basket,
      search: readPlace,
      load: () => import('./life/placing/basket-page.tsx'),
      name: 'BasketPage',
    }),
    page(universe, {
      path: pages.placed,
      search: readPlaced,
      load: () => import('./life/placing/placed-page.tsx'),
      name: 'PlacedPage',
    }),
    page(universe, {
      path: pages.addition,
      search: readAddition,
      load: () => import('./contract/changes/addition-page.tsx'),
      name: 'AdditionPage',
    }),
    page(universe, {
      path: pages.modification,
      search: readPlace,
      load: () => import('./contract/changes/modification-page.tsx'),
      name: 'ModificationPage',
    }),
  ] as const
