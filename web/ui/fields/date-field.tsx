import { TextInput } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { emptied, type FieldProps } from './field-props.ts'
import { useField } from './use-field.ts'

/** A day, held as `yyyy-mm-dd`; the browser's own picker, which speaks the person's language and works on phones and by keyboard. */
export const DateField = <V extends FieldValues>(props: FieldProps<V> & { readonly min?: string; readonly max?: string }) => {
  const { value, set, shared } = useField(props)
  return (
    <TextInput
      {...shared}
      type="date"
      min={props.min}
      max={props.max}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => set(emptied(event.currentTarget.value, props.emptyAs))}
    />
  )
}
