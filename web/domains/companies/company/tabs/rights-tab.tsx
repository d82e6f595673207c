import type { Company } from '#api/companies/company/company'
import type { CompanyPlace } from '../../../../app/company/company-place.ts'
import columns from '../../../../ui/columns.module.css'
import { SecondFactorCard } from '../second-factor-card.tsx'
import { Sections } from './tab-parts.tsx'

/** Who may do what, and how everybody signs in. */
export const RightsTab = ({ place, company }: { readonly place: CompanyPlace; readonly company: Company }) => (
  <div className={columns.column}>
    <Sections place={place} tab="rights" />
    <SecondFactorCard universe={place.universe} company={company} />
  </div>
)
