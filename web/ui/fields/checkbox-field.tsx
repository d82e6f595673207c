import { Checkbox } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import type { FieldProps } from './field-props.ts'
import { useField } from './use-field.ts'

export const CheckboxField = <V extends FieldValues>(props: Omit<FieldProps<V>, 'placeholder' | 'emptyAs'>) => {
  const { value, set, shared } = useField(props)
  const { placeholder: _placeholder, withAsterisk: _asterisk, readOnly: _readOnly, ...rest } = shared
  return <Checkbox {...rest} checked={value === true} onChange={(event) => set(event.currentTarget.checked)} />
}
