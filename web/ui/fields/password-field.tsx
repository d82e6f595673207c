import { PasswordInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import * as m from '#messages/common'
import type { FieldProps } from './field-props.ts'
import { useField } from './use-field.ts'

export interface PasswordFieldProps<V extends FieldValues> extends FieldProps<V> {
  readonly autoComplete: 'current-password' | 'new-password'
  /** Under the field, from what is typed so far: the rules that tick live. */
  readonly rules?: (password: string) => ReactNode
}

export const PasswordField = <V extends FieldValues>(props: PasswordFieldProps<V>) => {
  const { value, set, shared } = useField(props)
  const text = typeof value === 'string' ? value : ''
  return (
    <div>
      <PasswordInput
        {...shared}
        autoComplete={props.autoComplete}
        visibilityToggleButtonProps={{ 'aria-label': m.common_show_password(), tabIndex: 0 }}
        value={text}
        onChange={(event) => set(event.currentTarget.value)}
      />
      {props.rules?.(text)}
    </div>
  )
}
