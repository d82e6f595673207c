import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { readCompanyAddresses } from '#api/notifications/subscriptions/subscriptions'
import * as m from '#messages/notifications'
import { sheetCrumbs } from '../../../../app/company/company-crumbs.ts'
import { useCompanyPlace } from '../../../../app/company/company-place.ts'
import { PageProblem } from '../../../../app/states/page-problem.tsx'
import { read } from '../../../../platform/reading/read.ts'
import { Page } from '../../../../ui/page.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { useOpenCrumbs } from '../../open-crumbs.ts'
import { AddressesForm } from './addresses-form.tsx'
import { FailingAddresses } from './failing-addresses.tsx'

/** Company → « Gestion des notifications ». */
export const CompanyAddressesPage = () => {
  const place = useCompanyPlace()
  const { data, error } = useQuery(read(readCompanyAddresses, { params: { universe: place.universe, company: place.company } }))
  const crumbs = useOpenCrumbs(sheetCrumbs(place, data?.company.name))
  if (error && !data) return <PageProblem error={error} />
  return (
    <Page title={m.notifications_manage()} subtitle={data?.company.name} breadcrumb={crumbs}>
      <FailingAddresses company={place.company} />
      <SectionCard
        title={m.notifications_company_link()}
        description={data && !data.abilities.edit ? m.notifications_read_only_company() : m.notifications_manage_company_hint()}
      >
        {data ? <AddressesForm key={place.company} place={place} initial={data} /> : <Skeleton height={360} />}
      </SectionCard>
    </Page>
  )
}
