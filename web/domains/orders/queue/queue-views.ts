import type { SearchOf } from '#api/list'
import type { listQueue } from '#api/orders/delivery/delivery'
import type { ListSearch } from '../../../ui/data-list/list-search.ts'

export const queueTabs = ['mine', 'nobody', 'late', 'blocked', 'risk', 'waiting', 'all'] as const
export type QueueTab = (typeof queueTabs)[number]

/** What each view of the queue asks for. */
const queries: Readonly<Record<QueueTab, SearchOf<typeof listQueue>>> = {
  mine: { scope: 'mine' },
  nobody: { scope: 'nobody' },
  late: { late: 'true' },
  blocked: { blocked: 'true' },
  risk: { atRisk: 'true' },
  waiting: { state: 'awaiting_client' },
  all: {},
}

export type QueueSearch = ListSearch<typeof listQueue, 'tab'>

/** The view of the address; one's own orders unless told. */
export const tabOf = (text: string | undefined): QueueTab => queueTabs.find((tab) => tab === text) ?? 'mine'

/** The address as the API is asked: the page and what starts its query early agree by this. */
export const askedOf = ({ tab, ...search }: QueueSearch): SearchOf<typeof listQueue> => ({
  ...search,
  ...queries[tabOf(tab)],
})
