import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listSites, readSite, siteStates } from '#api/companies/sites/sites'
import type { QueryInput } from '#api/endpoint'
import type { Universe } from '#api/universes'
import { call } from '../../../platform/call.ts'
import type { ListSearch } from '../../../ui/data-list/list-search.ts'

export const sitesQuery = (universe: Universe, company: string, search: QueryInput<typeof listSites> = {}) =>
  queryOptions({
    queryKey: ['sites', universe, company, 'list', search],
    queryFn: ({ signal }) => call(listSites, { params: { universe, company }, query: search, signal }),
    placeholderData: keepPreviousData,
  })

/** What the address of a list asks of the API: a state that is none is left out. */
export const sitesSearch = ({ state, ...search }: ListSearch<'state'>): QueryInput<typeof listSites> => {
  const chosen = siteStates.find((one) => one === state)
  return chosen ? { ...search, state: chosen } : search
}

export const siteQuery = (universe: Universe, company: string, site: string) =>
  queryOptions({
    queryKey: ['sites', universe, company, 'one', site],
    queryFn: ({ signal }) => call(readSite, { params: { universe, company, site }, signal }),
  })
