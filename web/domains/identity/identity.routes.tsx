import { IconDevices, IconShieldLock } from '@tabler/icons-react'
import { createRoute, redirect } from '@tanstack/react-router'
import { pages, publicPages } from '#api/pages'
import { lazyPage } from '../../app/lazy-page.ts'
import { page } from '../../app/page.ts'
import { registerActions } from '../../app/palette/actions.ts'
import type { RootRoute } from '../../app/root-route.tsx'
import { setLanguageKeeper } from '../../app/shell/menus/account-language.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { call } from '../../platform/call.ts'
import { sessionQuery } from '../../platform/session.ts'
import { clearAddressBar, takeToken } from './passwords/link-token.ts'
import { returnPath } from './sign-in/return-path.ts'
import { watchStage } from './watch-stage.ts'

clearAddressBar()
watchStage()
setLanguageKeeper(async (language) => {
  const { chooseLanguage } = await import('#api/identity/account/account')
  await call(chooseLanguage, { body: { language }, silent: true })
})

registerActions(
  {
    key: 'security',
    icon: IconShieldLock,
    label: { fr: 'Changer mon mot de passe', en: 'Change my password' },
    also: { fr: 'Sécurité, double authentification, clé d’accès', en: 'Security, second factor, passkey' },
    anyOf: null,
    link: (universe) => ({ to: pages.security, params: { universe } }),
  },
  {
    key: 'sessions',
    icon: IconDevices,
    label: { fr: 'Mes sessions', en: 'My sessions' },
    also: { fr: 'Appareils connectés', en: 'Signed-in devices' },
    anyOf: null,
    link: (universe) => ({ to: pages.sessions, params: { universe } }),
  },
)

/** Pages without a session, or before it is complete. */
export const identityRoutes = (root: RootRoute) =>
  [
    createRoute({
      getParentRoute: () => root,
      path: publicPages.signIn,
      // Told even when it is refused: what stays unsaid, the router takes from the address as it is.
      validateSearch: (raw: Record<string, unknown>): { retour?: string } => ({ retour: returnPath(raw.retour) }),
      // Every stage of a session that is not complete yet shows itself here; a complete one has nothing to do here.
      beforeLoad: async ({ context, search }) => {
        const session = await context.queryClient.ensureQueryData(sessionQuery)
        if (session?.next === 'complete' && session.universes.length > 0)
          throw redirect({ href: returnPath(search.retour) ?? '/', replace: true })
      },
      component: lazyPage(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: publicPages.forgottenPassword,
      component: lazyPage(() => import('./passwords/forgotten-page.tsx'), 'ForgottenPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: publicPages.newPassword,
      // Another link pasted over the page: no script is loaded anew.
      beforeLoad: ({ location }) => {
        if (takeToken(location.hash)) throw redirect({ to: publicPages.newPassword, hash: '', replace: true })
      },
      component: lazyPage(() => import('./passwords/password-link-page.tsx'), 'PasswordLinkPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: publicPages.terms,
      component: lazyPage(() => import('./terms/terms-page.tsx'), 'TermsPage'),
    }),
  ] as const

/** One's own account, under every universe. */
export const accountRoutes = (universe: UniverseRoute) =>
  [
    page(universe, { path: pages.information, load: () => import('./account/information-page.tsx'), name: 'InformationPage' }),
    page(universe, {
      path: pages.security,
      load: () => import('./account/security-page.tsx'),
      name: 'SecurityPage',
    }),
    page(universe, {
      path: pages.sessions,
      load: () => import('./account/sessions-page.tsx'),
      name: 'SessionsPage',
    }),
  ] as const
