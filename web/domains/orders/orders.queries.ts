import type { ResponseOf } from '#api/endpoint'
import { listQueue } from '#api/orders/delivery/delivery'
import { readPendingDecision } from '#api/orders/life/placing'
import { listOrders, type Order, readOrder } from '#api/orders/reading/orders'
import type { Universe } from '#api/universes'
import { read } from '../../platform/reading/read.ts'
import { showsOthers } from '../../platform/reading/reread.ts'

export const orderQuery = (universe: Universe, order: string) => ({
  ...read(readOrder, { params: { universe, order } }),
  meta: showsOthers<Order>(({ together }) => together.map(({ reference }) => reference)),
})

export const decisionQuery = (universe: Universe, order: string) => ({
  ...read(readPendingDecision, { params: { universe, order } }),
  meta: showsOthers<ResponseOf<typeof readPendingDecision>>(({ waiting }) => waiting),
})

/** What runs, as the home page counts and shows it. */
export const homeOrdersQuery = (universe: Universe) => read(listOrders, { params: { universe }, query: { state: 'running' } })
export const homeQueueQuery = () => read(listQueue, { params: { universe: 'carrier' }, query: { scope: 'mine' } })
