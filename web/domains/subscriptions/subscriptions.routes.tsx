import { IconFileText } from '@tabler/icons-react'
import { pages } from '#api/pages'
import type { listSubscriptions } from '#api/subscriptions/list/subscription-list'
import * as m from '#messages/shell'
import { page } from '../../app/page.ts'
import { registerSearchKind } from '../../app/palette/search.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { addressOf } from '../../ui/data-list/list-search.ts'

registerSearchKind('contract', {
  label: m.search_kind_subscription,
  icon: IconFileText,
  linkOf: (universe, { reference }) => ({
    to: pages.subscription,
    params: { universe, subscription: reference },
  }),
})

export const subscriptionsRoutes = (universe: UniverseRoute) =>
  [
    page(universe, {
      path: pages.subscriptions,
      search: addressOf<typeof listSubscriptions>(),
      load: () => import('./list/subscriptions-page.tsx'),
      name: 'SubscriptionsPage',
    }),
  ] as const
