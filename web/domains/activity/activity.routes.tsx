import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../../app/lazy-page.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { listSearch } from '../../ui/data-list/list-search.ts'

const page = lazyPage(() => import('./activity-page.tsx'), 'ActivityPage')
const filters = listSearch('kind', 'actor', 'from', 'until')

export const activityRoutes = (universe: UniverseRoute) =>
  [
    createRoute({ getParentRoute: () => universe, path: 'entreprise/activite', validateSearch: filters, component: page }),
    createRoute({ getParentRoute: () => universe, path: 'entreprise/clients/$company/activite', validateSearch: filters, component: page }),
  ] as const
