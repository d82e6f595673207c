import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../../app/lazy-page.ts'
import type { RootRoute } from '../../app/root-route.tsx'

export const identityRoutes = (root: RootRoute) =>
  [
    createRoute({
      getParentRoute: () => root,
      path: 'connexion',
      /** `retour`: the page to open once signed in; only a path of this portal. */
      validateSearch: (raw: Record<string, unknown>): { retour?: string } =>
        typeof raw.retour === 'string' && /^\/(?![/\\])/.test(raw.retour) ? { retour: raw.retour } : {},
      component: lazyPage(() => import('./sign-in-page.tsx'), 'SignInPage'),
    }),
  ] as const
