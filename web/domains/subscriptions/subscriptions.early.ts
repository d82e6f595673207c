import type { listSubscriptions } from '#api/subscriptions/list/subscription-list'
import type { EarlyPlace, EarlyQuery } from '../../app/early.ts'
import type { ListSearch } from '../../ui/data-list/list-search.ts'
import { familiesQuery } from '../catalog/families/families.queries.ts'
import { subscriptionsQuery } from './subscriptions.queries.ts'

export const listQueries = ({ universe, search }: EarlyPlace<ListSearch<typeof listSubscriptions>>): readonly EarlyQuery[] => [
  subscriptionsQuery(universe, search),
  familiesQuery(universe),
]
