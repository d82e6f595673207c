import type { SiteRow } from '#api/companies/sites/sites'
import { foldText } from '#api/rules/text-fold'
import * as m from '#messages/companies'
import { StateBadge } from '../../../ui/state-badge.tsx'

export const SiteStateBadge = ({ site }: { readonly site: Pick<SiteRow, 'state'> }) => (
  <StateBadge
    tone={site.state === 'open' ? 'success' : 'neutral'}
    label={site.state === 'open' ? m.companies_site_open() : m.companies_site_closed()}
  />
)

/** « Siège social » unless that is the site's name, and the state where it is not the usual one. */
export const SiteBadges = ({ site }: { readonly site: Pick<SiteRow, 'name' | 'state' | 'isHeadOffice'> }) => (
  <>
    {site.isHeadOffice && foldText(site.name) !== foldText(m.companies_head_office()) ? (
      <StateBadge tone="info" label={m.companies_head_office()} />
    ) : null}
    {site.state === 'closed' ? <SiteStateBadge site={site} /> : null}
  </>
)
