import type { EarlyPlace, EarlyQuery } from '../../app/early.ts'
import type { ListSearch } from '../../ui/data-list/list-search.ts'
import { familiesQuery } from '../families/families.queries.ts'
import { type SubscriptionFilter, subscriptionQuery, subscriptionsQuery } from './subscriptions.queries.ts'

export const listQueries = ({ universe, search }: EarlyPlace<ListSearch<SubscriptionFilter>>): readonly EarlyQuery[] => [
  subscriptionsQuery(universe, search),
  familiesQuery(universe),
]

export const contractQueries = ({ universe, params }: EarlyPlace): readonly EarlyQuery[] =>
  params.contract ? [subscriptionQuery(universe, params.contract)] : []
