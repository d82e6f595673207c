import { useQuery } from '@tanstack/react-query'
import * as m from '#messages/companies'
import { sheetCrumbs } from '../../../app/company/company-crumbs.ts'
import { useCompanyPlace } from '../../../app/company/company-place.ts'
import { PageProblem } from '../../../app/states/page-problem.tsx'
import { Page } from '../../../ui/page.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { companyQuery } from '../company/company.queries.ts'
import { PaymentRows } from './payment-rows.tsx'
import { paymentsQuery } from './payments.queries.ts'

/** Payment coordinates of a company and of its sites. */
export const PaymentsPage = () => {
  const place = useCompanyPlace()
  const company = useQuery(companyQuery(place.universe, place.company)).data
  const { data, error } = useQuery(paymentsQuery(place.universe, place.company))
  if (error && !data) return <PageProblem error={error} />
  return (
    <Page title={m.companies_payment()} subtitle={company?.name} breadcrumb={sheetCrumbs(place, company?.name)} narrow>
      <SectionCard title={m.companies_payment_accounts()} description={m.companies_payment_hint()}>
        <PaymentRows place={place} />
      </SectionCard>
    </Page>
  )
}
