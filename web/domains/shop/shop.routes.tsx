import { IconPackage, IconShoppingCart } from '@tabler/icons-react'
import { lazy } from 'react'
import { pages } from '#api/pages'
import type { listPurchaseRequests } from '#api/shop/requests/purchase-requests'
import * as m from '#messages/shell'
import { registerCompanySection } from '../../app/company/company-sections.ts'
import { registerOfferForm } from '../../app/offer-form.tsx'
import { page } from '../../app/page.ts'
import { registerActions, registerVerb } from '../../app/palette/actions.ts'
import { registerSearchKind } from '../../app/palette/search.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { queryClient } from '../../platform/query-client.ts'
import { addressOf } from '../../ui/data-list/list-search.ts'
import { familiesQuery } from '../catalog/families/families.queries.ts'
import { readComparison, readPlace, readShopFilters } from './shop-place.ts'

registerSearchKind('offer', {
  label: m.search_kind_offer,
  icon: IconPackage,
  linkOf: (universe, { reference }) => ({ to: pages.soldOffer, params: { universe, offer: reference } }),
})

const orders = { anyOf: ['orders.manage', 'carrier.pilot', 'carrier.administer'] } as const
registerActions({
  ...orders,
  key: 'order',
  icon: IconShoppingCart,
  label: { fr: 'Commander une offre', en: 'Order an offer' },
  also: { fr: 'Nouvelle commande, acheter, souscrire', en: 'New order, buy' },
  link: (universe) => ({ to: pages.shop, params: { universe } }),
})
registerVerb({
  ...orders,
  key: 'order',
  icon: IconShoppingCart,
  verbs: ['commander', 'acheter', 'souscrire', 'order', 'buy'],
  label: (name) => m.shell_order_offer({ name }),
  kind: 'offer',
  objects: async (universe) =>
    (await queryClient.fetchQuery(familiesQuery(universe))).items.map(({ code, name }) => ({
      key: code,
      name,
      link: { to: pages.shop, params: { universe }, search: { famille: code } },
    })),
})

registerOfferForm(lazy(async () => ({ default: (await import('./lines/characteristics/offer-preview.tsx')).OfferFormPreview })))

registerCompanySection({
  key: 'shop',
  title: m.module_shop,
  Section: lazy(async () => ({ default: (await import('./choices/customer/order-for-client.tsx')).OrderForClient })),
  anyOf: ['orders.manage', 'carrier.pilot', 'carrier.administer'],
  universes: ['ambassador', 'operator', 'carrier'],
  tab: 'overview',
  only: 'others',
})

export const shopRoutes = (universe: UniverseRoute) =>
  [
    page(universe, { path: pages.shop, search: readShopFilters, load: () => import('./offers/shop-page.tsx'), name: 'ShopPage' }),
    page(universe, {
      path: pages.comparison,
      search: readComparison,
      load: () => import('./offers/comparison-page.tsx'),
      name: 'ComparisonPage',
    }),
    page(universe, {
      path: pages.soldOffer,
      search: readPlace,
      load: () => import('./offers/offer/offer-page.tsx'),
      name: 'OfferPage',
    }),
    page(universe, {
      path: pages.orderOffer,
      search: readPlace,
      load: () => import('./lines/order-offer-page.tsx'),
      name: 'OrderOfferPage',
    }),
    page(universe, {
      path: pages.basketLine,
      search: readPlace,
      load: () => import('./lines/edit-line-page.tsx'),
      name: 'EditLinePage',
    }),
    page(universe, {
      path: pages.requests,
      search: addressOf<typeof listPurchaseRequests>(),
      load: () => import('./requests/requests-page.tsx'),
      name: 'RequestsPage',
    }),
    page(universe, { path: pages.request, load: () => import('./requests/request-page.tsx'), name: 'RequestPage' }),
    page(universe, { path: pages.resalePrices, load: () => import('./resale/resale-page.tsx'), name: 'ResalePage' }),
  ] as const
