import { ActionIcon, Button, Group } from '@mantine/core'
import { IconFilter, IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import * as m from '#messages/common'
import { formatDay } from '../../platform/format.ts'
import { ColumnsChoice } from './columns/columns-choice.tsx'
import type { Columns } from './columns/use-columns.ts'
import classes from './data-list.module.css'
import type { DataFilter } from './data-list-types.ts'
import { FilterField } from './filter-field.tsx'
import type { ListState } from './use-list-state.ts'
import { SavedViews } from './views/saved-views.tsx'

interface ListFiltersProps<Row> {
  readonly filters: readonly DataFilter[]
  readonly state: ListState
  readonly isFiltered: boolean
  readonly onClear: () => void
  readonly columns: Columns<Row>
  readonly isNarrow: boolean
  readonly screen: string
  readonly tools?: ReactNode
}

const textOf = (filter: DataFilter, value: string): string => {
  if (filter.kind === 'search') return `« ${value} »`
  const label = (one: string) => ('options' in filter ? filter.options.find((option) => option.value === one)?.label : undefined) ?? one
  const shown = filter.kind === 'date' ? formatDay(value) : filter.kind === 'multi' ? value.split(',').map(label).join(', ') : label(value)
  return `${filter.label} : ${shown}`
}

/** Filter controls, the filters that hold as chips, and the choice of columns. */
export const ListFilters = <Row,>({ filters, state, isFiltered, onClear, columns, isNarrow, screen, tools }: ListFiltersProps<Row>) => {
  const [isOpen, setOpen] = useState(false)
  // On a phone the rows come first: several filters wait behind a button. On wide screens those marked so do.
  const waits = (filter: DataFilter) => filter.kind !== 'search' && (isNarrow || filter.more === true)
  const folds = filters.filter(waits).length > (isNarrow ? 1 : 0)
  const offered = folds && !isOpen ? filters.filter((filter) => !waits(filter)) : filters
  return (
    <div className={`${classes.filters} no-print`}>
      <div className={classes.controls}>
        {offered.map((filter) => (
          <FilterField key={filter.kind === 'search' ? 'q' : filter.key} filter={filter} state={state} />
        ))}
        <Group gap="xs" ml="auto">
          {folds ? (
            <Button
              variant="default"
              leftSection={<IconFilter size={16} stroke={1.6} />}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {m.list_filters()}
            </Button>
          ) : null}
          {tools}
          <SavedViews screen={screen} state={state} />
          {isNarrow || !columns.ordered.some(columns.isOptional) ? null : <ColumnsChoice columns={columns} />}
        </Group>
      </div>
      {isFiltered ? (
        <Group gap={6}>
          {filters.map((filter) => {
            const key = filter.kind === 'search' ? 'q' : filter.key
            const value = state.values[key]
            if (!value) return null
            const text = textOf(filter, value)
            return (
              <span key={key} className={classes.chip}>
                {text}
                <ActionIcon
                  size={20}
                  radius="xl"
                  onClick={() => state.change({ [key]: undefined })}
                  aria-label={m.list_remove_filter({ label: text })}
                >
                  <IconX size={13} />
                </ActionIcon>
              </span>
            )
          })}
          <Button size="compact-sm" variant="subtle" onClick={onClear}>
            {m.list_clear_filters()}
          </Button>
        </Group>
      ) : null}
    </div>
  )
}
