import type { FieldValues } from 'react-hook-form'
import { normalisePhone } from '#api/companies/rules/contact/phone-number'
import { plainText } from '#api/rules/plain-text'
import { typedPhone } from '../../platform/format.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'

/**
 * A number is grouped as it is read once the field is left; the schema makes it E.164. Anything that is no number stays as typed, for the
 * schema to refuse with its own message.
 */
const grouped = (text: string): string => {
  const number = normalisePhone(text)
  return number ? typedPhone(number) : plainText(text)
}

export const PhoneField = <V extends FieldValues>(props: TextFieldProps<V>) => (
  <TextField type="tel" inputMode="tel" placeholder="01 23 45 67 89" tidy={grouped} {...props} />
)
