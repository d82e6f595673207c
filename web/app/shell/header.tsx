import { ActionIcon, Burger, Group, UnstyledButton } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import * as m from '#messages/shell'
import { useSession, useUniverse } from '../../platform/session.ts'
import { isOutOfReach } from '../modules.ts'
import classes from './header.module.css'
import { headerSlots } from './header-slots.ts'
import { AccountMenu } from './menus/account-menu.tsx'
import { UniverseSwitch } from './menus/universe-switch.tsx'
import { openPalette } from './palette-state.ts'

interface HeaderProps {
  readonly drawerOpen: boolean
  readonly onToggleDrawer: () => void
  readonly folded: boolean
  readonly onToggleFold: () => void
}

export const Header = ({ drawerOpen, onToggleDrawer, folded, onToggleFold }: HeaderProps) => {
  const universe = useUniverse()
  const session = useSession()
  const slots = headerSlots.filter(({ page }) => !page || !isOutOfReach(session, universe, page))
  const FoldIcon = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  return (
    <div className={classes.bar}>
      <Group gap={10} wrap="nowrap">
        <Burger
          hiddenFrom="md"
          opened={drawerOpen}
          onClick={onToggleDrawer}
          size="sm"
          aria-label={drawerOpen ? m.shell_menu_close() : m.shell_menu_open()}
          aria-expanded={drawerOpen}
        />
        <ActionIcon
          visibleFrom="md"
          size={34}
          onClick={onToggleFold}
          aria-label={folded ? m.shell_menu_open() : m.shell_menu_close()}
          aria-expanded={!folded}
        >
          <FoldIcon size={20} stroke={1.6} />
        </ActionIcon>
        <Link
          to="/$universe"
          params={{ universe }}
          activeOptions={{ exact: true }}
          className={classes.logo}
          aria-label={`MyOpenIP, ${m.shell_home()}`}
        >
          My<span>OpenIP</span>
        </Link>
        <UniverseSwitch />
      </Group>
      <UnstyledButton className={classes.search} onClick={openPalette} aria-keyshortcuts="Control+K" visibleFrom="md">
        <IconSearch size={16} stroke={1.8} aria-hidden />
        <span>{m.shell_search_placeholder()}</span>
        <kbd aria-hidden>Ctrl K</kbd>
      </UnstyledButton>
      <Group gap={4} wrap="nowrap" justify="flex-end">
        <ActionIcon hiddenFrom="md" size={38} onClick={openPalette} aria-label={m.shell_search()}>
          <IconSearch size={20} stroke={1.6} />
        </ActionIcon>
        {slots.map(({ key, Slot }) => (
          <Suspense key={key} fallback={<span className={classes.slot} aria-hidden />}>
            <Slot />
          </Suspense>
        ))}
        <AccountMenu />
      </Group>
    </div>
  )
}
