import { createRoute } from '@tanstack/react-router'
import { lazy } from 'react'
import * as m from '#messages/shell'
import { early } from '../../app/early.ts'
import { lazyPage } from '../../app/lazy-page.ts'
import { registerSearchKind } from '../../app/shell/search.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { queryClient } from '../../platform/query-client.ts'
import { sessionQuery } from '../../platform/session.ts'
import { listSearch } from '../../ui/data-list/list-search.ts'
import { registerHomeCounter } from '../home/home-counts.ts'
import { registerHomePanel } from '../home/home-panels.ts'

registerSearchKind('order', {
  label: m.search_kind_order,
  linkOf: (universe, { reference }) => ({ to: '/$universe/commandes/$order', params: { universe, order: reference } }),
})

registerHomeCounter(async (universe) => {
  const session = queryClient.getQueryData(sessionQuery.queryKey)
  return session ? (await import('./orders-waiting.ts')).waitingOrders(session, universe) : {}
})

const RunningOrders = lazy(async () => ({ default: (await import('./home/running-orders.tsx')).RunningOrders }))
registerHomePanel({
  key: 'orders',
  Panel: RunningOrders,
  anyOf: ['orders.manage'],
  universes: ['client', 'ambassador', 'operator'],
})
registerHomePanel({ key: 'deliveries', Panel: RunningOrders, anyOf: ['carrier.pilot', 'carrier.administer'], universes: ['carrier'] })

const orderFilters = listSearch('state', 'kind', 'company', 'subscription')
const queueFilters = listSearch('tab', 'kind', 'family', 'pilot')
const queries = () => import('./orders.early.ts')
const orderEarly = early(async () => (await queries()).orderQueries)

export const ordersRoutes = (universe: UniverseRoute) =>
  [
    createRoute({
      getParentRoute: () => universe,
      path: 'commandes',
      validateSearch: orderFilters,
      loader: early(async () => (await queries()).ordersQueries, orderFilters),
      component: lazyPage(() => import('./list/orders-page.tsx'), 'OrdersPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'commandes/$order',
      loader: orderEarly,
      component: lazyPage(() => import('./order/order-page.tsx'), 'OrderPage'),
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
  ] as const
