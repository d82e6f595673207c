import { useDisclosure } from '@mantine/hooks'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import * as m from '#messages/shell'
import { useSession, useUniverse } from '../../platform/session.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { isOutOfReach } from '../modules.ts'
import { NotFoundPage } from '../states/not-found-page.tsx'
import { Banners } from './banners.tsx'
import { Header } from './header.tsx'
import { readOverlay, subscribeOverlay } from './palette-state.ts'
import { RealtimeLink } from './realtime-link.tsx'
import classes from './shell.module.css'
import { useShortcuts } from './shortcuts.ts'
import { Sidebar } from './sidebar.tsx'

const Palette = lazyPart(() => import('../palette/palette.tsx'), 'Palette')
const KeyboardHelp = lazyPart(() => import('./keyboard-help.tsx'), 'KeyboardHelp')

/** Keeps what is fixed at the right where it is while a window takes the page's scrollbar away (a name of the kit's scroll lock). */
const scrollbarPlace = 'right-scroll-bar-position'
const foldMilliseconds = 150

/** Kept on this device; without storage, for as long as the page is open. */
const foldedKey = 'menu-folded'
const isKeptFolded = (): boolean => {
  try {
    return localStorage.getItem(foldedKey) === 'true'
  } catch {
    return false
  }
}
const keepFolded = (folded: boolean): void => {
  try {
    localStorage.setItem(foldedKey, String(folded))
  } catch {}
}

/** True for as long as the menu folds or unfolds. */
const useMoving = (state: string): boolean => {
  const [settled, settle] = useState(state)
  useEffect(() => {
    const timer = setTimeout(() => settle(state), foldMilliseconds)
    return () => clearTimeout(timer)
  }, [state])
  return settled !== state
}

/** Header, menu and page of the signed-in portal. */
export const Shell = () => {
  const [drawer, { toggle: toggleDrawer, close: closeDrawer }] = useDisclosure(false)
  const [folded, setFolded] = useState(isKeptFolded)
  useEffect(() => keepFolded(folded), [folded])
  const overlay = useSyncExternalStore(subscribeOverlay, readOverlay)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const isClosed = isOutOfReach(useSession(), useUniverse(), path)
  const main = useRef<HTMLElement>(null)
  const shown = useRef(path)
  const moving = useMoving(`${drawer} ${folded}`)
  useShortcuts({ toggleMenu: () => setFolded((value) => !value) })

  // A change of page moves the keyboard and the screen reader to the new content, as a full page load would.
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    closeDrawer()
    main.current?.focus({ preventScroll: true })
  }, [path, closeDrawer])

  return (
    <div className={classes.shell} data-folded={folded || undefined} data-drawer={drawer || undefined} data-moving={moving || undefined}>
      <a className="skip-link" href="#contenu">
        {m.shell_skip()}
      </a>
      <header className={`${classes.header} ${scrollbarPlace} no-print`}>
        <Header drawerOpen={drawer} onToggleDrawer={toggleDrawer} folded={folded} onToggleFold={() => setFolded(!folded)} />
      </header>
      <nav className={`${classes.sidebar} no-print`} aria-label={m.shell_menu()}>
        <Sidebar onNavigate={closeDrawer} />
      </nav>
      <main className={classes.main} ref={main} id="contenu" tabIndex={-1}>
        <Banners />
        <RealtimeLink />
        {isClosed ? <NotFoundPage inShell /> : <Outlet />}
      </main>
      {overlay === 'palette' ? <Palette /> : null}
      {overlay === 'keys' ? <KeyboardHelp /> : null}
    </div>
  )
}
