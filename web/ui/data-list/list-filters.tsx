import { ActionIcon, Button, Group, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconColumns3, IconFilter, IconSearch, IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import * as m from '#messages/common'
import { formatDay } from '../../platform/format.ts'
import { MultiSelect, Select } from '../choice/choices.tsx'
import { lazyMenu } from '../menu/lazy-menu.tsx'
import type { ColumnsChoiceProps } from './columns-choice.tsx'
import classes from './data-list.module.css'
import type { DataColumn, DataFilter } from './data-list-types.ts'
import type { ListState } from './use-list-state.ts'

const ColumnsMenu = lazyMenu<ColumnsChoiceProps>(async () => (await import('./columns-choice.tsx')).ColumnsChoice, 'dialog')

interface ListFiltersProps<Row> {
  readonly filters: readonly DataFilter[]
  readonly state: ListState
  readonly isFiltered: boolean
  readonly onClear: () => void
  readonly columns: readonly DataColumn<Row>[]
  readonly shown: readonly DataColumn<Row>[]
  readonly onChoose: (chosen: Readonly<Record<string, boolean>>) => void
  readonly isNarrow: boolean
  readonly tools?: ReactNode
}

const SearchFilter = ({ filter, state }: { readonly filter: Extract<DataFilter, { kind: 'search' }>; readonly state: ListState }) => {
  const { q = '' } = state.values
  const [typed, setTyped] = useState(q)
  const apply = useDebouncedCallback((text: string) => state.change({ q: text.trim() || undefined }), 250)
  // The address is the truth: back, or « Effacer les filtres », shows in the field.
  useEffect(() => setTyped((now) => (now.trim() === q ? now : q)), [q])
  return (
    <TextInput
      className={classes.search}
      label={filter.label ?? m.action_search()}
      placeholder={filter.placeholder ?? m.list_search()}
      leftSection={<IconSearch size={16} aria-hidden />}
      type="search"
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        apply(event.currentTarget.value)
      }}
    />
  )
}

const Filter = ({ filter, state }: { readonly filter: DataFilter; readonly state: ListState }) => {
  if (filter.kind === 'search') return <SearchFilter filter={filter} state={state} />
  const value = state.values[filter.key]
  const set = (next: string | null) => state.change({ [filter.key]: next || undefined })
  if (filter.kind === 'date')
    return <TextInput type="date" label={filter.label} value={value ?? ''} onChange={(event) => set(event.currentTarget.value)} />
  if (filter.kind === 'multi')
    return (
      <MultiSelect
        label={filter.label}
        data={[...filter.options]}
        value={value?.split(',') ?? []}
        onChange={(all) => set(all.join(','))}
        placeholder={value ? undefined : m.common_all()}
        clearable
        maw={320}
      />
    )
  return (
    <Select
      label={filter.label}
      data={[...filter.options]}
      value={value ?? null}
      onChange={set}
      placeholder={m.common_all()}
      clearable
      searchable={filter.options.length > 10}
    />
  )
}

const textOf = (filter: DataFilter, value: string): string =>
  filter.kind === 'search'
    ? `« ${value} »`
    : `${filter.label} : ${
        filter.kind === 'date'
          ? formatDay(value)
          : value
              .split(',')
              .map((one) => filter.options.find((option) => option.value === one)?.label ?? one)
              .join(', ')
      }`

/** Filter controls, the filters that hold as chips, and the choice of columns. */
export const ListFilters = <Row,>({
  filters,
  state,
  isFiltered,
  onClear,
  columns,
  shown,
  onChoose,
  isNarrow,
  tools,
}: ListFiltersProps<Row>) => {
  const [isOpen, setOpen] = useState(false)
  // On a phone the rows come first: several filters wait behind a button.
  const folds = isNarrow && filters.filter((filter) => filter.kind !== 'search').length > 1
  const offered = folds && !isOpen ? filters.filter((filter) => filter.kind === 'search') : filters
  const optional = columns.filter((column, index) => index > 0 && !column.fixed)
  const toggle = (key: string) =>
    onChoose(Object.fromEntries(optional.map((column) => [column.key, shown.includes(column) !== (column.key === key)])))
  return (
    <div className={`${classes.filters} no-print`}>
      <div className={classes.controls}>
        {offered.map((filter) => (
          <Filter key={filter.kind === 'search' ? 'q' : filter.key} filter={filter} state={state} />
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
          {isNarrow || optional.length === 0 ? null : (
            <ColumnsMenu
              columns={optional.map((column) => ({ key: column.key, header: column.header, isShown: shown.includes(column) }))}
              onToggle={toggle}
              onReset={() => onChoose({})}
              button={
                <Button variant="default" leftSection={<IconColumns3 size={16} stroke={1.6} />}>
                  {m.list_columns()}
                </Button>
              }
            />
          )}
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
