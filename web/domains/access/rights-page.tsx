import { useQuery } from '@tanstack/react-query'
import { listRights } from '#api/access/rights'
import * as m from '#messages/access'
import { sheetCrumbs } from '../../app/company/company-crumbs.ts'
import { companyAt, useCompanyPlace } from '../../app/company/company-place.ts'
import type { Place } from '../../platform/reading/place.ts'
import { read } from '../../platform/reading/read.ts'
import { Page } from '../../ui/page.tsx'
import { RightsSection } from './rights-section.tsx'

export const reads = (place: Place<{ readonly company?: string }>) => [read(listRights, { params: companyAt(place) })]

/** « Gestion des droits » on a page of its own. */
export const RightsPage = () => {
  const place = useCompanyPlace()
  const { universe, company } = place
  const name = useQuery(read(listRights, { params: { universe, company } })).data?.company.name
  return (
    <Page title={m.access_title()} subtitle={[name, company].filter(Boolean).join(' · ')} breadcrumb={sheetCrumbs(place, name)}>
      <RightsSection companyReference={company} />
    </Page>
  )
}
