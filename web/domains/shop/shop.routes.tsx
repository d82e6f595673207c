import { createRoute } from '@tanstack/react-router'
import { lazy } from 'react'
import { listPurchaseRequests } from '#api/shop/requests/purchase-requests'
import * as m from '#messages/shell'
import { registerCompanySection } from '../../app/company/company-sections.ts'
import { early } from '../../app/early.ts'
import { registerHomeCounter } from '../../app/home/home-counts.ts'
import { lazyPage } from '../../app/lazy-page.ts'
import { registerOfferForm } from '../../app/offer-form.tsx'
import { registerSearchKind } from '../../app/shell/search.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { queryClient } from '../../platform/query-client.ts'
import { sessionQuery } from '../../platform/session.ts'
import { listSearch } from '../../ui/data-list/list-search.ts'
import { readComparison, readPlace, readShopFilters } from './shop-place.ts'

registerSearchKind('offer', {
  label: m.search_kind_offer,
  linkOf: (universe, { reference }) => ({ to: '/$universe/e-boutique/offres/$offer', params: { universe, offer: reference } }),
})

registerHomeCounter(async (universe, signal) => {
  const session = queryClient.getQueryData(sessionQuery.queryKey)
  return session ? (await import('./shop-waiting.ts')).waitingInShop(session, universe, signal) : {}
})

registerOfferForm(lazy(async () => ({ default: (await import('./lines/characteristics/offer-preview.tsx')).OfferFormPreview })))

registerCompanySection({
  key: 'shop',
  title: m.module_shop,
  Section: lazy(async () => ({ default: (await import('./choices/customer/order-for-client.tsx')).OrderForClient })),
  anyOf: ['orders.manage', 'carrier.pilot', 'carrier.administer'],
  universes: ['ambassador', 'operator', 'carrier'],
  aside: true,
  only: 'others',
})

const shopEarly = early(async () => (await import('./shop.early.ts')).shopQueries, readShopFilters)
const offerEarly = early(async () => (await import('./shop.early.ts')).offerQueries, readPlace)
const basketEarly = early(async () => (await import('./shop.early.ts')).basketQueries, readPlace)
const requestFilters = listSearch(listPurchaseRequests)

export const shopRoutes = (universe: UniverseRoute) =>
  [
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique',
      validateSearch: readShopFilters,
      loader: shopEarly,
      component: lazyPage(() => import('./offers/shop-page.tsx'), 'ShopPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/comparer',
      validateSearch: readComparison,
      component: lazyPage(() => import('./offers/comparison-page.tsx'), 'ComparisonPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/offres/$offer',
      validateSearch: readPlace,
      loader: offerEarly,
      component: lazyPage(() => import('./offers/offer/offer-page.tsx'), 'OfferPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/commander/$offer',
      validateSearch: readPlace,
      loader: offerEarly,
      component: lazyPage(() => import('./lines/order-offer-page.tsx'), 'OrderOfferPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'e-boutique/panier/$line',
      validateSearch: readPlace,
      loader: basketEarly,
      component: lazyPage(() => import('./lines/edit-line-page.tsx'), 'EditLinePage'),
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
