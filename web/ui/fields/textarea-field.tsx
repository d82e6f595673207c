import { Textarea } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { emptied, type FieldProps } from './field-props.ts'
import { useField } from './use-field.ts'

export const TextareaField = <V extends FieldValues>(props: FieldProps<V> & { readonly maxLength?: number; readonly minRows?: number }) => {
  const { value, set, shared } = useField(props)
  return (
    <Textarea
      {...shared}
      autosize
      minRows={props.minRows ?? 3}
      maxRows={14}
      maxLength={props.maxLength}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => set(emptied(event.currentTarget.value, props.emptyAs))}
    />
  )
}
