import type { listContacts } from '#api/companies/contacts/contacts'
import type { listSites } from '#api/companies/sites/sites'
import type { EarlyPlace, EarlyQuery } from '../../app/early.ts'
import type { ListSearch } from '../../ui/data-list/list-search.ts'
import { companyQuery } from './company/company.queries.ts'
import { contactQuery, contactsQuery } from './contacts/contacts.queries.ts'
import { paymentsQuery } from './payment/payments.queries.ts'
import { siteQuery, sitesQuery } from './sites/sites.queries.ts'

/** The company of the page, as `useCompanyPlace` finds it. */
const companyOf = ({ params, session }: EarlyPlace<unknown>): string => params.company ?? session.company.reference

export const sheetQueries = (place: EarlyPlace): readonly EarlyQuery[] => {
  const { universe } = place
  const company = companyOf(place)
  return [
    companyQuery(universe, company),
    sitesQuery(universe, company),
    contactsQuery(universe, company),
    paymentsQuery(universe, company),
  ]
}

export const sitesQueries = (place: EarlyPlace<ListSearch<typeof listSites>>): readonly EarlyQuery[] => {
  const company = companyOf(place)
  return [sitesQuery(place.universe, company, place.search), companyQuery(place.universe, company)]
}

export const siteQueries = (place: EarlyPlace): readonly EarlyQuery[] => [
  siteQuery(place.universe, companyOf(place), place.params.site ?? ''),
]

export const contactsQueries = (place: EarlyPlace<ListSearch<typeof listContacts>>): readonly EarlyQuery[] => {
  const company = companyOf(place)
  return [contactsQuery(place.universe, company, place.search), companyQuery(place.universe, company), sitesQuery(place.universe, company)]
}

export const contactQueries = (place: EarlyPlace): readonly EarlyQuery[] => [
  contactQuery(place.universe, companyOf(place), place.params.contact ?? ''),
]

export const paymentQueries = (place: EarlyPlace): readonly EarlyQuery[] => {
  const company = companyOf(place)
  return [paymentsQuery(place.universe, company), companyQuery(place.universe, company)]
}
