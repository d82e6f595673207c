import { Button, CloseButton, Popover } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import * as m from '#messages/common'
import { lazyPart } from '../../lazy-part.tsx'
import { ActionsMenu } from '../../menu/actions-menu.tsx'
import type { FoldedFilter } from '../data-list-types.ts'
import type { ListState } from '../use-list-state.ts'
import { shownValue } from './filter-text.ts'
import classes from './filters.module.css'

const FilterEditor = lazyPart(() => import('./filter-editor.tsx'), 'FilterEditor')

interface FilterChipProps {
  readonly filter: FoldedFilter
  readonly state: ListState
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}

/** « Client final : Ma Société × »: pressed, it is edited in place. */
const FilterChip = ({ filter, state, isOpen, onOpen }: FilterChipProps) => {
  const value = state.values[filter.key]
  const text = value ? shownValue(filter, value) : ''
  return (
    <Popover opened={isOpen} onChange={onOpen} position="bottom-start" shadow="md" width={280} trapFocus returnFocus closeOnEscape={false}>
      <span className={classes.chip} data-empty={!value || undefined}>
        <Popover.Target>
          <button type="button" className={classes.chipText} onClick={() => onOpen(!isOpen)}>
            {m.list_filter_is({ label: filter.label })} <strong>{text || '…'}</strong>
          </button>
        </Popover.Target>
        <CloseButton
          size={22}
          radius="xl"
          iconSize={13}
          onClick={() => {
            onOpen(false)
            state.change({ [filter.key]: undefined })
          }}
          aria-label={m.list_remove_filter({ label: `${m.list_filter_is({ label: filter.label })} ${text}`.trim() })}
        />
      </span>
      {/* A calendar within takes its own Escape; Mantine's would see it first. */}
      <Popover.Dropdown aria-label={filter.label} onKeyDown={({ key }) => (key === 'Escape' ? onOpen(false) : undefined)}>
        <FilterEditor filter={filter} state={state} onDone={() => onOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

interface FilterChipsProps {
  readonly filters: readonly FoldedFilter[]
  readonly state: ListState
}

/** The filters that hold, each a chip, and « + Filtre » for the others. */
export const FilterChips = ({ filters, state }: FilterChipsProps) => {
  const [edited, edit] = useState<string | null>(null)
  const shown = filters.filter(({ key }) => state.values[key] || key === edited)
  const others = filters.filter(({ key }) => !state.values[key] && key !== edited)
  return (
    <>
      {shown.map((filter) => (
        <FilterChip
          key={filter.key}
          filter={filter}
          state={state}
          isOpen={edited === filter.key}
          onOpen={(isOpen) => edit(isOpen ? filter.key : null)}
        />
      ))}
      {others.length > 0 ? (
        <ActionsMenu
          position="bottom-start"
          actions={others.map(({ key, label }) => ({ key, label, onClick: () => edit(key) }))}
          button={
            <Button
              variant="default"
              size="xs"
              radius="xl"
              className={classes.add}
              leftSection={<IconPlus size={14} stroke={1.8} aria-hidden />}
            >
              {m.list_add_filter()}
            </Button>
          }
        />
      ) : null}
    </>
  )
}
