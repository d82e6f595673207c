import { Link } from '@tanstack/react-router'
import type { HomeQueue } from '#api/home/home'
import { pages } from '#api/pages'
import * as m from '#messages/home'
import { formatNumber } from '../../../platform/format.ts'
import { useUniverse } from '../../../platform/session.ts'
import classes from './carrier.module.css'

/** The queue in five figures; each opens what it counts. */
export const QueueStrip = ({ queue }: { readonly queue: HomeQueue }) => {
  const universe = useUniverse()
  const facts = [
    { tab: 'late', label: m.home_queue_late(), value: queue.late, hint: m.home_queue_late_of({ count: queue.all }), tone: 'red' },
    { tab: 'all', label: m.home_queue_week(), value: queue.week, hint: m.home_queue_week_mine({ count: queue.weekMine }) },
    { tab: 'nobody', label: m.home_queue_nobody(), value: queue.nobody, hint: m.home_queue_nobody_hint() },
    { tab: 'blocked', label: m.home_queue_blocked(), value: queue.blocked, hint: m.home_queue_blocked_hint(), tone: 'amber' },
    { tab: 'waiting', label: m.home_queue_decide(), value: queue.toDecide, hint: m.home_queue_decide_hint() },
  ] as const
  return (
    <ul className={classes.strip}>
      {facts.map((fact) => (
        <li key={fact.tab}>
          <Link to={pages.queue} params={{ universe }} search={{ tab: fact.tab }} className={classes.fact}>
            <span className={classes.factLabel}>{fact.label}</span>
            <span className={classes.figures}>
              <strong data-tone={'tone' in fact && fact.value > 0 ? fact.tone : undefined}>{formatNumber(fact.value)}</strong>
              <span>{fact.hint}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
