import { createRoute, createRouter, redirect } from '@tanstack/react-router'
import { publicPages } from '#api/pages'
import { accessRoutes } from '../domains/access/access.routes.tsx'
import { catalogRoutes } from '../domains/catalog/catalog.routes.tsx'
import { activityRoutes } from '../domains/companies/activity/activity.routes.tsx'
import { companiesRoutes } from '../domains/companies/companies.routes.tsx'
import { issuerRoutes } from '../domains/companies/issuer/issuer.routes.tsx'
import { portfolioRoutes } from '../domains/companies/portfolio/portfolio.routes.tsx'
import { homeRoutes } from '../domains/home/home.routes.tsx'
import { accountRoutes, identityRoutes } from '../domains/identity/identity.routes.tsx'
import { importsRoutes } from '../domains/imports/imports.routes.tsx'
import { notificationsRoutes, unsubscribeRoutes } from '../domains/notifications/notifications.routes.tsx'
import { ordersRoutes } from '../domains/orders/orders.routes.tsx'
import { accountcodesRoutes } from '../domains/subscriptions/accountcodes/accountcodes.routes.tsx'
import '../domains/search/search-kinds.ts'
import { usersRoutes } from '../domains/identity/users/users.routes.tsx'
import { shopRoutes } from '../domains/shop/shop.routes.tsx'
import { subscriptionsRoutes } from '../domains/subscriptions/subscriptions.routes.tsx'
import { queryClient } from '../platform/query-client.ts'
import { sessionQuery } from '../platform/session.ts'
import { rootRoute } from './root-route.tsx'
import { ErrorPage } from './states/error-page.tsx'
import { NotFoundPage } from './states/not-found-page.tsx'
import { PagePending } from './states/page-pending.tsx'
import { universeRoute } from './universe-route.tsx'

/** `/` leads to the last universe used, else to the first. */
const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    const universe = session?.lastUniverse ?? session?.universes[0]?.universe
    if (session?.next !== 'complete' || !universe) throw redirect({ to: publicPages.signIn })
    throw redirect({ to: '/$universe', params: { universe } })
  },
})

/** The only file that lists the domains' pages. */
const routeTree = rootRoute.addChildren([
  startRoute,
  ...identityRoutes(rootRoute),
  ...unsubscribeRoutes(rootRoute),
  universeRoute.addChildren([
    ...homeRoutes(universeRoute),
    ...accountRoutes(universeRoute),
    ...companiesRoutes(universeRoute),
    ...accessRoutes(universeRoute),
    ...usersRoutes(universeRoute),
    ...activityRoutes(universeRoute),
    ...portfolioRoutes(universeRoute),
    ...importsRoutes(universeRoute),
    ...issuerRoutes(universeRoute),
    ...notificationsRoutes(universeRoute),
    ...catalogRoutes(universeRoute),
    ...ordersRoutes(universeRoute),
    ...shopRoutes(universeRoute),
    ...subscriptionsRoutes(universeRoute),
    ...accountcodesRoutes(universeRoute),
  ]),
])

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  // What no page reads leaves the address (a mail's campaign marks, an old link): a list refuses a filter that it does not know.
  search: { strict: true },
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: () => <NotFoundPage />,
  defaultPendingComponent: PagePending,
  defaultPendingMs: 300,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
