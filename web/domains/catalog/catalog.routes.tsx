import type { listAdminOffers } from '#api/catalog/admin/offer-versions'
import { pages } from '#api/pages'
import { page } from '../../app/page.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { addressOf } from '../../ui/data-list/list-search.ts'

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
    page(universe, {
      path: pages.offers,
      search: addressOf<typeof listAdminOffers>(),
      load: () => import('./admin/offers/offers-page.tsx'),
      name: 'OffersPage',
    }),
    page(universe, { path: pages.offer, load: () => import('./admin/offer/offer-page.tsx'), name: 'OfferPage' }),
    page(universe, {
      path: pages.offerVersion,
      search: versionSearch,
      load: () => import('./admin/version/version-page.tsx'),
      name: 'VersionPage',
    }),
    page(universe, { path: pages.priceLists, load: () => import('./admin/prices/price-lists-page.tsx'), name: 'PriceListsPage' }),
  ] as const
