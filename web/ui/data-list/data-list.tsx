import { Button, Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { ItemOf } from '#api/list'
import * as m from '#messages/common'
import { isProblem, problemMessage } from '../../platform/problem.ts'
import { EmptyState } from '../empty-state.tsx'
import { lazyPart } from '../lazy-part.tsx'
import { ColumnsChoice } from './columns/columns-choice.tsx'
import { useColumns } from './columns/use-columns.ts'
import { DataCards } from './data-cards.tsx'
import classes from './data-list.module.css'
import type { DataFilter, DataListProps } from './data-list-types.ts'
import { DataTable } from './data-table.tsx'
import { ExportMenu } from './export-menu.tsx'
import { ListBar } from './filters/list-bar.tsx'
import { NoMatch } from './filters/no-match.tsx'
import { useListKeys } from './keys/use-list-keys.ts'
import { ListPager } from './list-pager.tsx'
import type { AnyList } from './list-search.ts'
import { RunsMenu } from './selection/runs-menu.tsx'
import { SelectionBar } from './selection/selection-bar.tsx'
import { useSelection } from './selection/use-selection.ts'
import { useListState } from './use-list-state.ts'
import { SavedViews } from './views/saved-views.tsx'
import { ViewTabs } from './views/view-tabs.tsx'

const BulkDrawer = lazyPart(() => import('./selection/bulk-drawer.tsx'), 'BulkDrawer')

/**
 * THE list, of an endpoint declared with `listEndpoint`: filters, sort and page live in the address (`listSearch` on the route), the query reads
 * them from there. A table on wide screens, cards below 768 px; rows are picked where something may be done to many.
 */
export const DataList = <E extends AnyList>(props: DataListProps<E>) => {
  type Row = ItemOf<E>
  const { endpoint, params, asked, query, empty, rowKey, acts = [], rowKeys } = props
  const filters: readonly DataFilter[] = props.filters ?? []
  const { screen } = endpoint.list
  const state = useListState()
  const isNarrow = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const columns = useColumns<Row>(screen, props.columns)
  const isFiltered = filters.some((filter) => state.values[filter.kind === 'search' ? 'q' : filter.key])
  const clear = () => state.change(Object.fromEntries(filters.map((filter) => [filter.kind === 'search' ? 'q' : filter.key, undefined])))
  const page = query.data
  const rows: readonly Row[] = page?.items ?? []
  // All rows on one page are counted by looking at them.
  const known = page ? (page.total ?? (page.next || page.previous ? null : rows.length)) : null
  const { cursor: _, ...filtered } = asked as Readonly<Record<string, unknown>>
  const selection = useSelection<Row>(rows, rowKey, JSON.stringify(filtered))
  const isPicking = selection.isAll || selection.rows.size > 0
  const [opened, open] = useState<string | null>(null)
  const area = useRef<HTMLDivElement>(null)
  const rowOf = (key: string) => rows.find((row) => rowKey(row) === key)
  useListKeys({
    area,
    onPick:
      acts.length === 0
        ? undefined
        : (key) => {
            const row = rowOf(key)
            if (row) selection.toggle(row, false)
          },
    onClear: isPicking ? selection.clear : undefined,
    own: Object.fromEntries(
      Object.entries(rowKeys ?? {}).map(([key, act]) => [
        key,
        (name: string) => {
          const row = rowOf(name)
          if (row) act(row)
        },
      ]),
    ),
  })
  const labelOf = (name: string) => acts.find((act) => act.endpoint.bulk.name === name)?.label ?? name

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
            <div key={key}>
              <Skeleton height={13} width="55%" />
              <Skeleton height={11} width="35%" />
              <Skeleton height={13} />
              <Skeleton height={13} />
              <Skeleton height={13} />
            </div>
          ))}
        </div>
      )
    if (rows.length === 0) return isFiltered ? <NoMatch filters={filters} state={state} onClear={clear} /> : <EmptyState {...empty} />
    const View = isNarrow ? DataCards : DataTable
    return (
      <View<Row>
        {...props}
        columns={columns.shown}
        rows={rows}
        state={state}
        widths={columns}
        selection={acts.length > 0 ? selection : undefined}
      />
    )
  }

  return (
    <div ref={area} className={classes.frame}>
      {props.hasTabs ? null : (
        <ViewTabs endpoint={endpoint} params={params} state={state} total={isFiltered ? null : known} isReady={page !== undefined} />
      )}
      <ListBar
        filters={filters}
        state={state}
        onClear={clear}
        total={known === null ? null : m.list_results({ count: known })}
        tools={
          <>
            {props.tools}
            {acts.length > 0 ? <RunsMenu screen={screen} labelOf={labelOf} onOpen={open} /> : null}
            <ExportMenu endpoint={endpoint} params={params} asked={asked} />
            {props.hasTabs ? <SavedViews screen={screen} state={state} /> : null}
            {isNarrow || !columns.ordered.some(columns.isOptional) ? null : <ColumnsChoice columns={columns} />}
          </>
        }
      />
      <div className={classes.list}>
        <div className={classes.body} data-stale={query.isPlaceholderData || undefined} aria-busy={query.isPlaceholderData}>
          {body()}
        </div>
        {page && (page.next || page.previous) ? <ListPager page={page} onGo={state.goTo} /> : null}
      </div>
      {isPicking ? (
        <SelectionBar
          acts={acts}
          selection={selection}
          total={page?.total ?? null}
          params={params}
          asked={asked}
          rowKey={rowKey}
          rowLabel={props.rowLabel}
          onStarted={open}
        />
      ) : null}
      {opened ? <BulkDrawer run={opened} labelOf={labelOf} onProgress={() => void query.refetch()} onClose={() => open(null)} /> : null}
    </div>
  )
}
