import type { listClients } from '#api/companies/portfolio/clients'
import type { listPendingProposals } from '#api/companies/portfolio/proposals'
import type { EarlyPlace, EarlyQuery } from '../../../app/early.ts'
import type { ListSearch } from '../../../ui/data-list/list-search.ts'
import { clientsQuery, proposalQueueQuery } from './portfolio.queries.ts'

export const clientsQueries = ({ universe, search }: EarlyPlace<ListSearch<typeof listClients>>): readonly EarlyQuery[] => [
  clientsQuery(universe, search),
]

export const proposalQueueQueries = ({ search }: EarlyPlace<ListSearch<typeof listPendingProposals>>): readonly EarlyQuery[] => [
  proposalQueueQuery(search),
]
