import { type FieldValues, useController } from 'react-hook-form'
import { afterPress } from '../../platform/form/after-press.ts'
import type { FieldProps } from './field-props.ts'

/** Binds a field to its form; the props are those of a Mantine input, without its onChange, whose value differs by input. */
export const useField = <V extends FieldValues>(props: FieldProps<V>) => {
  const { field, fieldState } = useController({ control: props.form.control, name: props.name })
  const value: unknown = field.value
  const shared = {
    name: field.name,
    ref: field.ref,
    onBlur: () => afterPress(field.onBlur),
    label: props.label,
    description: props.description,
    placeholder: props.placeholder,
    withAsterisk: props.required,
    'aria-required': props.required,
    disabled: props.disabled,
    readOnly: props.readOnly,
    autoFocus: props.autoFocus,
    // Windows put the focus on their first field unless one says otherwise.
    'data-autofocus': props.autoFocus || undefined,
    error: fieldState.error?.message,
  }
  return { value, set: (next: unknown) => field.onChange(next), shared }
}
