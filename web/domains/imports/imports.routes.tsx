import type { listImports } from '#api/imports/imports'
import { pages } from '#api/pages'
import { page } from '../../app/page.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { addressOf } from '../../ui/data-list/list-search.ts'

export const importsRoutes = (universe: UniverseRoute) =>
  [
    page(universe, {
      path: pages.imports,
      search: addressOf<typeof listImports>(),
      load: () => import('./imports-page.tsx'),
      name: 'ImportsPage',
    }),
    page(universe, { path: pages.import, load: () => import('./import-page.tsx'), name: 'ImportPage' }),
  ] as const
