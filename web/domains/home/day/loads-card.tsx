import type { PilotLoad } from '#api/home/home'
import * as m from '#messages/home'
import classes from '../home.module.css'
import { HomeCard } from '../home-card.tsx'
import own from './carrier.module.css'

const total = ({ late, blocked, others }: PilotLoad): number => late + blocked + others
const shown = 8

/** « Charge par pilote », and what nobody took. */
export const LoadsCard = ({ loads }: { readonly loads: readonly PilotLoad[] }) => {
  if (loads.length === 0) return null
  const most = Math.max(...loads.map(total))
  return (
    <HomeCard title={m.home_loads()} end={<span className={classes.hint}>{m.home_loads_hint()}</span>}>
      <ul className={own.loads}>
        {loads.slice(0, shown).map((load) => {
          const pilot = load.pilot ?? m.home_loads_nobody()
          return (
            <li key={pilot}>
              <span className={own.pilot} data-nobody={load.pilot === null || undefined} aria-hidden>
                {pilot}
              </span>
              <span className={own.load} aria-hidden>
                {(['late', 'blocked', 'others'] as const).map((part) =>
                  load[part] > 0 ? <span key={part} data-part={part} style={{ inlineSize: `${(load[part] * 100) / most}%` }} /> : null,
                )}
              </span>
              <span className={own.loadTotal} aria-hidden>
                {total(load)}
              </span>
              <span className="visually-hidden">
                {m.home_loads_row({ pilot, late: load.late, blocked: load.blocked, others: load.others })}
              </span>
            </li>
          )
        })}
      </ul>
    </HomeCard>
  )
}
