import { pages } from '#api/pages'
import { page } from '../../app/page.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'

export const homeRoutes = (universe: UniverseRoute) =>
  [page(universe, { path: pages.home, load: () => import('./home-page.tsx'), name: 'HomePage' })] as const
