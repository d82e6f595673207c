import { createRoute } from '@tanstack/react-router'
import { listAdminOffers } from '#api/catalog/admin/offer-versions'
import { early } from '../../app/early.ts'
import { lazyPage } from '../../app/lazy-page.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { listSearch } from '../../ui/data-list/list-search.ts'

const filters = listSearch(listAdminOffers)

/** `tab` of a version; `against` is the number that it is compared with. */
export interface VersionSearch {
  readonly tab?: string
  readonly against?: number
}
const versionSearch = ({ tab, against }: Record<string, unknown>): VersionSearch => ({
  ...(typeof tab === 'string' ? { tab } : {}),
  ...(Number.isInteger(Number(against)) && Number(against) > 0 ? { against: Number(against) } : {}),
})

/** « Catalogue » of the carrier: offers, their versions, price lists. */
export const catalogRoutes = (universe: UniverseRoute) =>
  [
    createRoute({
      getParentRoute: () => universe,
      path: 'catalogue/offres',
      validateSearch: filters,
      loader: early(async () => (await import('./catalog.early.ts')).offersQueries, filters),
      component: lazyPage(() => import('./admin/offers/offers-page.tsx'), 'OffersPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'catalogue/offres/$offer',
      loader: early(async () => (await import('./catalog.early.ts')).offerQueries),
      component: lazyPage(() => import('./admin/offer/offer-page.tsx'), 'OfferPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'catalogue/offres/$offer/versions/$number',
      validateSearch: versionSearch,
      loader: early(async () => (await import('./catalog.early.ts')).versionQueries),
      component: lazyPage(() => import('./admin/version/version-page.tsx'), 'VersionPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'catalogue/tarifs',
      component: lazyPage(() => import('./admin/prices/price-lists-page.tsx'), 'PriceListsPage'),
    }),
  ] as const
