import { listActivity } from '#api/activity/activity'
import { page } from '../../../app/page.ts'
import type { UniverseRoute } from '../../../app/universe-route.tsx'
import { listSearch } from '../../../ui/data-list/list-search.ts'

const history = {
  search: listSearch(listActivity),
  load: () => import('./activity-page.tsx'),
  name: 'ActivityPage',
} as const

export const activityRoutes = (universe: UniverseRoute) =>
  [
    page(universe, { path: 'entreprise/activite', ...history }),
    page(universe, { path: 'entreprise/clients/$company/activite', ...history }),
  ] as const
