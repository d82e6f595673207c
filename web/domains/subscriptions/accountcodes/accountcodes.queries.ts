import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listAccountcodes, readAccountcodeHistory } from '#api/subscriptions/accountcodes/accountcodes'
import type { Universe } from '#api/universes'
import { call } from '../../../platform/call.ts'
import { queryClient } from '../../../platform/query-client.ts'
import type { ListSearch } from '../../../ui/data-list/list-search.ts'

export const accountcodesQuery = (universe: Universe, search: ListSearch<typeof listAccountcodes>) =>
  queryOptions({
    queryKey: ['accountcodes', universe, 'list', search],
    queryFn: ({ signal }) => call(listAccountcodes, { params: { universe }, query: search, signal }),
    placeholderData: keepPreviousData,
  })

export const accountcodeHistoryQuery = (universe: Universe, number: number) =>
  queryOptions({
    queryKey: ['accountcodes', universe, 'history', number],
    queryFn: ({ signal }) => call(readAccountcodeHistory, { params: { universe, accountcode: String(number) }, signal }),
  })

export const refreshAccountcodes = (): Promise<unknown> =>
  Promise.all(['accountcodes', 'subscriptions', 'activity'].map((topic) => queryClient.invalidateQueries({ queryKey: [topic] })))
