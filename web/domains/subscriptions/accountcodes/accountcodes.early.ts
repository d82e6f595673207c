import type { EarlyPlace, EarlyQuery } from '../../../app/early.ts'
import type { ListSearch } from '../../../ui/data-list/list-search.ts'
import { type AccountcodeFilter, accountcodesQuery } from './accountcodes.queries.ts'

export const accountcodesQueries = ({ universe, search }: EarlyPlace<ListSearch<AccountcodeFilter>>): readonly EarlyQuery[] => [
  accountcodesQuery(universe, search),
]
