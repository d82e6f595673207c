import { Link } from '@tanstack/react-router'
import type { ResponseOf } from '#api/endpoint'
import type { listQueue } from '#api/orders/delivery/delivery'
import * as m from '#messages/delivery'
import { formatNumber } from '../../../platform/format.ts'
import classes from '../orders.module.css'
import { type QueueTab, queueTabs } from './queue-views.ts'

type Counts = ResponseOf<typeof listQueue>['counts']

interface TabLook {
  readonly label: () => string
  readonly count: keyof Counts
  /** A number above zero calls for somebody. */
  readonly tone?: 'danger' | 'warning'
}

const looks: Readonly<Record<QueueTab, TabLook>> = {
  mine: { label: m.delivery_tab_mine, count: 'mine' },
  nobody: { label: m.delivery_tab_nobody, count: 'nobody' },
  late: { label: m.delivery_tab_late, count: 'late', tone: 'danger' },
  blocked: { label: m.delivery_tab_blocked, count: 'blocked', tone: 'warning' },
  risk: { label: m.delivery_tab_risk, count: 'atRisk', tone: 'warning' },
  waiting: { label: m.delivery_tab_waiting, count: 'awaitingClient' },
  all: { label: m.delivery_tab_all, count: 'all' },
}

interface QueueTabsBarProps {
  readonly tab: QueueTab
  readonly counts: Counts | undefined
}

/** The views of the queue with how many orders each holds; links, so that they open in a tab and come back with « Précédent ». */
export const QueueTabsBar = ({ tab, counts }: QueueTabsBarProps) => (
  <nav className={`${classes.tabs} no-print`} aria-label={m.delivery_views()}>
    {queueTabs.map((each) => {
      const look = looks[each]
      const count = counts?.[look.count]
      return (
        <Link
          key={each}
          to="."
          search={((before: Record<string, unknown>) => ({ ...before, cursor: undefined, tab: each })) as never}
          className={classes.tab}
          aria-current={each === tab ? 'page' : undefined}
          data-tone={count ? look.tone : undefined}
        >
          {look.label()}
          {count === undefined ? null : <span className={classes.count}>{formatNumber(count)}</span>}
        </Link>
      )
    })}
  </nav>
)
