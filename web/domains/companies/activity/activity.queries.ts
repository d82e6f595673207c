import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listActivity } from '#api/activity/activity'
import type { QueryInput } from '#api/endpoint'
import type { Universe } from '#api/universes'
import { call } from '../../../platform/call.ts'

export const activityQuery = (universe: Universe, company: string, search: QueryInput<typeof listActivity>) =>
  queryOptions({
    queryKey: ['activity', universe, company, search],
    queryFn: ({ signal }) => call(listActivity, { params: { universe, company }, query: search, signal }),
    placeholderData: keepPreviousData,
  })
