import type { Session } from '#api/identity/sign-in/session'
import { search, searchCommerce } from '#api/search/search'
import type { Universe } from '#api/universes'
import * as m from '#messages/search'
import { companyLinks } from '../../app/company/company-place.ts'
import { registerSearchKind, type SearchHit, setSearcher } from '../../app/shell/search.ts'
import { call } from '../../platform/call.ts'
import { queryClient } from '../../platform/query-client.ts'
import { sessionHolds, sessionQuery } from '../../platform/session.ts'
import { words } from '../../platform/words.ts'

type Right = typeof search.right
const holdsOne = (session: Session, universe: Universe, right: Right): boolean =>
  typeof right === 'object' && (right.anyOf ?? []).some((template) => sessionHolds(session, universe, template))

/** `OC40482`, `com 25`, `FPC00012`, a bare number: contracts and orders come first. */
const isCommerceReference = /^\s*(oc|com|fpc)?\s*-?\d+\s*$/i

/** Two searches, each under its own right, asked at once; one that fails leaves what the other found. */
setSearcher(async (universe, q, signal) => {
  const session = queryClient.getQueryData(sessionQuery.queryKey)
  if (!session) return []
  const options = { params: { universe }, query: { q }, signal }
  const found = await Promise.allSettled([
    holdsOne(session, universe, search.right) ? call(search, options) : { hits: [] },
    holdsOne(session, universe, searchCommerce.right)
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
  return (isCommerceReference.test(q) ? both.toReversed() : both).flat()
})

registerSearchKind('company', {
  label: m.search_kind_company,
  linkOf: (universe, { companyReference }, own) => companyLinks(universe, companyReference, companyReference === own)('company'),
})
registerSearchKind('site', {
  label: m.search_kind_site,
  linkOf: (universe, { companyReference, reference }, own) =>
    companyLinks(universe, companyReference, companyReference === own)('site', { site: reference }),
})
registerSearchKind('contact', {
  label: m.search_kind_contact,
  linkOf: (universe, { companyReference, reference }, own) =>
    companyLinks(universe, companyReference, companyReference === own)('contact', { contact: reference }),
})
