import { IconBell } from '@tabler/icons-react'
import { createRoute } from '@tanstack/react-router'
import { lazy } from 'react'
import type { listNotifications } from '#api/notifications/inbox/notifications'
import type { listMails } from '#api/notifications/sent-mails/sent-mails'
import { clientPages, pages, publicPages } from '#api/pages'
import * as m from '#messages/shell'
import { registerCompanySection } from '../../app/company/company-sections.ts'
import { lazyPage } from '../../app/lazy-page.ts'
import { page } from '../../app/page.ts'
import { registerActions } from '../../app/palette/actions.ts'
import type { RootRoute } from '../../app/root-route.tsx'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { addressOf } from '../../ui/data-list/list-search.ts'

registerCompanySection({
  key: 'notifications',
  title: m.entry_notifications,
  Section: lazy(async () => ({ default: (await import('./subscriptions/company/notifications-card.tsx')).NotificationsCard })),
  anyOf: null,
  tab: 'contacts',
})

registerActions({
  key: 'own-notifications',
  icon: IconBell,
  label: { fr: 'Mes notifications', en: 'My notifications' },
  also: { fr: 'Choisir ses alertes, ses courriels', en: 'Choose alerts, mails' },
  anyOf: null,
  link: (universe) => ({ to: pages.preferences, params: { universe } }),
})

/** Of the dashboard: a universe and a category. */
const dashboardFilters = (raw: Record<string, unknown>): { universe?: string; category?: string } => ({
  ...(typeof raw.universe === 'string' ? { universe: raw.universe } : {}),
  ...(typeof raw.category === 'string' ? { category: raw.category } : {}),
})

const addresses = { load: () => import('./subscriptions/company/company-addresses-page.tsx'), name: 'CompanyAddressesPage' } as const
const dashboard = {
  search: dashboardFilters,
  load: () => import('./subscriptions/dashboard/dashboard-page.tsx'),
  name: 'DashboardPage',
} as const
const contact = { load: () => import('./subscriptions/contact/contact-notifications-page.tsx'), name: 'ContactNotificationsPage' } as const

/** Pages of a link in a mail, without a session. */
export const unsubscribeRoutes = (root: RootRoute) =>
  [
    createRoute({
      getParentRoute: () => root,
      path: publicPages.unsubscribe,
      validateSearch: (raw: Record<string, unknown>): { jeton?: string; annuler?: string } => ({
        ...(typeof raw.jeton === 'string' ? { jeton: raw.jeton } : {}),
        ...(typeof raw.annuler === 'string' ? { annuler: raw.annuler } : {}),
      }),
      component: lazyPage(() => import('./unsubscribe/unsubscribe-page.tsx'), 'UnsubscribePage'),
    }),
  ] as const

export const notificationsRoutes = (universe: UniverseRoute) =>
  [
    page(universe, {
      path: pages.notifications,
      search: addressOf<typeof listNotifications>(),
      load: () => import('./inbox/notifications-page.tsx'),
      name: 'NotificationsPage',
    }),
    page(universe, {
      path: pages.preferences,
      load: () => import('./subscriptions/contact/own-notifications-page.tsx'),
      name: 'OwnNotificationsPage',
    }),
    page(universe, { path: pages.companyNotifications, ...addresses }),
    page(universe, { path: pages.contactsNotifications, ...dashboard }),
    page(universe, { path: pages.contactNotifications, ...contact }),
    page(universe, { path: clientPages.companyNotifications, ...addresses }),
    page(universe, { path: clientPages.contactsNotifications, ...dashboard }),
    page(universe, { path: clientPages.contactNotifications, ...contact }),
    page(universe, {
      path: pages.sentMails,
      search: addressOf<typeof listMails>(),
      load: () => import('./sent-mails/mails-page.tsx'),
      name: 'MailsPage',
    }),
    page(universe, { path: pages.sentMail, load: () => import('./sent-mails/mail-page.tsx'), name: 'MailPage' }),
  ] as const
