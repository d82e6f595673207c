import { createRoute } from '@tanstack/react-router'
import { listSubscriptions } from '#api/subscriptions/list/subscription-list'
import * as m from '#messages/shell'
import { early } from '../../app/early.ts'
import { registerHomeCounter } from '../../app/home/home-counts.ts'
import { lazyPage } from '../../app/lazy-page.ts'
import { registerSearchKind } from '../../app/shell/search.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { queryClient } from '../../platform/query-client.ts'
import { sessionQuery } from '../../platform/session.ts'
import { listSearch } from '../../ui/data-list/list-search.ts'

registerSearchKind('contract', {
  label: m.search_kind_subscription,
  linkOf: (universe, { reference }) => ({
    to: '/$universe/catalogue/offres-contractees/$subscription',
    params: { universe, subscription: reference },
  }),
})

registerHomeCounter(async (universe, signal) => {
  const session = queryClient.getQueryData(sessionQuery.queryKey)
  return session ? (await import('./contracts-waiting.ts')).waitingContracts(session, universe, signal) : {}
})

const listFilters = listSearch(listSubscriptions)

export const subscriptionsRoutes = (universe: UniverseRoute) =>
  [
    createRoute({
      getParentRoute: () => universe,
      path: 'catalogue/offres-contractees',
      validateSearch: listFilters,
      loader: early(async () => (await import('./subscriptions.early.ts')).listQueries, listFilters),
      component: lazyPage(() => import('./list/subscriptions-page.tsx'), 'SubscriptionsPage'),
    }),
  ] as const
