import { IconBuilding, IconMapPin, IconUser } from '@tabler/icons-react'
import { meantReference } from '#api/search/rules/meant-reference'
import { search, searchCommerce } from '#api/search/search'
import * as m from '#messages/search'
import { companyLinks } from '../../app/company/company-place.ts'
import { registerSearchKind, type SearchHit, setSearcher } from '../../app/palette/search.ts'
import { call } from '../../platform/call.ts'
import { queryClient } from '../../platform/query-client.ts'
import { mayCall, sessionQuery } from '../../platform/session.ts'
import { words } from '../../platform/words.ts'

/** `OC40482`, `com 25`, `FPC00012`, a bare number: contracts and orders come first. */
const isCommerceReference = (text: string): boolean =>
  /^[\s\d]+$/.test(text) || ['OC', 'COM', 'FPC'].includes(meantReference(text)?.letters ?? '')

/** Two searches, each under its own right, asked at once; one that fails leaves what the other found. */
setSearcher(async (universe, q, signal) => {
  const session = queryClient.getQueryData(sessionQuery.queryKey)
  if (!session) return []
  const options = { params: { universe }, query: { q }, signal }
  const found = await Promise.allSettled([
    mayCall(session, universe, search) ? call(search, options) : { hits: [] },
    mayCall(session, universe, searchCommerce)
      ? call(searchCommerce, options).then(({ hits }) => ({
          hits: hits.map((hit) => ({ ...hit, label: words({ fr: hit.label, en: hit.labelEn }) })),
        }))
      : { hits: [] },
  ])
  const [people = [], commerce = []] = found.map((part): readonly SearchHit[] =>
    part.status === 'fulfilled' ? part.value.hits.map((hit) => ({ ...hit, companyReference: hit.companyReference ?? '' })) : [],
  )
  const failed = found.find((part) => part.status === 'rejected')
  if (failed && people.length + commerce.length === 0) throw failed.reason
  const both = [people, commerce]
  return (isCommerceReference(q) ? both.toReversed() : both).flat()
})

registerSearchKind('company', {
  label: m.search_kind_company,
  icon: IconBuilding,
  linkOf: (universe, { companyReference }, own) => companyLinks(universe, companyReference, companyReference === own)('company'),
})
registerSearchKind('site', {
  label: m.search_kind_site,
  icon: IconMapPin,
  linkOf: (universe, { companyReference, reference }, own) =>
    companyLinks(universe, companyReference, companyReference === own)('site', { site: reference }),
})
registerSearchKind('contact', {
  label: m.search_kind_contact,
  icon: IconUser,
  linkOf: (universe, { companyReference, reference }, own) =>
    companyLinks(universe, companyReference, companyReference === own)('contact', { contact: reference }),
})
