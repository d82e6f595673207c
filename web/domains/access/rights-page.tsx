import { useQuery } from '@tanstack/react-query'
import * as m from '#messages/access'
import { sheetCrumbs } from '../../app/company/company-crumbs.ts'
import { useCompanyPlace } from '../../app/company/company-place.ts'
import { Page } from '../../ui/page.tsx'
import { rightsQuery } from './rights.queries.ts'
import { RightsSection } from './rights-section.tsx'

/** « Gestion des droits » on a page of its own. */
export const RightsPage = () => {
  const place = useCompanyPlace()
  const { universe, company } = place
  const name = useQuery(rightsQuery(universe, company)).data?.company.name
  return (
    <Page title={m.access_title()} subtitle={[name, company].filter(Boolean).join(' · ')} breadcrumb={sheetCrumbs(place, name)}>
      <RightsSection companyReference={company} />
    </Page>
  )
}
