import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { readCompany } from '#api/companies/company/company'
import { formatPhone } from '#api/companies/rules/contact/phone-number'
import { listSites } from '#api/companies/sites/sites'
import { siteStateWords, siteWords } from '#api/companies/words'
import * as m from '#messages/companies'
import { sheetCrumbs } from '../../../app/company/company-crumbs.ts'
import { companyAt, useCompanyPlace } from '../../../app/company/company-place.ts'
import { formatSiret } from '../../../platform/format.ts'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { words } from '../../../platform/words.ts'
import { DataList } from '../../../ui/data-list/data-list.tsx'
import { type ListSearch, listSearch } from '../../../ui/data-list/list-search.ts'
import { TwoLines } from '../../../ui/data-list/two-lines.tsx'
import { ButtonLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { SiteStateBadge } from './site-badges.tsx'

export const address = listSearch(listSites)
export const reads = (place: Place<{ readonly company?: string }, ListSearch<typeof listSites>>) => {
  const params = companyAt(place)
  return [read(listSites, { params, query: place.search }), read(readCompany, { params })]
}

/** Every site of a company, for those that have many. */
export const SitesPage = () => {
  const place = useCompanyPlace()
  const search = useSearch({ strict: false }) as ListSearch<typeof listSites>
  const query = useQuery(read(listSites, { params: { universe: place.universe, company: place.company }, query: search }))
  const company = useQuery(read(readCompany, { params: { universe: place.universe, company: place.company } })).data
  const newSite = query.data?.abilities.create ? (
    <ButtonLink {...place.link('newSite')} leftSection={<IconPlus size={16} aria-hidden />}>
      {m.companies_new_site()}
    </ButtonLink>
  ) : null
  return (
    <Page title={words(siteWords.title)} subtitle={company?.name} breadcrumb={sheetCrumbs(place, company?.name)} actions={newSite}>
      <DataList
        endpoint={listSites}
        params={{ universe: place.universe, company: place.company }}
        asked={search}
        label={words(siteWords.title)}
        query={query}
        rowKey={(site) => site.id}
        rowLabel={(site) => site.name}
        rowLink={(site) => place.link('site', { site: site.id })}
        columns={[
          {
            key: 'name',
            header: words(siteWords.name),
            cell: ({ name, street }) => <TwoLines first={name} second={street} />,
            sort: true,
            wide: true,
          },
          {
            key: 'headOffice',
            header: words(siteWords.role),
            cell: (site) => (site.isHeadOffice ? <StateBadge tone="info" label={words(siteWords.headOffice)} /> : null),
          },
          {
            key: 'city',
            header: words(siteWords.city),
            cell: ({ postcode, city }) => [postcode, city].join(' ').trim(),
            sort: true,
            clip: true,
          },
          { key: 'siret', header: words(siteWords.siret), cell: (site) => formatSiret(site.siret), hidden: true },
          { key: 'phone', header: words(siteWords.phone), cell: (site) => formatPhone(site.phone), hidden: true },
          {
            key: 'state',
            header: words(siteWords.state),
            cell: (site) => <SiteStateBadge site={site} />,
            sort: true,
            fixed: true,
            headline: true,
          },
        ]}
        filters={[
          { kind: 'search', placeholder: m.companies_sites_search() },
          {
            kind: 'select',
            key: 'state',
            label: words(siteWords.state),
            options: [
              { value: 'open', label: words(siteStateWords.open) },
              { value: 'closed', label: words(siteStateWords.closed) },
            ],
          },
        ]}
        empty={{ title: m.companies_no_site(), description: newSite ? m.companies_no_site_hint() : undefined, action: newSite }}
      />
    </Page>
  )
}
