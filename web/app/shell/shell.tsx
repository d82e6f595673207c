import { AppShell } from '@mantine/core'
import { useDisclosure, useLocalStorage } from '@mantine/hooks'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useSyncExternalStore } from 'react'
import * as m from '#messages/shell'
import { useRealtime } from '../../platform/realtime.ts'
import { useSession, useUniverse } from '../../platform/session.ts'
import { isOutOfReach } from '../modules.ts'
import { NotFoundPage } from '../states/not-found-page.tsx'
import { Banners } from './banners.tsx'
import { Header } from './header.tsx'
import { readOverlay, subscribeOverlay } from './palette-state.ts'
import { useShortcuts } from './shortcuts.ts'
import { Sidebar } from './sidebar.tsx'

const Palette = lazy(() => import('./palette.tsx').then((module) => ({ default: module.Palette })))
const KeyboardHelp = lazy(() => import('./keyboard-help.tsx').then((module) => ({ default: module.KeyboardHelp })))

/** Header, menu and page of the signed-in portal. */
export const Shell = () => {
  const [drawer, { toggle: toggleDrawer, close: closeDrawer }] = useDisclosure(false)
  const [folded, setFolded] = useLocalStorage({ key: 'menu-folded', defaultValue: false, getInitialValueInEffect: false })
  const overlay = useSyncExternalStore(subscribeOverlay, readOverlay)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const isClosed = isOutOfReach(useSession(), useUniverse(), path)
  const main = useRef<HTMLElement>(null)
  const shown = useRef(path)
  useRealtime()
  useShortcuts({ toggleMenu: () => setFolded((value) => !value) })

  // A change of page moves the keyboard and the screen reader to the new content, as a full page load would.
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    closeDrawer()
    main.current?.focus({ preventScroll: true })
  }, [path, closeDrawer])

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 252, breakpoint: 'md', collapsed: { mobile: !drawer, desktop: folded } }}
      transitionDuration={150}
    >
      <a className="skip-link" href="#contenu">
        {m.shell_skip()}
      </a>
      <AppShell.Header className="no-print">
        <Header drawerOpen={drawer} onToggleDrawer={toggleDrawer} folded={folded} onToggleFold={() => setFolded(!folded)} />
      </AppShell.Header>
      <AppShell.Navbar className="no-print" aria-label={m.shell_menu()}>
        <Sidebar onNavigate={closeDrawer} />
      </AppShell.Navbar>
      <AppShell.Main ref={main} id="contenu" tabIndex={-1}>
        <Banners />
        {isClosed ? <NotFoundPage inShell /> : <Outlet />}
      </AppShell.Main>
      <Suspense fallback={null}>
        {overlay === 'palette' ? <Palette /> : null}
        {overlay === 'keys' ? <KeyboardHelp /> : null}
      </Suspense>
    </AppShell>
  )
}
