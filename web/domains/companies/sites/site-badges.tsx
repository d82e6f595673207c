import type { SiteRow } from '#api/companies/sites/sites'
import { siteStateWords, siteWords } from '#api/companies/words'
import { foldText } from '#api/rules/text-fold'
import { StatePill } from '../../../app/look/state-pill.tsx'
import { words } from '../../../platform/words.ts'
import { StateBadge } from '../../../ui/state-badge.tsx'

export const SiteStateBadge = ({ site }: { readonly site: Pick<SiteRow, 'state'> }) => (
  <StatePill of="site" state={site.state} label={site.state === 'open' ? words(siteStateWords.open) : words(siteStateWords.closed)} />
)

/** « Siège social » unless that is the site's name, and the state where it is not the usual one. */
export const SiteBadges = ({ site }: { readonly site: Pick<SiteRow, 'name' | 'state' | 'isHeadOffice'> }) => (
  <>
    {site.isHeadOffice && foldText(site.name) !== foldText(words(siteWords.headOffice)) ? (
      <StateBadge tone="info" label={words(siteWords.headOffice)} />
    ) : null}
    {site.state === 'closed' ? <SiteStateBadge site={site} /> : null}
  </>
)
