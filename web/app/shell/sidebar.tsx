import { IconHome } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import * as m from '#messages/shell'
import { useSession, useUniverse } from '../../platform/session.ts'
import { modulesFor } from '../modules.ts'
import classes from './sidebar.module.css'

/** The menu: home, then each module with its pages. */
export const Sidebar = ({ onNavigate }: { readonly onNavigate: () => void }) => {
  const session = useSession()
  const universe = useUniverse()
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
                    activeProps={{ 'data-active': true }}
                    onClick={onNavigate}
                  >
                    {entry.label()}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}
