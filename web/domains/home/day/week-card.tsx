import type { HomeQueue } from '#api/home/home'
import * as m from '#messages/home'
import { formatDayAs } from '../../../platform/format.ts'
import classes from '../home.module.css'
import { HomeCard } from '../home-card.tsx'
import own from './carrier.module.css'

type Day = HomeQueue['days'][number]
const total = ({ late, waiting, ready }: Day): number => late + waiting + ready

/** What is to be delivered on each of the next days, and what of it is in danger. */
export const WeekCard = ({ days }: Pick<HomeQueue, 'days'>) => {
  const most = Math.max(1, ...days.map(total))
  return (
    <HomeCard title={m.home_week()}>
      {days.length === 0 ? (
        <p className={classes.words}>{m.home_week_none()}</p>
      ) : (
        <>
          <p className={own.legend} aria-hidden>
            <span data-part="late">{m.home_week_late()}</span>
            <span data-part="waiting">{m.home_week_waiting()}</span>
            <span data-part="ready">{m.home_week_ready()}</span>
          </p>
          <ul className={own.week}>
            {days.map((day) => {
              const name = formatDayAs(day.day, { weekday: 'short', day: 'numeric' })
              return (
                <li key={day.day}>
                  <span className={own.total}>{total(day)}</span>
                  <span className={own.bar} aria-hidden>
                    {(['late', 'waiting', 'ready'] as const).map((part) =>
                      day[part] > 0 ? (
                        <span key={part} data-part={part} style={{ blockSize: `${Math.max(4, (day[part] * 96) / most)}px` }} />
                      ) : null,
                    )}
                  </span>
                  <span>{name}</span>
                  {day.late > 0 ? <span className="visually-hidden">{m.home_late_count({ count: day.late })}</span> : null}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </HomeCard>
  )
}
