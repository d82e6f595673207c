import type { FieldValues } from 'react-hook-form'
import { TextField, type TextFieldProps } from './text-field.tsx'

export const EmailField = <V extends FieldValues>(props: TextFieldProps<V>) => <TextField type="email" inputMode="email" {...props} />
