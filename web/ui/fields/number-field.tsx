import { TextInput } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { emptied, type FieldProps } from './field-props.ts'
import { useField } from './use-field.ts'

/** A whole number; what is no number stays as typed, for the schema to refuse. */
export const NumberField = <V extends FieldValues>(props: FieldProps<V> & { readonly unit?: string }) => {
  const { value, set, shared } = useField(props)
  const keep = (text: string) => {
    const digits = text.replaceAll(/\s/g, '')
    set(/^-?\d{1,9}$/.test(digits) ? Number(digits) : emptied(text, props.emptyAs))
  }
  return (
    <TextInput
      {...shared}
      inputMode="numeric"
      autoComplete="off"
      value={typeof value === 'number' || typeof value === 'string' ? String(value) : ''}
      onChange={(event) => keep(event.currentTarget.value)}
      rightSection={props.unit ? <span style={{ fontSize: 13, paddingInlineEnd: 12 }}>{props.unit}</span> : undefined}
      rightSectionWidth={props.unit ? 90 : undefined}
    />
  )
}
