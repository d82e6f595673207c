import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../../../app/lazy-page.ts'
import type { UniverseRoute } from '../../../app/universe-route.tsx'

export const issuerRoutes = (universe: UniverseRoute) =>
  [
    createRoute({
      getParentRoute: () => universe,
      path: 'exploitation/emetteur',
      component: lazyPage(() => import('./issuer-page.tsx'), 'IssuerPage'),
    }),
  ] as const
