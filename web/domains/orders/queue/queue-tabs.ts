import type { listQueue } from '#contract/delivery'
import type { ResponseOf } from '#contract/endpoint'
import * as m from '#messages/delivery'

export const queueTabs = ['mine', 'nobody', 'late', 'blocked', 'risk', 'waiting', 'all'] as const
export type QueueTab = (typeof queueTabs)[number]

type Counts = ResponseOf<typeof listQueue>['counts']

interface TabRule {
  readonly label: () => string
  readonly count: keyof Counts
  /** What the tab asks for. */
  readonly query: Readonly<Record<string, string>>
  /** A number above zero calls for somebody. */
  readonly tone?: 'danger' | 'warning'
}

export const tabRules: Readonly<Record<QueueTab, TabRule>> = {
  mine: { label: m.delivery_tab_mine, count: 'mine', query: { scope: 'mine' } },
  nobody: { label: m.delivery_tab_nobody, count: 'nobody', query: { scope: 'nobody' } },
  late: { label: m.delivery_tab_late, count: 'late', query: { late: 'true' }, tone: 'danger' },
  blocked: { label: m.delivery_tab_blocked, count: 'blocked', query: { blocked: 'true' }, tone: 'warning' },
  risk: { label: m.delivery_tab_risk, count: 'atRisk', query: { atRisk: 'true' }, tone: 'warning' },
  waiting: { label: m.delivery_tab_waiting, count: 'awaitingClient', query: { state: 'awaiting_client' } },
  all: { label: m.delivery_tab_all, count: 'all', query: {} },
}

/** The tab of the address; one's own orders unless told. */
export const tabOf = (text: string | undefined): QueueTab => queueTabs.find((tab) => tab === text) ?? 'mine'
