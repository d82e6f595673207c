import { IconMapPinPlus, IconUserPlus } from '@tabler/icons-react'
import { listContacts } from '#api/companies/contacts/contacts'
import { listSites } from '#api/companies/sites/sites'
import { pages } from '#api/pages'
import { page } from '../../app/page.ts'
import { registerActions } from '../../app/palette/actions.ts'
import type { UniverseRoute } from '../../app/universe-route.tsx'
import { newHash } from '../../ui/acts/opened-by-address.ts'
import { listSearch } from '../../ui/data-list/list-search.ts'

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

const sheet = { load: () => import('./company/company-page.tsx'), name: 'CompanyPage' } as const
const sites = { search: listSearch(listSites), load: () => import('./sites/sites-page.tsx'), name: 'SitesPage' } as const
const newSite = { load: () => import('./sites/form/new-site-page.tsx'), name: 'NewSitePage' } as const
const site = { load: () => import('./sites/site-page.tsx'), name: 'SitePage' } as const
const editSite = { load: () => import('./sites/form/edit-site-page.tsx'), name: 'EditSitePage' } as const
const contacts = {
  search: listSearch(listContacts),
  load: () => import('./contacts/contacts-page.tsx'),
  name: 'ContactsPage',
} as const
const contact = { load: () => import('./contacts/contact-page.tsx'), name: 'ContactPage' } as const
const payments = { load: () => import('./payment/payments-page.tsx'), name: 'PaymentsPage' } as const
const payment = { load: () => import('./payment/payment-page.tsx'), name: 'PaymentPage' } as const

/** The sheet of one's own company and what hangs from it, and the same pages for a client's. */
export const companiesRoutes = (universe: UniverseRoute) =>
  [
    page(universe, { path: 'entreprise/ma-societe', ...sheet }),
    page(universe, { path: 'entreprise/ma-societe/sites', ...sites }),
    page(universe, { path: 'entreprise/ma-societe/sites/nouveau', ...newSite }),
    page(universe, { path: 'entreprise/ma-societe/sites/$site', ...site }),
    page(universe, { path: 'entreprise/ma-societe/sites/$site/modifier', ...editSite }),
    page(universe, { path: 'entreprise/ma-societe/contacts', ...contacts }),
    page(universe, { path: 'entreprise/ma-societe/contacts/$contact', ...contact }),
    page(universe, { path: 'entreprise/ma-societe/coordonnees-de-paiement', ...payments }),
    page(universe, { path: 'entreprise/ma-societe/coordonnees-de-paiement/$payment', ...payment }),
    page(universe, { path: 'entreprise/clients/$company', ...sheet }),
    page(universe, { path: 'entreprise/clients/$company/sites', ...sites }),
    page(universe, { path: 'entreprise/clients/$company/sites/nouveau', ...newSite }),
    page(universe, { path: 'entreprise/clients/$company/sites/$site', ...site }),
    page(universe, { path: 'entreprise/clients/$company/sites/$site/modifier', ...editSite }),
    page(universe, { path: 'entreprise/clients/$company/contacts', ...contacts }),
    page(universe, { path: 'entreprise/clients/$company/contacts/$contact', ...contact }),
    page(universe, { path: 'entreprise/clients/$company/coordonnees-de-paiement', ...payments }),
    page(universe, { path: 'entreprise/clients/$company/coordonnees-de-paiement/$payment', ...payment }),
  ] as const
