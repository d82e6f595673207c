import { listImports } from '#api/imports/imports'
import { page } from '../../app/page.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { listSearch } from '../../ui/data-list/list-search.ts'

export const importsRoutes = (universe: UniverseRoute) =>
  [
    page(universe, {
      path: 'exploitation/imports',
      search: listSearch(listImports),
      load: () => import('./imports-page.tsx'),
      name: 'ImportsPage',
    }),
    page(universe, { path: 'exploitation/imports/$import', load: () => import('./import-page.tsx'), name: 'ImportPage' }),
  ] as const
