import { InputBase } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import type { Ref } from 'react'

/** What the person did with the stand-in, for the list that takes its place. */
export interface Held {
  focused: boolean
  pressed: boolean
}

/** What both the stand-in and the list show. */
export interface ChoiceFrame {
  readonly name?: string | undefined
  readonly ref?: Ref<HTMLInputElement>
  readonly label?: React.ReactNode
  readonly description?: React.ReactNode
  readonly placeholder?: string | undefined
  readonly withAsterisk?: boolean | undefined
  readonly error?: React.ReactNode
  readonly disabled?: boolean | undefined
  readonly size?: string | undefined
  readonly className?: string | undefined
  readonly maw?: number | string
  readonly w?: number | string
  readonly mt?: number | string
  readonly 'aria-label'?: string | undefined
  readonly 'aria-required'?: boolean | undefined
  readonly 'data-autofocus'?: boolean | undefined
}

interface StandInProps {
  readonly frame: ChoiceFrame
  readonly text: string
  readonly held: Held
  readonly withSelector: boolean
}

/** Takes the place of a list of choices, at the same size, while its code is loaded. */
export const StandIn = ({ frame, text, held, withSelector }: StandInProps) => (
  <InputBase
    {...frame}
    pointer
    readOnly
    value={text}
    onFocus={() => {
      held.focused = true
    }}
    onBlur={() => {
      held.focused = false
    }}
    onMouseDown={() => {
      held.pressed = true
    }}
    rightSection={withSelector ? <IconSelector size={16} stroke={1.6} aria-hidden /> : undefined}
    rightSectionPointerEvents="none"
  />
)

/** The frame among all that a list is told. */
export const frameOf = (props: ChoiceFrame): ChoiceFrame => {
  const { name, ref, label, description, placeholder, withAsterisk, error, disabled, size, className, maw, w, mt } = props
  const shown = { name, ref, label, description, placeholder, withAsterisk, error, disabled, size, className, maw, w, mt }
  const told = {
    'aria-label': props['aria-label'],
    'aria-required': props['aria-required'],
    'data-autofocus': props['data-autofocus'],
  }
  return Object.fromEntries(Object.entries({ ...shown, ...told }).filter(([, value]) => value !== undefined))
}
