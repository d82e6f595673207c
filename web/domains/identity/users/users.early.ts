import type { EarlyPlace, EarlyQuery } from '../../../app/early.ts'
import { allUsersSearch, type UserSearch, userSearch } from './list/user-search.ts'
import { allUsersQuery, usersQuery } from './users.queries.ts'

export const usersQueries = ({ universe, session, params, search }: EarlyPlace<UserSearch>): readonly EarlyQuery[] => [
  usersQuery(universe, params.company ?? session.company.reference, userSearch(search)),
]

export const allUsersQueries = ({ universe, search }: EarlyPlace<UserSearch>): readonly EarlyQuery[] => [
  allUsersQuery(universe, allUsersSearch(search)),
]
