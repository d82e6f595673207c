import type { listAccountcodes } from '#api/subscriptions/accountcodes/accountcodes'
import type { EarlyPlace, EarlyQuery } from '../../../app/early.ts'
import type { ListSearch } from '../../../ui/data-list/list-search.ts'
import { accountcodesQuery } from './accountcodes.queries.ts'

export const accountcodesQueries = ({ universe, search }: EarlyPlace<ListSearch<typeof listAccountcodes>>): readonly EarlyQuery[] => [
  accountcodesQuery(universe, search),
]
