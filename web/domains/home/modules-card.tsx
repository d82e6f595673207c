import { Link } from '@tanstack/react-router'
import * as m from '#messages/home'
import { HomeCountMark } from '../../app/home/home-count.tsx'
import { useHomeCounts } from '../../app/home/home-counts.ts'
import { modulesFor } from '../../app/modules.ts'
import { useSession, useUniverse } from '../../platform/session.ts'
import classes from './home.module.css'
import { HomeCard } from './home-card.tsx'

/** « Modules »: where to go, with what waits there. */
export const ModulesCard = () => {
  const session = useSession()
  const universe = useUniverse()
  const counts = useHomeCounts()
  return (
    <HomeCard title={m.home_modules()} isBare>
      <ul className={classes.tiles}>
        {modulesFor(session, universe).map((module) => (
          <li key={module.key} className={classes.tile}>
            <module.icon size={20} stroke={1.6} aria-hidden />
            <div className={classes.what}>
              <h3 className={classes.name}>{(module.tileLabel ?? module.label)()}</h3>
              <ul className={classes.entries}>
                {module.entries.map((entry) => {
                  const count = counts.get(entry.key)
                  return (
                    <li key={entry.key} className={classes.place}>
                      <Link to={entry.to} params={{ universe }} className={classes.entry}>
                        {entry.label()}
                      </Link>
                      {count ? <HomeCountMark count={count} /> : null}
                    </li>
                  )
                })}
              </ul>
            </div>
          </li>
        ))}
      </ul>
    </HomeCard>
  )
}
