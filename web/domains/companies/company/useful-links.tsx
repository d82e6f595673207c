import { clientPages, pages } from '#api/pages'
import type { Universe } from '#api/universes'
import * as m from '#messages/companies'
import type { CompanyPlace, PageLink } from '../../../app/company/company-place.ts'
import { modulesFor } from '../../../app/modules.ts'
import { useHolds, useSession } from '../../../platform/session.ts'
import { SectionCard } from '../../../ui/section-card.tsx'
import { LinkList } from './link-list.tsx'

/** Entries of the menu that the sheet points to, in the order of the guide; those that do not exist for this person are left out. */
const keysOf = (own: boolean): readonly string[] => (own ? ['shop', 'contracted-offers', 'services', 'invoices', 'credit-notes'] : [])

const usersLink = (universe: Universe, place: CompanyPlace): PageLink =>
  place.own ? { to: pages.users, params: { universe } } : { to: clientPages.users, params: { universe, company: place.company } }

/** « Liens utiles ». */
export const UsefulLinks = ({ place }: { readonly place: CompanyPlace }) => {
  const session = useSession()
  const holds = useHolds()
  const { universe } = place
  const entries = modulesFor(session, universe).flatMap((module) => module.entries)
  const menu = keysOf(place.own).flatMap((key) => {
    const entry = entries.find((one) => one.key === key)
    return entry
      ? [
          {
            label: key === 'contracted-offers' ? m.companies_link_contracts() : entry.label(),
            link: { to: entry.to, params: { universe } },
          },
        ]
      : []
  })
  const mayRead = holds('company.read')
  const mayReadHistory = universe === 'carrier' ? holds('carrier.administer') || holds('carrier.support') : session.isAdministrator
  return (
    <SectionCard title={m.companies_useful_links()}>
      <LinkList
        links={[
          ...menu,
          { label: m.companies_link_contacts(), link: place.link('contacts') },
          ...(mayRead ? [{ label: m.companies_link_users(), link: usersLink(universe, place) }] : []),
          ...(mayReadHistory ? [{ label: m.companies_link_activity(), link: place.link('activity') }] : []),
        ]}
      />
    </SectionCard>
  )
}
