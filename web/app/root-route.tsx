import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router'
import { NotFoundPage } from './states/not-found-page.tsx'

export interface RouterContext {
  readonly queryClient: QueryClient
}

/** Parent of the pages that need no session (`/connexion`, links of mails). */
export const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Outlet, notFoundComponent: () => <NotFoundPage /> })
export type RootRoute = typeof rootRoute
