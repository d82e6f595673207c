import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listClients, readStanding } from '#api/companies/portfolio/clients'
import { listPendingProposals, listProposals } from '#api/companies/portfolio/proposals'
import type { Universe } from '#api/universes'
import { call } from '../../../platform/call.ts'
import { queryClient } from '../../../platform/query-client.ts'
import type { ListSearch } from '../../../ui/data-list/list-search.ts'

export const clientsQuery = (universe: Universe, search: ListSearch<typeof listClients>) =>
  queryOptions({
    queryKey: ['companies', universe, 'list', search],
    queryFn: ({ signal }) => call(listClients, { params: { universe }, query: search, signal }),
    placeholderData: keepPreviousData,
  })

/** The companies that may be chosen as partner: they are few. */
export const partnersQuery = (kind: 'ambassador' | 'operator') =>
  queryOptions({
    queryKey: ['companies', 'carrier', 'partners', kind],
    queryFn: ({ signal }) => call(listClients, { params: { universe: 'carrier' }, query: { holds: kind }, signal }),
    staleTime: 60_000,
  })

export const standingQuery = (company: string) =>
  queryOptions({
    queryKey: ['companies', company, 'standing'],
    queryFn: ({ signal }) => call(readStanding, { params: { universe: 'carrier', company }, signal }),
  })

export const proposalsQuery = (universe: Universe, company: string) =>
  queryOptions({
    queryKey: ['proposals', company, universe],
    queryFn: ({ signal }) => call(listProposals, { params: { universe, company }, signal }),
  })

export const proposalQueueQuery = (search: ListSearch<typeof listPendingProposals>) =>
  queryOptions({
    queryKey: ['proposals', 'queue', search],
    queryFn: ({ signal }) => call(listPendingProposals, { params: { universe: 'carrier' }, query: search, signal }),
    placeholderData: keepPreviousData,
  })

/** After a change of a company by the carrier or a partner. */
export const refreshPortfolio = (): Promise<unknown> =>
  Promise.all(['companies', 'proposals', 'activity'].map((topic) => queryClient.invalidateQueries({ queryKey: [topic] })))
