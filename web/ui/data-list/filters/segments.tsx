import { useId } from 'react'
import * as m from '#messages/common'
import type { ChoiceFilter } from '../data-list-types.ts'
import type { ListState } from '../use-list-state.ts'
import classes from './filters.module.css'

/** One of few, side by side: real radio buttons, so that the arrow keys move between them. */
export const Segments = ({ filter, state }: { readonly filter: ChoiceFilter; readonly state: ListState }) => {
  const name = useId()
  const value = state.values[filter.key] ?? ''
  return (
    <fieldset className={classes.segments}>
      <legend className="visually-hidden">{filter.label}</legend>
      {[{ value: '', label: filter.feminine ? m.common_all_feminine() : m.common_all() }, ...filter.options].map((option) => (
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
