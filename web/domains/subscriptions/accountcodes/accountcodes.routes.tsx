import { createRoute } from '@tanstack/react-router'
import { listAccountcodes } from '#api/subscriptions/accountcodes/accountcodes'
import { early } from '../../../app/early.ts'
import { lazyPage } from '../../../app/lazy-page.ts'
import type { UniverseRoute } from '../../../app/universe-route.tsx'
import { listSearch } from '../../../ui/data-list/list-search.ts'

const filters = listSearch(listAccountcodes)

export const accountcodesRoutes = (universe: UniverseRoute) =>
  [
    createRoute({
      getParentRoute: () => universe,
      path: 'catalogue/accountcodes',
      validateSearch: filters,
      loader: early(async () => (await import('./accountcodes.early.ts')).accountcodesQueries, filters),
      component: lazyPage(() => import('./accountcodes-page.tsx'), 'AccountcodesPage'),
    }),
  ] as const
