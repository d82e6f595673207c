import type { FieldValues } from 'react-hook-form'
import { AmountInput, type AmountInputProps } from './amount-input.tsx'
import type { FieldProps } from './field-props.ts'
import { useField } from './use-field.ts'

/** `AmountInput` bound to a form. */
export const AmountField = <V extends FieldValues>(props: FieldProps<V> & Pick<AmountInputProps, 'scale' | 'suffix'>) => {
  const { value, set, shared } = useField(props)
  return (
    <AmountInput
      value={value}
      onChange={(next) => set(next ?? (props.emptyAs === 'undefined' ? undefined : null))}
      onBlur={shared.onBlur}
      label={props.label}
      description={props.description}
      error={shared.error}
      required={props.required}
      disabled={props.disabled}
      {...(props.scale ? { scale: props.scale } : {})}
      {...(props.suffix ? { suffix: props.suffix } : {})}
    />
  )
}
