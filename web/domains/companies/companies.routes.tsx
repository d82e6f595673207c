import { createRoute } from '@tanstack/react-router'
import { listContacts } from '#api/companies/contacts/contacts'
import { listSites } from '#api/companies/sites/sites'
import { early } from '../../app/early.ts'
import { lazyPage } from '../../app/lazy-page.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { listSearch } from '../../ui/data-list/list-search.ts'

const sheet = lazyPage(() => import('./company/company-page.tsx'), 'CompanyPage')
const sites = lazyPage(() => import('./sites/sites-page.tsx'), 'SitesPage')
const newSite = lazyPage(() => import('./sites/form/new-site-page.tsx'), 'NewSitePage')
const site = lazyPage(() => import('./sites/site-page.tsx'), 'SitePage')
const editSite = lazyPage(() => import('./sites/form/edit-site-page.tsx'), 'EditSitePage')
const contacts = lazyPage(() => import('./contacts/contacts-page.tsx'), 'ContactsPage')
const contact = lazyPage(() => import('./contacts/contact-page.tsx'), 'ContactPage')
const payments = lazyPage(() => import('./payment/payments-page.tsx'), 'PaymentsPage')
const payment = lazyPage(() => import('./payment/payment-page.tsx'), 'PaymentPage')

const siteFilters = listSearch(listSites)
const contactFilters = listSearch(listContacts)

const queries = () => import('./companies.early.ts')
const sheetEarly = early(async () => (await queries()).sheetQueries)
const sitesEarly = early(async () => (await queries()).sitesQueries, siteFilters)
const siteEarly = early(async () => (await queries()).siteQueries)
const contactsEarly = early(async () => (await queries()).contactsQueries, contactFilters)
const contactEarly = early(async () => (await queries()).contactQueries)
const paymentEarly = early(async () => (await queries()).paymentQueries)

/** The sheet of one's own company and what hangs from it, and the same pages for a client's. */
export const companiesRoutes = (universe: UniverseRoute) => {
  const getParentRoute = () => universe
  return [
    createRoute({ getParentRoute, path: 'entreprise/ma-societe', loader: sheetEarly, component: sheet }),
    createRoute({ getParentRoute, path: 'entreprise/ma-societe/sites', validateSearch: siteFilters, loader: sitesEarly, component: sites }),
    createRoute({ getParentRoute, path: 'entreprise/ma-societe/sites/nouveau', component: newSite }),
    createRoute({ getParentRoute, path: 'entreprise/ma-societe/sites/$site', loader: siteEarly, component: site }),
    createRoute({ getParentRoute, path: 'entreprise/ma-societe/sites/$site/modifier', loader: siteEarly, component: editSite }),
    createRoute({
      getParentRoute,
      path: 'entreprise/ma-societe/contacts',
      validateSearch: contactFilters,
      loader: contactsEarly,
      component: contacts,
    }),
    createRoute({ getParentRoute, path: 'entreprise/ma-societe/contacts/$contact', loader: contactEarly, component: contact }),
    createRoute({ getParentRoute, path: 'entreprise/ma-societe/coordonnees-de-paiement', loader: paymentEarly, component: payments }),
    createRoute({
      getParentRoute,
      path: 'entreprise/ma-societe/coordonnees-de-paiement/$payment',
      loader: paymentEarly,
      component: payment,
    }),
    createRoute({ getParentRoute, path: 'entreprise/clients/$company', loader: sheetEarly, component: sheet }),
    createRoute({
      getParentRoute,
      path: 'entreprise/clients/$company/sites',
      validateSearch: siteFilters,
      loader: sitesEarly,
      component: sites,
    }),
    createRoute({ getParentRoute, path: 'entreprise/clients/$company/sites/nouveau', component: newSite }),
    createRoute({ getParentRoute, path: 'entreprise/clients/$company/sites/$site', loader: siteEarly, component: site }),
    createRoute({ getParentRoute, path: 'entreprise/clients/$company/sites/$site/modifier', loader: siteEarly, component: editSite }),
    createRoute({
      getParentRoute,
      path: 'entreprise/clients/$company/contacts',
      validateSearch: contactFilters,
      loader: contactsEarly,
      component: contacts,
    }),
    createRoute({ getParentRoute, path: 'entreprise/clients/$company/contacts/$contact', loader: contactEarly, component: contact }),
    createRoute({ getParentRoute, path: 'entreprise/clients/$company/coordonnees-de-paiement', loader: paymentEarly, component: payments }),
    createRoute({
      getParentRoute,
      path: 'entreprise/clients/$company/coordonnees-de-paiement/$payment',
      loader: paymentEarly,
      component: payment,
    }),
  ] as const
}
