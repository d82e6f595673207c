import { IconMapPinPlus, IconUserPlus } from '@tabler/icons-react'
import type { listContacts } from '#api/companies/contacts/contacts'
import type { listSites } from '#api/companies/sites/sites'
import { clientPages, pages } from '#api/pages'
import { companyTabs } from '../../app/company/company-tabs.ts'
import { page } from '../../app/page.ts'
import { registerActions } from '../../app/palette/actions.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { newHash } from '../../ui/acts/opened-by-address.ts'
import { addressOf } from '../../ui/data-list/list-search.ts'
import { tabSearch } from '../../ui/page-tabs/tab-search.ts'

registerActions(
  {
    key: 'new-site',
    icon: IconMapPinPlus,
    label: { fr: 'Nouveau site', en: 'New site' },
    also: { fr: 'Créer, ajouter un site, une agence', en: 'Create, add a site, a branch' },
    anyOf: ['company.write'],
    everywhere: true,
    link: (universe) => ({ to: pages.newSite, params: { universe } }),
  },
  {
    key: 'new-contact',
    icon: IconUserPlus,
    label: { fr: 'Nouveau contact', en: 'New contact' },
    also: { fr: 'Créer, ajouter un contact, une personne', en: 'Create, add a contact, a person' },
    anyOf: ['company.write'],
    link: (universe) => ({ to: pages.contacts, params: { universe }, hash: newHash }),
  },
)

const sheet = { search: tabSearch(companyTabs), load: () => import('./company/company-page.tsx'), name: 'CompanyPage' } as const
const sites = { search: addressOf<typeof listSites>(), load: () => import('./sites/sites-page.tsx'), name: 'SitesPage' } as const
const newSite = { load: () => import('./sites/form/new-site-page.tsx'), name: 'NewSitePage' } as const
const site = { load: () => import('./sites/site-page.tsx'), name: 'SitePage' } as const
const editSite = { load: () => import('./sites/form/edit-site-page.tsx'), name: 'EditSitePage' } as const
const contacts = {
  search: addressOf<typeof listContacts>(),
  load: () => import('./contacts/contacts-page.tsx'),
  name: 'ContactsPage',
} as const
const contact = { load: () => import('./contacts/contact-page.tsx'), name: 'ContactPage' } as const
const payments = { load: () => import('./payment/payments-page.tsx'), name: 'PaymentsPage' } as const
const payment = { load: () => import('./payment/payment-page.tsx'), name: 'PaymentPage' } as const

/** The sheet of one's own company and what hangs from it, and the same pages for a client's. */
export const companiesRoutes = (universe: UniverseRoute) =>
  [
    page(universe, { path: pages.company, ...sheet }),
    page(universe, { path: pages.sites, ...sites }),
    page(universe, { path: pages.newSite, ...newSite }),
    page(universe, { path: pages.site, ...site }),
    page(universe, { path: pages.editSite, ...editSite }),
    page(universe, { path: pages.contacts, ...contacts }),
    page(universe, { path: pages.contact, ...contact }),
    page(universe, { path: pages.payments, ...payments }),
    page(universe, { path: pages.payment, ...payment }),
    page(universe, { path: clientPages.company, ...sheet }),
    page(universe, { path: clientPages.sites, ...sites }),
    page(universe, { path: clientPages.newSite, ...newSite }),
    page(universe, { path: clientPages.site, ...site }),
    page(universe, { path: clientPages.editSite, ...editSite }),
    page(universe, { path: clientPages.contacts, ...contacts }),
    page(universe, { path: clientPages.contact, ...contact }),
    page(universe, { path: clientPages.payments, ...payments }),
    page(universe, { path: clientPages.payment, ...payment }),
  ] as const
