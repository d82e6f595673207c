import { type Icon, IconBell, IconDevices, IconShieldLock, IconUser } from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'
import { pages } from '#api/pages'
import * as m from '#messages/identity'
import * as shell from '#messages/shell'

/** Pages of the account menu (my information, my sessions…). */
export const accountLinks: readonly {
  readonly key: string
  readonly label: () => string
  readonly to: NonNullable<LinkProps['to']>
  readonly LinkIcon: Icon
}[] = [
  { key: 'information', label: m.identity_information_title, to: pages.information, LinkIcon: IconUser },
  { key: 'security', label: m.identity_security_title, to: pages.security, LinkIcon: IconShieldLock },
  { key: 'sessions', label: m.identity_sessions_title, to: pages.sessions, LinkIcon: IconDevices },
  {
    key: 'notifications',
    label: shell.entry_own_notifications,
    to: pages.preferences,
    LinkIcon: IconBell,
  },
]
