import { createRoute } from '@tanstack/react-router'
import { lazy } from 'react'
import * as m from '#messages/shell'
import { registerCompanySection } from '../../app/company-sections.ts'
import { early } from '../../app/early.ts'
import { lazyPage } from '../../app/lazy-page.ts'
import { registerSearchKind } from '../../app/shell/search.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { queryClient } from '../../platform/query-client.ts'
import { sessionQuery } from '../../platform/session.ts'
import { listSearch } from '../../ui/data-list/list-search.ts'
import { registerHomeCounter } from '../home/home-counts.ts'
import { readAddition, readComparison, readPlace, readPlaced, readShopFilters } from './shop-place.ts'

registerSearchKind('offer', {
  label: m.search_kind_offer,
  linkOf: (universe, { reference }) => ({ to: '/$universe/e-boutique/offres/$offer', params: { universe, offer: reference } }),
})

registerHomeCounter(async (universe, signal) => {
  const session = queryClient.getQueryData(sessionQuery.queryKey)
  return session ? (await import('./shop-waiting.ts')).waitingInShop(session, universe, signal) : {}
})

registerCompanySection({
  key: 'shop',
  title: m.module_shop,
  Section: lazy(async () => ({ default: (await import('./customer/order-for-client.tsx')).OrderForClient })),
  anyOf: ['orders.manage', 'carrier.pilot', 'carrier.administer'],
  universes: ['ambassador', 'operator', 'carrier'],
  aside: true,
  only: 'others',
})

const shopEarly = early(async () => (await import('./shop.early.ts')).shopQueries, readShopFilters)
const offerEarly = early(async () => (await import('./shop.early.ts')).offerQueries, readPlace)
const basketEarly = early(async () => (await import('./shop.early.ts')).basketQueries, readPlace)
const requestFilters = listSearch('state')

export const shopRoutes = (universe: UniverseRoute) =>
  [
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique',
      validateSearch: readShopFilters,
      loader: shopEarly,
      component: lazyPage(() => import('./catalog/shop-page.tsx'), 'ShopPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/comparer',
      validateSearch: readComparison,
      component: lazyPage(() => import('./catalog/comparison-page.tsx'), 'ComparisonPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/offres/$offer',
      validateSearch: readPlace,
      loader: offerEarly,
      component: lazyPage(() => import('./offer/offer-page.tsx'), 'OfferPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/commander/$offer',
      validateSearch: readPlace,
      loader: offerEarly,
      component: lazyPage(() => import('./line/order-offer-page.tsx'), 'OrderOfferPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/ajout/$contract',
      validateSearch: readAddition,
      component: lazyPage(() => import('./additions/addition-page.tsx'), 'AdditionPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/modifier/$contract',
      validateSearch: readPlace,
      component: lazyPage(() => import('./modification/modification-page.tsx'), 'ModificationPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/panier',
      validateSearch: readPlace,
      loader: basketEarly,
      component: lazyPage(() => import('./basket/basket-page.tsx'), 'BasketPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/panier/$line',
      validateSearch: readPlace,
      loader: basketEarly,
      component: lazyPage(() => import('./line/edit-line-page.tsx'), 'EditLinePage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/confirmation',
      validateSearch: readPlaced,
      component: lazyPage(() => import('./placed/placed-page.tsx'), 'PlacedPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/demandes',
      validateSearch: requestFilters,
      component: lazyPage(() => import('./requests/requests-page.tsx'), 'RequestsPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/demandes/$request',
      component: lazyPage(() => import('./requests/request-page.tsx'), 'RequestPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/prix-de-revente',
      component: lazyPage(() => import('./resale/resale-page.tsx'), 'ResalePage'),
    }),
  ] as const
