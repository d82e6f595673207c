import { createRoute } from '@tanstack/react-router'
import { lazy } from 'react'
import { listQueue } from '#api/orders/delivery/delivery'
import { listOrders } from '#api/orders/reading/orders'
import * as m from '#messages/shell'
import { early } from '../../app/early.ts'
import { registerHomeCounter } from '../../app/home/home-counts.ts'
import { registerHomePanel } from '../../app/home/home-panels.ts'
import { lazyPage } from '../../app/lazy-page.ts'
import { registerSearchKind } from '../../app/shell/search.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { queryClient } from '../../platform/query-client.ts'
import { sessionQuery } from '../../platform/session.ts'
import { listSearch } from '../../ui/data-list/list-search.ts'
import { readAddition, readPlace, readPlaced } from '../shop/shop-place.ts'

registerSearchKind('order', {
  label: m.search_kind_order,
  linkOf: (universe, { reference }) => ({ to: '/$universe/commandes/$order', params: { universe, order: reference } }),
})

registerHomeCounter(async (universe) => {
  const session = queryClient.getQueryData(sessionQuery.queryKey)
  return session ? (await import('./orders-waiting.ts')).waitingOrders(session, universe) : {}
})

const RunningOrders = lazy(async () => ({ default: (await import('./reading/home/running-orders.tsx')).RunningOrders }))
registerHomePanel({
  key: 'orders',
  Panel: RunningOrders,
  anyOf: ['orders.manage'],
  universes: ['client', 'ambassador', 'operator'],
})
registerHomePanel({ key: 'deliveries', Panel: RunningOrders, anyOf: ['carrier.pilot', 'carrier.administer'], universes: ['carrier'] })

const orderFilters = listSearch(listOrders)
const queueFilters = listSearch(listQueue, 'tab')
const queries = () => import('./orders.early.ts')
const orderEarly = early(async () => (await queries()).orderQueries)

/** What the pop-up hands to the page of costs: days as ISO texts. */
const readWish = (raw: Record<string, unknown>): { readonly date?: string; readonly recu?: string; readonly origine?: string } =>
  Object.fromEntries(
    ['date', 'recu', 'origine'].flatMap((name) => {
      const value = raw[name]
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )

const contractEarly = early(async () => (await queries()).contractQueries)
const basketEarly = early(async () => (await import('../shop/shop.early.ts')).basketQueries, readPlace)

export const ordersRoutes = (universe: UniverseRoute) =>
  [
    createRoute({
      getParentRoute: () => universe,
      path: 'commandes',
      validateSearch: orderFilters,
      loader: early(async () => (await queries()).ordersQueries, orderFilters),
      component: lazyPage(() => import('./reading/list/orders-page.tsx'), 'OrdersPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'commandes/$order',
      loader: orderEarly,
      component: lazyPage(() => import('./reading/order/order-page.tsx'), 'OrderPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'pilotage',
      validateSearch: queueFilters,
      loader: early(async () => (await queries()).queueQueries, queueFilters),
      component: lazyPage(() => import('./queue/queue-page.tsx'), 'QueuePage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'pilotage/$order',
      loader: orderEarly,
      component: lazyPage(() => import('./delivery/delivery-page.tsx'), 'DeliveryPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'catalogue/offres-contractees/$subscription',
      loader: contractEarly,
      component: lazyPage(() => import('./contract/contract-page.tsx'), 'ContractPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'catalogue/offres-contractees/$subscription/resilier',
      validateSearch: readWish,
      loader: contractEarly,
      component: lazyPage(() => import('./termination/termination-page.tsx'), 'TerminationPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/panier',
      validateSearch: readPlace,
      loader: basketEarly,
      component: lazyPage(() => import('./life/placing/basket-page.tsx'), 'BasketPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/confirmation',
      validateSearch: readPlaced,
      component: lazyPage(() => import('./life/placing/placed-page.tsx'), 'PlacedPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/ajout/$subscription',
      validateSearch: readAddition,
      component: lazyPage(() => import('./contract/changes/addition-page.tsx'), 'AdditionPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/modifier/$subscription',
      validateSearch: readPlace,
      component: lazyPage(() => import('./contract/changes/modification-page.tsx'), 'ModificationPage'),
    }),
  ] as const
