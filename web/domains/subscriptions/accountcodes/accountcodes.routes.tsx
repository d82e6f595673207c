import { pages } from '#api/pages'
import type { listAccountcodes } from '#api/subscriptions/accountcodes/accountcodes'
import { page } from '../../../app/page.ts'
import type { UniverseRoute } from '../../../app/universe-route.tsx'
import { addressOf } from '../../../ui/data-list/list-search.ts'

export const accountcodesRoutes = (universe: UniverseRoute) =>
  [
    page(universe, {
      path: pages.accountcodes,
      search: addressOf<typeof listAccountcodes>(),
      load: () => import('./accountcodes-page.tsx'),
      name: 'AccountcodesPage',
    }),
  ] as const
