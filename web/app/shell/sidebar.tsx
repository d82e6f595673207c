import { IconHome } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import * as m from '#messages/shell'
import { useSession, useUniverse } from '../../platform/session.ts'
import { HomeCountMark } from '../home/home-count.tsx'
import { useHomeCounts } from '../home/home-counts.ts'
import { type ModuleEntry, modulesFor } from '../modules.ts'
import classes from './sidebar.module.css'

/** An entry under another one's address holds the page rather than that one. */
const isHeldBelow = ({ to }: ModuleEntry, entries: readonly ModuleEntry[], path: string): boolean =>
  entries.some((other) => other.to.startsWith(`${to}/`) && `${path}/`.startsWith(`${other.to.slice('/$universe'.length)}/`))

const isAlsoAt = ({ alsoAt = [] }: ModuleEntry, path: string): boolean => alsoAt.some((page) => `${path}/`.startsWith(`${page}/`))

/** The menu: home, then each module with its pages. */
export const Sidebar = ({ onNavigate }: { readonly onNavigate: () => void }) => {
  const session = useSession()
  const universe = useUniverse()
  const counts = useHomeCounts()
  const mark = (key: string) => {
    const count = counts.get(key)
    return count ? (
      <span className={classes.count}>
        <HomeCountMark count={count} />
      </span>
    ) : null
  }
  const path = useLocation({ select: ({ pathname }) => pathname.replace(/^\/[^/]+/, '') })
  return (
    <div className={classes.scroll}>
      <div className={classes.menu}>
        <Link
          to="/$universe"
          params={{ universe }}
          activeOptions={{ exact: true }}
          className={classes.home}
          activeProps={{ 'data-active': true }}
          onClick={onNavigate}
        >
          <IconHome size={18} stroke={1.6} aria-hidden />
          {m.shell_home()}
        </Link>
        {modulesFor(session, universe).map((module) => (
          <section key={module.key} aria-labelledby={`menu-${module.key}`} className={classes.module}>
            <h2 id={`menu-${module.key}`} className={classes.title}>
              <module.icon size={18} stroke={1.6} aria-hidden />
              {module.label()}
            </h2>
            <ul>
              {module.entries.map((entry) => (
                <li key={entry.key}>
                  <Link
                    to={entry.to}
                    params={{ universe }}
                    className={classes.entry}
                    activeOptions={{ exact: isHeldBelow(entry, module.entries, path) }}
                    activeProps={{ 'data-active': true }}
                    {...(isAlsoAt(entry, path) && { 'data-active': true, 'aria-current': 'true' as const })}
                    onClick={onNavigate}
                  >
                    {entry.label()}
                  </Link>
                  {mark(entry.key)}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}
