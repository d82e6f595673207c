import { Select } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { emptied, type FieldProps } from './field-props.ts'
import { useField } from './use-field.ts'

export interface SelectOption {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean
}

export interface SelectFieldProps<V extends FieldValues> extends FieldProps<V> {
  readonly options: readonly SelectOption[]
  /** With a field to filter the options; on its own beyond ten. */
  readonly searchable?: boolean
  readonly clearable?: boolean
}

export const SelectField = <V extends FieldValues>(props: SelectFieldProps<V>) => {
  const { value, set, shared } = useField(props)
  return (
    <Select
      {...shared}
      data={[...props.options]}
      searchable={props.searchable ?? props.options.length > 10}
      clearable={props.clearable ?? false}
      allowDeselect={false}
      value={typeof value === 'string' && value !== '' ? value : null}
      onChange={(next) => set(emptied(next ?? '', props.emptyAs))}
    />
  )
}
