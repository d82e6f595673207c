import { createRoute, notFound, redirect } from '@tanstack/react-router'
import { publicPages } from '#api/pages'
import { type Universe, universeSlugs, universes } from '#api/universes'
import { isUniverse, sessionQuery } from '../platform/session.ts'
import { rootRoute } from './root-route.tsx'
import { Shell } from './shell/shell.tsx'
import { NotFoundPage } from './states/not-found-page.tsx'

/**
 * Parent of every page behind the sign-in: checks the session, draws the shell. In code `params.universe` is the word of api/
 * (`ambassador`), in the address the French one (`ambassadeur`).
 */
export const universeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '$universe',
  params: {
    parse: ({ universe }): { universe: Universe } => ({
      universe: universes.find((one) => universeSlugs[one] === universe) ?? (universe as Universe),
    }),
    stringify: ({ universe }: { universe: Universe }) => ({ universe: universeSlugs[universe] ?? universe }),
  },
  beforeLoad: async ({ context, params, location }) => {
    if (!isUniverse(params.universe)) throw notFound({ routeId: '__root__' })
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (session?.next !== 'complete') throw redirect({ to: publicPages.signIn, search: { retour: location.href } })
    if (!session.universes.some((one) => one.universe === params.universe)) throw notFound({ routeId: '__root__' })
  },
  component: Shell,
  notFoundComponent: () => <NotFoundPage inShell />,
})
export type UniverseRoute = typeof universeRoute
