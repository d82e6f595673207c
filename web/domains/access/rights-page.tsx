import * as m from '#messages/access'
import { Page } from '../../ui/page.tsx'
import { useAccessPlace } from './access-links.ts'
import { RightsSection } from './rights-section.tsx'

/** « Gestion des droits » on a page of its own. */
export const RightsPage = () => {
  const { company, own, links } = useAccessPlace()
  return (
    <Page
      title={m.access_title()}
      subtitle={own ? undefined : company}
      breadcrumb={[{ label: own ? m.access_my_company() : company, ...links.sheet }]}
    >
      <RightsSection companyReference={company} />
    </Page>
  )
}
