import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listSubscriptions, type subscriptionFilters } from '#api/subscriptions/list/subscription-list'
import type { Universe } from '#api/universes'
import { call } from '../../platform/call.ts'
import type { ListSearch } from '../../ui/data-list/list-search.ts'

export type SubscriptionFilter = keyof typeof subscriptionFilters

export const subscriptionsQuery = (universe: Universe, search: ListSearch<SubscriptionFilter>) =>
  queryOptions({
    queryKey: ['subscriptions', universe, 'list', search],
    queryFn: ({ signal }) => call(listSubscriptions, { params: { universe }, query: search as never, signal }),
    placeholderData: keepPreviousData,
  })
