import { createRoute } from '@tanstack/react-router'
import { listImports } from '#api/imports/imports'
import { lazyPage } from '../../app/lazy-page.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { listSearch } from '../../ui/data-list/list-search.ts'

export const importsRoutes = (universe: UniverseRoute) =>
  [
    createRoute({
      getParentRoute: () => universe,
      path: 'exploitation/imports',
      validateSearch: listSearch(listImports),
      component: lazyPage(() => import('./imports-page.tsx'), 'ImportsPage'),
    }),
    createRoute({
      getParentRoute: () => universe,
      path: 'exploitation/imports/$import',
      component: lazyPage(() => import('./import-page.tsx'), 'ImportPage'),
    }),
  ] as const
