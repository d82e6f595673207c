import type { FieldValues } from 'react-hook-form'
import { formatPhone } from '../../platform/format.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'

/**
 * A number is grouped as it is read once the field is left; the schema makes it E.164. Anything that is no number stays as typed, for the
 * schema to refuse with its own message.
 */
const grouped = (text: string): string => {
  const bare = text.replace(/[\s.()-]/g, '').replace(/^00/, '+')
  return /^(0[1-9]\d{8}|\+\d{6,15})$/.test(bare) ? formatPhone(bare).replace(/\u00a0/g, ' ') : text.trim()
}

export const PhoneField = <V extends FieldValues>(props: TextFieldProps<V>) => (
  <TextField type="tel" inputMode="tel" placeholder="01 23 45 67 89" tidy={grouped} {...props} />
)
