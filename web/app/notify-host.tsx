import { Notifications } from '@mantine/notifications'
import * as m from '#messages/common'

/** Mounted once by the portal. A landmark of its own: messages that are not alerts would be outside every part of the page. */
export const NotifyHost = () => (
  <section aria-label={m.common_messages()}>
    <Notifications position="bottom-right" limit={4} withinPortal={false} />
  </section>
)
