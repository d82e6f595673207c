import { page } from '../../../app/page.ts'
import type { UniverseRoute } from '../../../app/universe-route.tsx'

export const issuerRoutes = (universe: UniverseRoute) =>
  [page(universe, { path: 'exploitation/emetteur', load: () => import('./issuer-page.tsx'), name: 'IssuerPage' })] as const
