import type { CompanyPlace } from '../../../../app/company/company-place.ts'
import columns from '../../../../ui/columns.module.css'
import { ContactsCard } from '../../contacts/contacts-card.tsx'
import { Sections } from './tab-parts.tsx'

/** The people of the company, and who is told what. */
export const ContactsTab = ({ place }: { readonly place: CompanyPlace }) => (
  <div className={columns.sheet}>
    <ContactsCard place={place} />
    <div className={columns.column}>
      <Sections place={place} tab="contacts" />
    </div>
  </div>
)
