import { Link } from '@tanstack/react-router'
import type { listQueue } from '#contract/delivery'
import type { ResponseOf } from '#contract/endpoint'
import * as m from '#messages/delivery'
import { formatNumber } from '../../../platform/format.ts'
import classes from '../orders.module.css'
import { type QueueTab, queueTabs, tabRules } from './queue-tabs.ts'

interface QueueTabsBarProps {
  readonly tab: QueueTab
  readonly counts: ResponseOf<typeof listQueue>['counts'] | undefined
}

/** The views of the queue with how many orders each holds; links, so that they open in a tab and come back with « Précédent ». */
export const QueueTabsBar = ({ tab, counts }: QueueTabsBarProps) => (
  <nav className={`${classes.tabs} no-print`} aria-label={m.delivery_views()}>
    {queueTabs.map((each) => {
      const rule = tabRules[each]
      const count = counts?.[rule.count]
      return (
        <Link
          key={each}
          to="."
          search={((before: Record<string, unknown>) => ({ ...before, cursor: undefined, tab: each })) as never}
          className={classes.tab}
          aria-current={each === tab ? 'page' : undefined}
          data-tone={count ? rule.tone : undefined}
        >
          {rule.label()}
          {count === undefined ? null : <span className={classes.count}>{formatNumber(count)}</span>}
        </Link>
      )
    })}
  </nav>
)
