import { Menu, SegmentedControl, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { IconKeyboard, IconLogout } from '@tabler/icons-react'
import { signOut } from '#api/identity/sign-in/session'
import type { Language } from '#api/languages'
import { languageOf } from '#api/languages'
import { publicPages } from '#api/pages'
import * as m from '#messages/shell'
import { call } from '../../../platform/call.ts'
import { language, setLanguage } from '../../../platform/language.ts'
import { useSession, useUniverse } from '../../../platform/session.ts'
import { MenuItemLink } from '../../../ui/menu/menu-item-link.tsx'
import classes from '../header.module.css'
import { openKeys } from '../palette-state.ts'
import { saveLanguage } from './account-language.ts'
import { accountLinks } from './account-links.ts'

/** The person's initials, and what opens under them. */
export const AccountMenu = () => {
  const { user, company } = useSession()
  const universe = useUniverse()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const name = `${user.firstName} ${user.lastName}`
  const leave = async () => {
    await call(signOut, { silent: true }).catch(() => undefined)
    // A full load: nothing of this person stays in memory.
    location.assign(publicPages.signIn)
  }
  const speak = async (next: Language) => {
    await saveLanguage(next)
    setLanguage(next)
  }
  return (
    <Menu width={288}>
      <Menu.Target>
        <UnstyledButton className={classes.avatar}>
          <span className="visually-hidden">{m.shell_account({ name })}</span>
          <span aria-hidden>{`${user.firstName.charAt(0)}${user.lastName.charAt(0)}`}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div style={{ padding: '8px 12px 10px' }}>
          <Text fw={600}>{name}</Text>
          <Text fz="sm" c="dimmed" className="tabular">
            {user.login} · {company.name}
          </Text>
        </div>
        <Menu.Divider />
        {accountLinks.map(({ key, label, to, LinkIcon }) => (
          <MenuItemLink key={key} to={to} params={{ universe }} leftSection={<LinkIcon size={16} stroke={1.6} />}>
            {label()}
          </MenuItemLink>
        ))}
        <Menu.Item
          leftSection={<IconKeyboard size={16} stroke={1.6} />}
          rightSection={
            <Text fz="xs" c="dimmed">
              ?
            </Text>
          }
          onClick={openKeys}
        >
          {m.shell_help()}
        </Menu.Item>
        <Menu.Divider />
        <div style={{ padding: '6px 12px 10px' }}>
          <Text fz="xs" c="dimmed" mb={4} id="account-language">
            {m.shell_language()}
          </Text>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-labelledby="account-language"
            value={language()}
            onChange={(value) => speak(languageOf(value))}
            data={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
          />
          <Text fz="xs" c="dimmed" mb={4} mt={10} id="account-theme">
            {m.shell_theme()}
          </Text>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-labelledby="account-theme"
            value={colorScheme}
            onChange={(value) => setColorScheme(value === 'dark' || value === 'light' ? value : 'auto')}
            data={[
              { value: 'light', label: m.shell_theme_light() },
              { value: 'dark', label: m.shell_theme_dark() },
              { value: 'auto', label: m.shell_theme_auto() },
            ]}
          />
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={leave}>
          {m.shell_sign_out()}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
