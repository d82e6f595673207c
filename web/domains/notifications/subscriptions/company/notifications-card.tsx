import * as m from '#messages/notifications'
import { companyLinks } from '../../../../app/company/company-place.ts'
import { useSession, useUniverse } from '../../../../platform/session.ts'
import { AnchorLink } from '../../../../ui/links.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import classes from './company.module.css'
import { FailingAddresses } from './failing-addresses.tsx'

/** On the sheet of a company: its addresses, its contacts' subscriptions, and what does not arrive. */
export const NotificationsCard = ({ companyReference }: { readonly companyReference: string }) => {
  const universe = useUniverse()
  const link = companyLinks(universe, companyReference, companyReference === useSession().company.reference)
  return (
    <SectionCard title={m.notifications_company_card()}>
      <FailingAddresses company={companyReference} />
      <ul className={classes.links}>
        <li>
          <AnchorLink {...link('companyNotifications')}>{m.notifications_company_link()}</AnchorLink>
        </li>
        <li>
          <AnchorLink {...link('contactsNotifications')}>{m.notifications_contacts_link()}</AnchorLink>
        </li>
      </ul>
    </SectionCard>
  )
}
