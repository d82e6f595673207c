import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listSites, readSite } from '#api/companies/sites/sites'
import type { QueryInput } from '#api/endpoint'
import type { Universe } from '#api/universes'
import { call } from '../../../platform/call.ts'

export const sitesQuery = (universe: Universe, company: string, search: QueryInput<typeof listSites> = {}) =>
  queryOptions({
    queryKey: ['sites', universe, company, 'list', search],
    queryFn: ({ signal }) => call(listSites, { params: { universe, company }, query: search, signal }),
    placeholderData: keepPreviousData,
  })

export const siteQuery = (universe: Universe, company: string, site: string) =>
  queryOptions({
    queryKey: ['sites', universe, company, 'one', site],
    queryFn: ({ signal }) => call(readSite, { params: { universe, company, site }, signal }),
  })
