import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../../app/lazy-page.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import './waiting.ts'

export const homeRoutes = (universe: UniverseRoute) =>
  [
    createRoute({
      getParentRoute: () => universe,
      path: '/',
      component: lazyPage(() => import('./home-page.tsx'), 'HomePage'),
    }),
  ] as const
