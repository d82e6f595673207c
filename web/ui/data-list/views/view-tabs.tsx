import { useQueries, useQuery } from '@tanstack/react-query'
import * as m from '#messages/views'
import { read } from '../../../platform/reading/read.ts'
import { useUniverse } from '../../../platform/session.ts'
import { PageTabs } from '../../page-tabs/page-tabs.tsx'
import type { AnyList } from '../list-search.ts'
import type { ListState } from '../use-list-state.ts'
import { SavedViews } from './saved-views.tsx'
import { queryOf, savedViewsQuery, valuesOf } from './views.queries.ts'

/** Beyond, counting them all would weigh more than the list. */
const countedViews = 8

interface ViewTabsProps {
  readonly endpoint: AnyList
  readonly params: Readonly<Record<string, unknown>>
  readonly state: ListState
  /** How many rows there are in all, when nothing is filtered and it is known. */
  readonly total: number | null
  /** The rows are there: what goes with them may be asked for. */
  readonly isReady: boolean
}

/** The views of a list as tabs, the company's then one's own, each with how many rows it holds where the list counts them. */
export const ViewTabs = ({ endpoint, params, state, total, isReady }: ViewTabsProps) => {
  const universe = useUniverse()
  const { screen } = endpoint.list
  const { data } = useQuery({ ...savedViewsQuery(universe, screen), enabled: isReady })
  const views = (data?.items ?? []).toSorted((one, other) => Number(other.shared) - Number(one.shared))
  const counts = useQueries({
    queries: views.slice(0, countedViews).map(({ query }) => ({
      ...read(endpoint, { params, query: { ...valuesOf(query), limit: 1 } } as never),
      enabled: isReady,
    })),
  })
  const shown = queryOf(state.values)
  const current = shown === '' ? '' : (views.find((view) => queryOf(valuesOf(view.query)) === shown)?.id ?? null)
  return (
    <PageTabs
      label={m.views_tabs()}
      tab={current}
      tabs={[
        { key: '', label: m.views_all(), count: total ?? undefined, showsZero: true, search: {} },
        ...views.map(({ id, name, query }, index) => ({
          key: id,
          label: name,
          count: (counts[index]?.data as { readonly total: number | null } | undefined)?.total ?? undefined,
          showsZero: true,
          search: valuesOf(query),
        })),
      ]}
      end={<SavedViews screen={screen} state={state} inTabs />}
    />
  )
}
