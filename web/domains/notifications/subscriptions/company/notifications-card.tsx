import * as m from '#messages/notifications'
import { notificationLinks } from '../../../../app/company/notification-links.ts'
import { useSession, useUniverse } from '../../../../platform/session.ts'
import { AnchorLink } from '../../../../ui/links.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import classes from './company.module.css'
import { FailingAddresses } from './failing-addresses.tsx'

/** On the sheet of a company: its addresses, its contacts' subscriptions, and what does not arrive. */
export const NotificationsCard = ({ companyReference }: { readonly companyReference: string }) => {
  const universe = useUniverse()
  const links = notificationLinks(universe, companyReference, companyReference === useSession().company.reference)
  return (
    <SectionCard title={m.notifications_company_card()}>
      <FailingAddresses company={companyReference} />
      <ul className={classes.links}>
        <li>
          <AnchorLink {...links.company}>{m.notifications_company_link()}</AnchorLink>
        </li>
        <li>
          <AnchorLink {...links.dashboard}>{m.notifications_contacts_link()}</AnchorLink>
        </li>
      </ul>
    </SectionCard>
  )
}
