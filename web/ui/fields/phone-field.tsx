import type { FieldValues } from 'react-hook-form'
import { TextField, type TextFieldProps } from './text-field.tsx'

/**
 * A French number as people write it becomes E.164; an international one keeps its country. Anything else stays as typed, for the schema to
 * refuse with its own message.
 */
const toE164 = (text: string): string => {
  const bare = text.replace(/[\s.()-]/g, '').replace(/^00/, '+')
  return /^0[1-9]\d{8}$/.test(bare) ? `+33${bare.slice(1)}` : /^\+\d{6,15}$/.test(bare) ? bare : text.trim()
}

export const PhoneField = <V extends FieldValues>(props: TextFieldProps<V>) => (
  <TextField type="tel" inputMode="tel" placeholder="01 23 45 67 89" tidy={toE164} {...props} />
)
