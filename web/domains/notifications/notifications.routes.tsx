import { createRoute } from '@tanstack/react-router'
import { lazy } from 'react'
import { listNotifications } from '#api/notifications/inbox/notifications'
import { listMails } from '#api/notifications/sent-mails/sent-mails'
import * as m from '#messages/shell'
import { registerCompanySection } from '../../app/company/company-sections.ts'
import { lazyPage } from '../../app/lazy-page.ts'
import type { RootRoute } from '../../app/root-route.tsx'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { listSearch } from '../../ui/data-list/list-search.ts'

registerCompanySection({
  key: 'notifications',
  title: m.entry_notifications,
  Section: lazy(async () => ({ default: (await import('./subscriptions/company/notifications-card.tsx')).NotificationsCard })),
  anyOf: null,
  aside: true,
})

const addresses = lazyPage(() => import('./subscriptions/company/company-addresses-page.tsx'), 'CompanyAddressesPage')
const dashboard = lazyPage(() => import('./subscriptions/dashboard/dashboard-page.tsx'), 'DashboardPage')
const contact = lazyPage(() => import('./subscriptions/contact/contact-notifications-page.tsx'), 'ContactNotificationsPage')
/** Of the dashboard: a universe and a category. */
const dashboardFilters = (raw: Record<string, unknown>): { universe?: string; category?: string } => ({
  ...(typeof raw.universe === 'string' ? { universe: raw.universe } : {}),
  ...(typeof raw.category === 'string' ? { category: raw.category } : {}),
})

/** Pages of a link in a mail, without a session. */
export const unsubscribeRoutes = (root: RootRoute) =>
  [
    createRoute({
      getParentRoute: () => root,
      path: 'desabonnement',
      validateSearch: (raw: Record<string, unknown>): { jeton?: string; annuler?: string } => ({
        ...(typeof raw.jeton === 'string' ? { jeton: raw.jeton } : {}),
        ...(typeof raw.annuler === 'string' ? { annuler: raw.annuler } : {}),
      }),
      component: lazyPage(() => import('./unsubscribe/unsubscribe-page.tsx'), 'UnsubscribePage'),
    }),
  ] as const

export const notificationsRoutes = (universe: UniverseRoute) => {
  const getParentRoute = () => universe
  return [
    createRoute({
      getParentRoute,
      path: 'notifications',
      validateSearch: listSearch(listNotifications),
      component: lazyPage(() => import('./inbox/notifications-page.tsx'), 'NotificationsPage'),
    }),
    createRoute({
      getParentRoute,
      path: 'notifications/preferences',
      component: lazyPage(() => import('./subscriptions/contact/own-notifications-page.tsx'), 'OwnNotificationsPage'),
    }),
    createRoute({ getParentRoute, path: 'entreprise/ma-societe/notifications', component: addresses }),
    createRoute({
      getParentRoute,
      path: 'entreprise/ma-societe/contacts/notifications',
      validateSearch: dashboardFilters,
      component: dashboard,
    }),
    createRoute({ getParentRoute, path: 'entreprise/ma-societe/contacts/$contact/notifications', component: contact }),
    createRoute({ getParentRoute, path: 'entreprise/clients/$company/notifications', component: addresses }),
    createRoute({
      getParentRoute,
      path: 'entreprise/clients/$company/contacts/notifications',
      validateSearch: dashboardFilters,
      component: dashboard,
    }),
    createRoute({ getParentRoute, path: 'entreprise/clients/$company/contacts/$contact/notifications', component: contact }),
    createRoute({
      getParentRoute,
      path: 'exploitation/courriels',
      validateSearch: listSearch(listMails),
      component: lazyPage(() => import('./sent-mails/mails-page.tsx'), 'MailsPage'),
    }),
    createRoute({
      getParentRoute,
      path: 'exploitation/courriels/$mail',
      component: lazyPage(() => import('./sent-mails/mail-page.tsx'), 'MailPage'),
    }),
  ] as const
}
