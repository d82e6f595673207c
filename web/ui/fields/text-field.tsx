import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { plainText } from '#api/rules/plain-text'
import { emptied, type FieldProps } from './field-props.ts'
import { useField } from './use-field.ts'

export interface TextFieldProps<V extends FieldValues> extends FieldProps<V> {
  readonly autoComplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'email' | 'tel' | 'url'
  readonly type?: 'text' | 'email' | 'tel' | 'url'
  readonly maxLength?: number
  readonly rightSection?: ReactNode
  /** Rewrites what was typed when the field is left: trims unless told otherwise. */
  readonly tidy?: (text: string) => string
}

export const TextField = <V extends FieldValues>(props: TextFieldProps<V>) => {
  const { value, set, shared } = useField(props)
  const tidy = props.tidy ?? ((text: string) => plainText(text).trim())
  return (
    <TextInput
      {...shared}
      type={props.type}
      inputMode={props.inputMode}
      autoComplete={props.autoComplete ?? 'off'}
      maxLength={props.maxLength}
      rightSection={props.rightSection}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => set(emptied(event.currentTarget.value, props.emptyAs))}
      onBlur={(event) => {
        const text = tidy(event.currentTarget.value)
        if (text !== event.currentTarget.value) set(emptied(text, props.emptyAs))
        shared.onBlur()
      }}
    />
  )
}
