import type { listActivity } from '#api/activity/activity'
import { clientPages, pages } from '#api/pages'
import { page } from '../../../app/page.ts'
import type { UniverseRoute } from '../../../app/universe-route.tsx'
import { addressOf } from '../../../ui/data-list/list-search.ts'

const history = {
  search: addressOf<typeof listActivity>(),
  load: () => import('./activity-page.tsx'),
  name: 'ActivityPage',
} as const

export const activityRoutes = (universe: UniverseRoute) =>
  [page(universe, { path: pages.activity, ...history }), page(universe, { path: clientPages.activity, ...history })] as const
