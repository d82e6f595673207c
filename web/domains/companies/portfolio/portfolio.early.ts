import type { EarlyPlace, EarlyQuery } from '../../../app/early.ts'
import type { ListSearch } from '../../../ui/data-list/list-search.ts'
import { type ClientFilter, clientsQuery, proposalQueueQuery } from './portfolio.queries.ts'

export const clientsQueries = ({ universe, search }: EarlyPlace<ListSearch<ClientFilter>>): readonly EarlyQuery[] => [
  clientsQuery(universe, search),
]

export const proposalQueueQueries = ({ search }: EarlyPlace<ListSearch<'state'>>): readonly EarlyQuery[] => [proposalQueueQuery(search)]
