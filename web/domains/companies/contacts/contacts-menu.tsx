import { Button, Menu } from '@mantine/core'
import { IconBell, IconChevronDown } from '@tabler/icons-react'
import * as shell from '#messages/shell'
import type { CompanyPlace } from '../../../app/company/company-place.ts'
import { MenuItemLink } from '../../../ui/menu/menu-item-link.tsx'

/** « Actions » over the list of contacts. */
export const ContactsMenu = ({ place }: { readonly place: CompanyPlace }) => (
  <Menu width={220}>
    <Menu.Target>
      <Button variant="default" rightSection={<IconChevronDown size={16} stroke={1.6} aria-hidden />}>
        {shell.entry_contact_actions()}
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      <MenuItemLink {...place.link('contactsNotifications')} leftSection={<IconBell size={16} stroke={1.6} aria-hidden />}>
        {shell.entry_notifications_of_contacts()}
      </MenuItemLink>
    </Menu.Dropdown>
  </Menu>
)
