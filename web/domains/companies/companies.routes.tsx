import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../../app/lazy-page.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { listSearch } from '../../ui/data-list/list-search.ts'
import './waiting.ts'

const sheet = lazyPage(() => import('./company/company-page.tsx'), 'CompanyPage')
const sites = lazyPage(() => import('./sites/sites-page.tsx'), 'SitesPage')
const newSite = lazyPage(() => import('./sites/form/new-site-page.tsx'), 'NewSitePage')
const site = lazyPage(() => import('./sites/site-page.tsx'), 'SitePage')
const editSite = lazyPage(() => import('./sites/form/edit-site-page.tsx'), 'EditSitePage')
const contacts = lazyPage(() => import('./contacts/contacts-page.tsx'), 'ContactsPage')
const contact = lazyPage(() => import('./contacts/contact-page.tsx'), 'ContactPage')
const payments = lazyPage(() => import('./payment/payments-page.tsx'), 'PaymentsPage')
const payment = lazyPage(() => import('./payment/payment-page.tsx'), 'PaymentPage')

const siteFilters = listSearch('state')
const contactFilters = listSearch('access', 'site', 'archived')

/** The sheet of one's own company and what hangs from it, and the same pages for a client's. */
export const companiesRoutes = (universe: UniverseRoute) => {
  const getParentRoute = () => universe
  return [
    createRoute({ getParentRoute, path: 'entreprise/ma-societe', component: sheet }),
    createRoute({ getParentRoute, path: 'entreprise/ma-societe/sites', validateSearch: siteFilters, component: sites }),
    createRoute({ getParentRoute, path: 'entreprise/ma-societe/sites/nouveau', component: newSite }),
    createRoute({ getParentRoute, path: 'entreprise/ma-societe/sites/$site', component: site }),
    createRoute({ getParentRoute, path: 'entreprise/ma-societe/sites/$site/modifier', component: editSite }),
    createRoute({ getParentRoute, path: 'entreprise/ma-societe/contacts', validateSearch: contactFilters, component: contacts }),
    createRoute({ getParentRoute, path: 'entreprise/ma-societe/contacts/$contact', component: contact }),
    createRoute({ getParentRoute, path: 'entreprise/ma-societe/coordonnees-de-paiement', component: payments }),
    createRoute({ getParentRoute, path: 'entreprise/ma-societe/coordonnees-de-paiement/$payment', component: payment }),
    createRoute({ getParentRoute, path: 'entreprise/clients/$company', component: sheet }),
    createRoute({ getParentRoute, path: 'entreprise/clients/$company/sites', validateSearch: siteFilters, component: sites }),
    createRoute({ getParentRoute, path: 'entreprise/clients/$company/sites/nouveau', component: newSite }),
    createRoute({ getParentRoute, path: 'entreprise/clients/$company/sites/$site', component: site }),
    createRoute({ getParentRoute, path: 'entreprise/clients/$company/sites/$site/modifier', component: editSite }),
    createRoute({ getParentRoute, path: 'entreprise/clients/$company/contacts', validateSearch: contactFilters, component: contacts }),
    createRoute({ getParentRoute, path: 'entreprise/clients/$company/contacts/$contact', component: contact }),
    createRoute({ getParentRoute, path: 'entreprise/clients/$company/coordonnees-de-paiement', component: payments }),
    createRoute({ getParentRoute, path: 'entreprise/clients/$company/coordonnees-de-paiement/$payment', component: payment }),
  ] as const
}
