import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { SiteRow } from '#api/companies/sites/sites'
import * as m from '#messages/companies'
import { sheetCrumbs } from '../../../app/company/company-crumbs.ts'
import { useCompanyPlace } from '../../../app/company/company-place.ts'
import { formatPhone, formatSiret } from '../../../platform/format.ts'
import { DataList } from '../../../ui/data-list/data-list.tsx'
import type { ListSearch } from '../../../ui/data-list/list-search.ts'
import { ButtonLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { companyQuery } from '../company/company.queries.ts'
import { SiteStateBadge } from './site-badges.tsx'
import { sitesQuery, sitesSearch } from './sites.queries.ts'

/** Every site of a company, for those that have many. */
export const SitesPage = () => {
  const place = useCompanyPlace()
  const search = useSearch({ strict: false }) as ListSearch<'state'>
  const query = useQuery(sitesQuery(place.universe, place.company, sitesSearch(search)))
  const company = useQuery(companyQuery(place.universe, place.company)).data
  const newSite = query.data?.abilities.create ? (
    <ButtonLink {...place.link('newSite')} leftSection={<IconPlus size={16} aria-hidden />}>
      {m.companies_new_site()}
    </ButtonLink>
  ) : null
  return (
    <Page title={m.companies_sites()} subtitle={company?.name} breadcrumb={sheetCrumbs(place, company?.name)} actions={newSite}>
      <DataList<SiteRow>
        id="sites"
        label={m.companies_sites()}
        query={query}
        rowKey={(site) => site.id}
        rowLabel={(site) => site.name}
        rowLink={(site) => place.link('site', { site: site.id })}
        columns={[
          { key: 'name', header: m.companies_site_name(), cell: (site) => site.name, sort: true },
          {
            key: 'headOffice',
            header: m.companies_site_role(),
            cell: (site) => (site.isHeadOffice ? <StateBadge tone="info" label={m.companies_head_office()} /> : null),
          },
          { key: 'street', header: m.companies_street(), cell: (site) => site.street },
          { key: 'postcode', header: m.companies_postcode(), cell: (site) => site.postcode },
          { key: 'city', header: m.companies_city(), cell: (site) => site.city, sort: true },
          { key: 'siret', header: m.companies_siret(), cell: (site) => formatSiret(site.siret), hidden: true },
          { key: 'phone', header: m.companies_phone(), cell: (site) => formatPhone(site.phone), hidden: true },
          { key: 'state', header: m.companies_state(), cell: (site) => <SiteStateBadge site={site} />, sort: true, fixed: true },
        ]}
        filters={[
          { kind: 'search', placeholder: m.companies_sites_search() },
          {
            kind: 'select',
            key: 'state',
            label: m.companies_state(),
            options: [
              { value: 'open', label: m.companies_site_open() },
              { value: 'closed', label: m.companies_site_closed() },
            ],
          },
        ]}
        empty={{ title: m.companies_no_site(), description: newSite ? m.companies_no_site_hint() : undefined, action: newSite }}
      />
    </Page>
  )
}
