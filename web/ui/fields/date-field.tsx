import type { FieldValues } from 'react-hook-form'
import type { DayBounds } from '../date-field/day-bounds.ts'
import { DayInput } from '../date-field/day-input.tsx'
import { emptied, type FieldProps } from './field-props.ts'
import { useField } from './use-field.ts'

/** `DayInput` bound to a form: a day is held as `yyyy-mm-dd`, what is no day as typed, for the schema to refuse. */
export const DateField = <V extends FieldValues>(props: FieldProps<V> & DayBounds) => {
  const { value, set, shared } = useField(props)
  return (
    <DayInput
      {...shared}
      min={props.min}
      max={props.max}
      excluded={props.excluded}
      value={typeof value === 'string' ? value : ''}
      onChange={(text) => set(emptied(text, props.emptyAs))}
    />
  )
}
