import { pages } from '#api/pages'
import { page } from '../../../app/page.ts'
import type { UniverseRoute } from '../../../app/universe-route.tsx'

export const issuerRoutes = (universe: UniverseRoute) =>
  [page(universe, { path: pages.issuer, load: () => import('./issuer-page.tsx'), name: 'IssuerPage' })] as const
