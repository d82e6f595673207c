import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'

export interface AmountInputProps {
  /** As the contract holds it: cents, hundredths of a percent, or the number itself; a text that is no number stays as typed. */
  readonly value: unknown
  readonly onChange: (value: number | string | null) => void
  readonly onBlur?: () => void
  /** How many of the contract's units make one of what is typed: 100 for euros and percents. */
  readonly scale?: 1 | 100
  readonly suffix?: string
  readonly label?: ReactNode
  readonly ariaLabel?: string
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
}

const read = (text: string, scale: number): number | string | null => {
  const bare = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  if (bare === '') return null
  const fits = scale === 100 ? /^-?\d{1,10}(\.\d{0,2})?$/ : /^-?\d{1,10}(\.\d{0,6})?$/
  return fits.test(bare) ? (scale === 100 ? Math.round(Number(bare) * 100) : Number(bare)) : text
}

const written = (value: unknown, scale: number): string => {
  if (typeof value !== 'number') return typeof value === 'string' ? value : ''
  const units = scale === 100 && value % 100 !== 0 ? (value / 100).toFixed(2) : String(value / scale)
  return units.replace('.', ',')
}

/** A number typed with a comma: an amount in euros, a percentage, a bound. What is typed stays until the value changes elsewhere. */
export const AmountInput = ({ value, onChange, onBlur, scale = 1, suffix, ariaLabel, ...rest }: AmountInputProps) => {
  const [text, setText] = useState(() => written(value, scale))
  const shown = read(text, scale) === (value ?? null) ? text : written(value, scale)
  return (
    <TextInput
      {...rest}
      aria-label={ariaLabel}
      withAsterisk={rest.required ?? false}
      required={false}
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onChange(read(event.currentTarget.value, scale))
      }}
      onBlur={() => {
        setText(written(value, scale))
        onBlur?.()
      }}
      rightSection={suffix ? <span style={{ fontSize: 13 }}>{suffix}</span> : undefined}
      rightSectionWidth={suffix ? Math.max(34, suffix.length * 9 + 16) : undefined}
    />
  )
}
