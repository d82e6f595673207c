import { Checkbox, Radio, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { isCivilDate } from '#api/rules/civil-date'
import * as m from '#messages/common'
import { DayInput } from '../../date-field/day-input.tsx'
import type { ChoiceFilter, FoldedFilter, TypedFilter } from '../data-list-types.ts'
import type { ListState } from '../use-list-state.ts'
import classes from './filters.module.css'
import { useTyped } from './use-typed.ts'

interface EditorProps<F extends FoldedFilter> {
  readonly filter: F
  readonly state: ListState
  /** The filter is what it should be: Enter, or a choice made by pressing it. */
  readonly onDone: () => void
}

/** Enter in a field ends it; on a button it presses it. */
const onEnter = (done: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
  event.preventDefault()
  done()
}

const TextEditor = ({ filter, state, onDone }: EditorProps<TypedFilter>) => {
  const [typed, type] = useTyped(state, filter.key)
  return (
    <TextInput
      data-autofocus
      label={filter.label}
      placeholder={filter.placeholder}
      maxLength={80}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={onEnter(onDone)}
    />
  )
}

/** Above so many options, one types to find one. */
const readAtOnce = 10

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase()

const ChoiceEditor = ({ filter, state, onDone }: EditorProps<ChoiceFilter>) => {
  const [sought, seek] = useState('')
  const held = state.values[filter.key] ?? ''
  const all = filter.kind === 'multi' ? held.split(',').filter(Boolean) : [held]
  const options = filter.options.filter(({ label }) => plain(label).includes(plain(sought)))
  const set = (value: string) => state.change({ [filter.key]: value || undefined })
  const many = filter.options.length > readAtOnce
  const first = (index: number) => (index === 0 && !many ? { 'data-autofocus': true } : {})
  return (
    <fieldset className={classes.options} onKeyDown={onEnter(onDone)}>
      <legend>{filter.label}</legend>
      {many ? (
        <TextInput
          data-autofocus
          type="search"
          size="xs"
          aria-label={m.list_find_choice({ label: filter.label })}
          placeholder={m.action_search()}
          value={sought}
          onChange={(event) => seek(event.currentTarget.value)}
        />
      ) : null}
      <div className={classes.choices}>
        {options.map(({ value, label }, index) =>
          filter.kind === 'multi' ? (
            <Checkbox
              key={value}
              {...first(index)}
              label={label}
              checked={all.includes(value)}
              onChange={(event) => set((event.currentTarget.checked ? [...all, value] : all.filter((one) => one !== value)).join(','))}
            />
          ) : (
            <Radio
              key={value}
              {...first(index)}
              name={filter.key}
              label={label}
              checked={all.includes(value)}
              onChange={() => set(value)}
              // The arrows go through the choices; a press is the answer.
              onClick={(event) => (event.detail > 0 ? onDone() : undefined)}
            />
          ),
        )}
        {options.length === 0 ? <p className={classes.none}>{m.list_no_choice()}</p> : null}
      </div>
    </fieldset>
  )
}

/** What a filter holds, edited in its chip's pop-up; applied as it changes. */
export const FilterEditor = ({ filter, state, onDone }: EditorProps<FoldedFilter>) => {
  if ('options' in filter) return <ChoiceEditor filter={filter} state={state} onDone={onDone} />
  if (filter.kind === 'text') return <TextEditor filter={filter} state={state} onDone={onDone} />
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field's own Enter, which goes up from it
    <div onKeyDown={onEnter(onDone)}>
      <DayInput
        data-autofocus
        isNested
        label={filter.label}
        value={state.values[filter.key] ?? ''}
        onChange={(text) => {
          if (text === '' || isCivilDate(text)) state.change({ [filter.key]: text || undefined })
        }}
      />
    </div>
  )
}
