import type { EarlyPlace, EarlyQuery } from '../../../app/early.ts'
import type { ListSearch } from '../../../ui/data-list/list-search.ts'
import { activityQuery } from './activity.queries.ts'

export const activityQueries = (place: EarlyPlace<ListSearch<'kind' | 'actor' | 'from' | 'until'>>): readonly EarlyQuery[] => [
  activityQuery(place.universe, place.params.company ?? place.session.company.reference, place.search),
]
