import { MultiSelect, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { isCivilDate } from '#api/rules/civil-date'
import * as m from '#messages/common'
import { DayInput } from '../date-field/day-input.tsx'
import classes from './data-list.module.css'
import type { ChoiceFilter, DataFilter, SearchFilter, TypedFilter } from './data-list-types.ts'
import { ownTexts } from './own-texts.ts'
import type { ListState } from './use-list-state.ts'

/** What is typed in a field, applied to the address a moment later. */
const useTyped = (state: ListState, key: string) => {
  const held = state.values[key] ?? ''
  const [typed, setTyped] = useState(held)
  const sent = useRef(ownTexts(held)).current
  const apply = useDebouncedCallback((text: string) => {
    sent.send(text.trim())
    state.change({ [key]: text.trim() || undefined })
  }, 250)
  // The address is the truth: back, or « Effacer les filtres », shows in the field. What was typed here comes back late, when more was typed.
  useEffect(() => {
    if (sent.isForeign(held)) setTyped(held)
  }, [held, sent])
  return [
    typed,
    (text: string) => {
      setTyped(text)
      apply(text)
    },
  ] as const
}

interface FilterProps<F extends DataFilter> {
  readonly filter: F
  readonly state: ListState
}

const SearchField = ({ filter, state }: FilterProps<SearchFilter>) => {
  const [typed, type] = useTyped(state, 'q')
  return (
    <TextInput
      className={classes.search}
      label={filter.label ?? m.action_search()}
      placeholder={filter.placeholder ?? m.list_search()}
      leftSection={<IconSearch size={16} aria-hidden />}
      type="search"
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}

const TextField = ({ filter, state }: FilterProps<TypedFilter>) => {
  const [typed, type] = useTyped(state, filter.key)
  return (
    <TextInput
      label={filter.label}
      placeholder={filter.placeholder}
      maxLength={80}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}

const allOf = (filter: ChoiceFilter): string => (filter.feminine ? m.common_all_feminine() : m.common_all())

/** One of few, side by side: real radio buttons, so that the arrow keys move between them. */
const Segments = ({ filter, state }: FilterProps<ChoiceFilter>) => {
  const name = useId()
  const value = state.values[filter.key] ?? ''
  return (
    <fieldset className={classes.segments}>
      <legend className="visually-hidden">{filter.label}</legend>
      {[{ value: '', label: allOf(filter) }, ...filter.options].map((option) => (
        <label key={option.value} className={classes.segment}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={value === option.value}
            onChange={() => state.change({ [filter.key]: option.value || undefined })}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}

const Choice = ({ filter, state }: FilterProps<ChoiceFilter>) => {
  const value = state.values[filter.key]
  const set = (next: string | null) => state.change({ [filter.key]: next || undefined })
  if (filter.kind === 'segments') return <Segments filter={filter} state={state} />
  if (filter.kind === 'multi')
    return (
      <MultiSelect
        label={filter.label}
        data={[...filter.options]}
        value={value?.split(',') ?? []}
        onChange={(all) => set(all.join(','))}
        placeholder={value ? undefined : allOf(filter)}
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
      placeholder={allOf(filter)}
      clearable
      searchable={filter.options.length > 10}
    />
  )
}

/** A control of the list's filters. */
export const FilterField = ({ filter, state }: FilterProps<DataFilter>) => {
  if (filter.kind === 'search') return <SearchField filter={filter} state={state} />
  if ('options' in filter) return <Choice filter={filter} state={state} />
  if (filter.kind === 'text') return <TextField filter={filter} state={state} />
  return (
    <DayInput
      className={classes.day}
      label={filter.label}
      value={state.values[filter.key] ?? ''}
      onChange={(text) => {
        if (text === '' || isCivilDate(text)) state.change({ [filter.key]: text || undefined })
      }}
    />
  )
}
