import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listActivity } from '#contract/activity'
import type { QueryInput } from '#contract/endpoint'
import type { Universe } from '#contract/universes'
import { call } from '../../platform/call.ts'

export const activityQuery = (universe: Universe, company: string, search: QueryInput<typeof listActivity>) =>
  queryOptions({
    queryKey: ['activity', universe, company, search],
    queryFn: ({ signal }) => call(listActivity, { params: { universe, company }, query: search, signal }),
    placeholderData: keepPreviousData,
  })
