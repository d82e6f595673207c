import { Button, Skeleton } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { IconAlertTriangle, IconFilterOff } from '@tabler/icons-react'
import * as m from '#messages/common'
import { isProblem, problemMessage } from '../../platform/problem.ts'
import { EmptyState } from '../empty-state.tsx'
import { DataCards } from './data-cards.tsx'
import classes from './data-list.module.css'
import type { DataFilter, DataListProps } from './data-list-types.ts'
import { DataTable } from './data-table.tsx'
import { ExportMenu } from './export-menu.tsx'
import { ListFilters } from './list-filters.tsx'
import { ListPager } from './list-pager.tsx'
import type { AnyList } from './list-search.ts'
import { useListState } from './use-list-state.ts'

/**
 * THE list: filters, sort and page live in the address (`listSearch` on the route), the query reads them from there. A table on wide
 * screens, cards below 768 px.
 */
export const DataList = <E extends AnyList>(props: DataListProps<E>) => {
  const { endpoint, params, asked, query, columns, empty } = props
  const filters: readonly DataFilter[] = props.filters ?? []
  const state = useListState()
  const isNarrow = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const [chosen, choose] = useLocalStorage<Readonly<Record<string, boolean>>>({
    key: `columns:${endpoint.list.screen}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  })
  const shown = columns.filter((column, index) => index === 0 || column.primary || column.fixed || (chosen[column.key] ?? !column.hidden))
  const isFiltered = filters.some((filter) => state.values[filter.kind === 'search' ? 'q' : filter.key])
  const clear = () => state.change(Object.fromEntries(filters.map((filter) => [filter.kind === 'search' ? 'q' : filter.key, undefined])))
  const page = query.data

  const body = () => {
    if (query.error && !page)
      return (
        <div role="alert">
          <EmptyState
            icon={<IconAlertTriangle size={22} stroke={1.6} />}
            title={m.list_error()}
            description={problemMessage(query.error)}
            action={
              // Asking again does not give a right.
              isProblem(query.error, 'forbidden') || isProblem(query.error, 'not_found') ? undefined : (
                <Button onClick={() => query.refetch()}>{m.action_retry()}</Button>
              )
            }
          />
        </div>
      )
    if (!page)
      return (
        <div role="status" aria-label={m.common_loading()} className={classes.skeleton}>
          {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => (
            <Skeleton key={key} height={18} />
          ))}
        </div>
      )
    if (page.items.length === 0)
      return isFiltered ? (
        <EmptyState
          icon={<IconFilterOff size={22} stroke={1.6} />}
          title={m.list_no_match()}
          description={m.list_no_match_hint()}
          action={
            <Button variant="default" onClick={clear}>
              {m.list_clear_filters()}
            </Button>
          }
        />
      ) : (
        <EmptyState {...empty} />
      )
    const View = isNarrow ? DataCards : DataTable
    return <View {...props} columns={shown} rows={page.items} state={state} />
  }

  return (
    <div className={classes.list}>
      <ListFilters
        filters={filters}
        state={state}
        isFiltered={isFiltered}
        onClear={clear}
        columns={columns}
        shown={shown}
        onChoose={choose}
        isNarrow={isNarrow}
        screen={endpoint.list.screen}
        tools={
          <>
            {props.tools}
            <ExportMenu endpoint={endpoint} params={params} asked={asked} />
          </>
        }
      />
      <div className={classes.body} data-stale={query.isPlaceholderData || undefined} aria-busy={query.isPlaceholderData}>
        {body()}
      </div>
      {page && page.items.length > 0 ? <ListPager page={page} onGo={state.goTo} /> : null}
    </div>
  )
}
