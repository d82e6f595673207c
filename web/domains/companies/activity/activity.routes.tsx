import { createRoute } from '@tanstack/react-router'
import { early } from '../../../app/early.ts'
import { lazyPage } from '../../../app/lazy-page.ts'
import type { UniverseRoute } from '../../../app/universe-route.tsx'
import { listSearch } from '../../../ui/data-list/list-search.ts'

const page = lazyPage(() => import('./activity-page.tsx'), 'ActivityPage')
const filters = listSearch('kind', 'actor', 'from', 'until')
const queries = early(async () => (await import('./activity.early.ts')).activityQueries, filters)

export const activityRoutes = (universe: UniverseRoute) =>
  [
    createRoute({ getParentRoute: () => universe, path: 'entreprise/activite', validateSearch: filters, loader: queries, component: page }),
    createRoute({
      getParentRoute: () => universe,
      path: 'entreprise/clients/$company/activite',
      validateSearch: filters,
      loader: queries,
      component: page,
    }),
  ] as const
