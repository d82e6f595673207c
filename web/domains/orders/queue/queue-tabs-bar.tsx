import type { ResponseOf } from '#api/endpoint'
import type { listQueue } from '#api/orders/delivery/delivery'
import * as m from '#messages/delivery'
import { PageTabs } from '../../../ui/page-tabs/page-tabs.tsx'
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

/** The views of the queue with how many orders each holds. */
export const QueueTabsBar = ({ tab, counts }: QueueTabsBarProps) => (
  <PageTabs
    label={m.delivery_views()}
    tab={tab}
    tabs={queueTabs.map((key) => {
      const { label, count, tone } = looks[key]
      return { key, label: label(), count: counts?.[count], showsZero: true, tone }
    })}
  />
)
