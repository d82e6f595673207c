import { useQuery } from '@tanstack/react-query'
import { readCompany } from '#api/companies/company/company'
import { listPayments } from '#api/companies/payment/payment'
import * as m from '#messages/companies'
import { sheetCrumbs } from '../../../app/company/company-crumbs.ts'
import { companyAt, useCompanyPlace } from '../../../app/company/company-place.ts'
import { PageProblem } from '../../../app/states/page-problem.tsx'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { Page } from '../../../ui/page.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { PaymentRows } from './payment-rows.tsx'

export const reads = (place: Place<{ readonly company?: string }>) => {
  const params = companyAt(place)
  return [read(listPayments, { params }), read(readCompany, { params })]
}

/** Payment coordinates of a company and of its sites. */
export const PaymentsPage = () => {
  const place = useCompanyPlace()
  const company = useQuery(read(readCompany, { params: { universe: place.universe, company: place.company } })).data
  const { data, error } = useQuery(read(listPayments, { params: { universe: place.universe, company: place.company } }))
  if (error && !data) return <PageProblem error={error} />
  return (
    <Page title={m.companies_payment()} subtitle={company?.name} breadcrumb={sheetCrumbs(place, company?.name)} narrow>
      <SectionCard title={m.companies_payment_accounts()} description={m.companies_payment_hint()}>
        <PaymentRows place={place} />
      </SectionCard>
    </Page>
  )
}
