import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listSubscriptions } from '#api/subscriptions/list/subscription-list'
import type { Universe } from '#api/universes'
import { call } from '../../platform/call.ts'
import type { ListSearch } from '../../ui/data-list/list-search.ts'

export const subscriptionsQuery = (universe: Universe, search: ListSearch<typeof listSubscriptions>) =>
  queryOptions({
    queryKey: ['subscriptions', universe, 'list', search],
    queryFn: ({ signal }) => call(listSubscriptions, { params: { universe }, query: search, signal }),
    placeholderData: keepPreviousData,
  })
