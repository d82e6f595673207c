import { search } from '#contract/search'
import * as m from '#messages/search'
import { registerSearchKind, setSearcher } from '../../app/shell/search.ts'
import { call } from '../../platform/call.ts'
import { companyLinks } from '../companies/company-place.ts'

setSearcher(async (universe, q, signal) => (await call(search, { params: { universe }, query: { q }, signal })).hits)

registerSearchKind('company', {
  label: m.search_kind_company,
  linkOf: (universe, { companyReference }, own) => companyLinks(universe, companyReference, companyReference === own).sheet,
})
registerSearchKind('site', {
  label: m.search_kind_site,
  linkOf: (universe, { companyReference, reference }, own) =>
    companyLinks(universe, companyReference, companyReference === own).site(reference),
})
registerSearchKind('contact', {
  label: m.search_kind_contact,
  linkOf: (universe, { companyReference, reference }, own) =>
    companyLinks(universe, companyReference, companyReference === own).contact(reference),
})
