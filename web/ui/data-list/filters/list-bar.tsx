import { Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import * as m from '#messages/common'
import type { ChoiceFilter, DataFilter, FoldedFilter, SearchFilter } from '../data-list-types.ts'
import type { ListState } from '../use-list-state.ts'
import { FilterChips } from './filter-chips.tsx'
import classes from './filters.module.css'
import { Segments } from './segments.tsx'
import { useTyped } from './use-typed.ts'

const SearchField = ({ filter, state }: { readonly filter: SearchFilter; readonly state: ListState }) => {
  const [typed, type] = useTyped(state, 'q')
  return (
    <TextInput
      className={classes.search}
      aria-label={filter.label ?? m.action_search()}
      placeholder={filter.placeholder ?? m.list_search()}
      leftSection={<IconSearch size={16} aria-hidden />}
      type="search"
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}

const isSegments = (filter: DataFilter): filter is ChoiceFilter => filter.kind === 'segments'
const isFolded = (filter: DataFilter): filter is FoldedFilter => filter.kind !== 'search' && filter.kind !== 'segments'

interface ListBarProps {
  readonly filters: readonly DataFilter[]
  readonly state: ListState
  readonly onClear: () => void
  /** How many rows there are, where that is known. */
  readonly total: string | null
  readonly tools: ReactNode
}

/** What the list is searched and filtered by, how many rows that leaves, and its tools. */
export const ListBar = ({ filters, state, onClear, total, tools }: ListBarProps) => {
  const search = filters.find((filter) => filter.kind === 'search')
  const segments = filters.filter(isSegments)
  const folded = filters.filter(isFolded)
  const held = filters.filter((filter) => state.values[filter.kind === 'search' ? 'q' : filter.key])
  return (
    <div className={`${classes.bar} no-print`}>
      {search ? <SearchField filter={search} state={state} /> : null}
      {segments.map((filter) => (
        <Segments key={filter.key} filter={filter} state={state} />
      ))}
      {folded.length > 0 ? <FilterChips filters={folded} state={state} /> : null}
      {held.length > 1 ? (
        <Button size="compact-sm" variant="subtle" onClick={onClear}>
          {m.list_clear_filters()}
        </Button>
      ) : null}
      <div className={classes.tools}>
        <span role="status" className={classes.total}>
          {total}
        </span>
        {tools}
      </div>
    </div>
  )
}
