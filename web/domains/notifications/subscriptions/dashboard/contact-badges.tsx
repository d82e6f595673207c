import type { Subscriber } from '#api/notifications/subscriptions/subscriptions'
import * as m from '#messages/notifications'
import { StateBadge } from '../../../../ui/state-badge.tsx'

/** What matters of a contact on the dashboard. */
export const ContactBadges = ({ contact }: { readonly contact: Subscriber }) => (
  <>
    {contact.isSelf ? <StateBadge tone="success" label={m.notifications_you()} /> : null}
    {contact.isAdministrator ? <StateBadge tone="info" label={m.notifications_admin()} /> : null}
    {contact.hasAccess || !contact.hasEmail ? null : <StateBadge tone="neutral" label={m.notifications_no_access()} />}
    {contact.hasEmail ? null : <StateBadge tone="warning" label={m.notifications_no_email_badge()} />}
  </>
)
