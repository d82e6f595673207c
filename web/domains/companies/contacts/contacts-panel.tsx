import { IconBell } from '@tabler/icons-react'
import * as shell from '#messages/shell'
import type { CompanyPlace } from '../../../app/company/company-place.ts'
import type { MenuHold } from '../../../ui/menu/lazy-menu.tsx'
import { MenuFrame } from '../../../ui/menu/menu-frame.tsx'
import { MenuItemLink } from '../../../ui/menu/menu-item-link.tsx'

export interface ContactsPanelProps {
  readonly place: CompanyPlace
}

export const ContactsPanel = ({ hold, place }: ContactsPanelProps & { readonly hold: MenuHold }) => (
  <MenuFrame hold={hold} width={220}>
    <MenuItemLink {...place.link('contactsNotifications')} leftSection={<IconBell size={16} stroke={1.6} aria-hidden />}>
      {shell.entry_notifications_of_contacts()}
    </MenuItemLink>
  </MenuFrame>
)
