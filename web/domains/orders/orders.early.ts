import type { listOrders } from '#api/orders/reading/orders'
import type { EarlyPlace, EarlyQuery } from '../../app/early.ts'
import type { ListSearch } from '../../ui/data-list/list-search.ts'
import { familiesQuery } from '../catalog/families/families.queries.ts'
import { subscriptionQuery } from './contract/contract.queries.ts'
import { orderQuery, ordersQuery, queueQuery } from './orders.queries.ts'
import { askedOf, type QueueSearch } from './queue/queue-views.ts'

export const ordersQueries = ({ universe, search }: EarlyPlace<ListSearch<typeof listOrders>>): readonly EarlyQuery[] => [
  ordersQuery(universe, search),
]

export const orderQueries = ({ universe, params }: EarlyPlace): readonly EarlyQuery[] => [orderQuery(universe, params.order ?? '')]

export const queueQueries = ({ universe, search }: EarlyPlace<QueueSearch>): readonly EarlyQuery[] => [
  queueQuery(askedOf(search)),
  familiesQuery(universe),
]

export const contractQueries = ({ universe, params }: EarlyPlace): readonly EarlyQuery[] =>
  params.subscription ? [subscriptionQuery(universe, params.subscription)] : []
