import type { listAllUsers, listUsers } from '#api/identity/users/users'
import type { EarlyPlace, EarlyQuery } from '../../../app/early.ts'
import type { ListSearch } from '../../../ui/data-list/list-search.ts'
import { allUsersQuery, usersQuery } from './users.queries.ts'

export const usersQueries = ({ universe, session, params, search }: EarlyPlace<ListSearch<typeof listUsers>>): readonly EarlyQuery[] => [
  usersQuery(universe, params.company ?? session.company.reference, search),
]

export const allUsersQueries = ({ universe, search }: EarlyPlace<ListSearch<typeof listAllUsers>>): readonly EarlyQuery[] => [
  allUsersQuery(universe, search),
]
