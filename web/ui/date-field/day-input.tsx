import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { type ReactNode, type Ref, useId, useState } from 'react'
import { isCivilDate } from '#api/rules/civil-date'
import { readDay } from '#api/rules/typed-day'
import * as m from '#messages/dates'
import { afterPress } from '../../platform/form/after-press.ts'
import { formatDay } from '../../platform/format.ts'
import { lazyPart } from '../lazy-part.tsx'
import { type DayBounds, isWithin, mayChoose } from './day-bounds.ts'
import { keepsEscape } from './keeps-escape.ts'

const DayCalendar = lazyPart(() => import('./day-calendar.tsx'), 'DayCalendar')

export interface DayInputProps extends DayBounds {
  /** A day `yyyy-mm-dd`, '' for none, or what was typed when it is no day. */
  readonly value: string
  /** Gets a day `yyyy-mm-dd`, '' for none, or what is typed as long as it is no day (see `isCivilDate`): nothing that was typed is lost. */
  readonly onChange: (value: string) => void
  readonly label: ReactNode
  readonly description?: ReactNode
  /** What the caller has against the day; what is wrong with the text itself is told here. */
  readonly error?: ReactNode
  readonly placeholder?: string | undefined
  readonly name?: string
  readonly ref?: Ref<HTMLInputElement>
  readonly onBlur?: () => void
  readonly withAsterisk?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly readOnly?: boolean | undefined
  readonly autoFocus?: boolean | undefined
  readonly className?: string | undefined
  readonly maw?: number
  /** In a pop-up that closes when one presses outside: its calendar is drawn within. */
  readonly isNested?: boolean
  readonly 'aria-required'?: boolean | undefined
  readonly 'data-autofocus'?: boolean | undefined
}

const written = (value: string): string => (isCivilDate(value) ? formatDay(value) : value)

/** What is on screen, what it was said to be, and what it replaces. */
interface Typed {
  readonly text: string
  readonly value: string
  readonly before: string
}

/** The text of the field: what was typed, until the value changes elsewhere. */
const useTyped = (value: string, onChange: (value: string) => void) => {
  const [typed, setTyped] = useState<Typed>({ text: written(value), value, before: value })
  let shown = typed
  if (value === typed.value ? typed.before !== value : value !== typed.before) {
    shown = value === typed.value ? { ...typed, before: value } : { text: written(value), value, before: value }
    setTyped(shown)
  }
  const type = (text: string, isDone: boolean) => {
    const read = readDay(text, isDone)
    const next = read.kind === 'day' ? read.day : read.kind === 'empty' ? '' : text
    setTyped({ text: isDone ? written(next) : text, value: next, before: value })
    if (next !== shown.value) onChange(next)
  }
  return [shown.text, type] as const
}

const faultOf = (text: string, isTyping: boolean, bounds: DayBounds): string | null => {
  const read = readDay(text, !isTyping)
  switch (read.kind) {
    case 'empty':
      return null
    case 'unfinished':
      return isTyping ? null : m.dates_unfinished()
    case 'impossible':
      return m.dates_impossible()
    case 'unreadable':
      return m.dates_unreadable()
    case 'day':
      if (mayChoose(read.day, bounds)) return null
      if (isWithin(read.day, bounds)) return m.dates_excluded()
      return bounds.min !== undefined && read.day < bounds.min
        ? m.dates_too_early({ day: formatDay(bounds.min) })
        : m.dates_too_late({ day: formatDay(bounds.max) })
  }
}

/**
 * A day, typed in the language of the portal or chosen in a calendar. The browser's own field would follow the language of the browser: a French
 * page would ask for mm/dd/yyyy.
 */
export const DayInput = ({ value, onChange, min, max, excluded, error, onBlur, placeholder, isNested = false, ...rest }: DayInputProps) => {
  const id = useId()
  const bounds = { min, max, excluded }
  const [text, type] = useTyped(value, onChange)
  const [isTyping, setTyping] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const isLocked = rest.disabled || rest.readOnly
  const fault = faultOf(text, isTyping, bounds)
  const isUnread = !isCivilDate(value) && value !== ''
  // Of a day that is no day yet, the caller can only say that it is none.
  const shown = isUnread ? fault : (error ?? fault)
  return (
    <TextInput
      {...rest}
      id={id}
      value={text}
      placeholder={placeholder ?? m.dates_placeholder()}
      autoComplete="off"
      inputMode="numeric"
      maxLength={16}
      error={shown}
      {...(fault !== null && shown === fault ? { errorProps: { role: 'alert' } } : {})}
      onChange={(event) => {
        setTyping(true)
        type(event.currentTarget.value, false)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          setTyping(false)
          type(text, true)
        }
        if (event.key === 'ArrowDown' && event.altKey && !isLocked) {
          event.preventDefault()
          setOpen(true)
        }
      }}
      onBlur={() => {
        afterPress(() => setTyping(false))
        type(text, true)
        onBlur?.()
      }}
      rightSectionPointerEvents="all"
      rightSection={
        isLocked ? undefined : (
          <Popover
            opened={isOpen}
            onChange={setOpen}
            position="bottom-end"
            shadow="md"
            trapFocus
            returnFocus
            withRoles={false}
            withinPortal={!isNested}
            // Hidden while its field is scrolled away, it would lose the focus.
            hideDetached={false}
          >
            <Popover.Target>
              <ActionIcon
                size={28}
                aria-label={m.dates_open()}
                aria-describedby={`${id}-label`}
                aria-haspopup="dialog"
                aria-expanded={isOpen}
                onClick={() => setOpen(!isOpen)}
              >
                <IconCalendar size={17} stroke={1.6} aria-hidden />
              </ActionIcon>
            </Popover.Target>
            {/* What lies under does not get the calendar's keys. */}
            <Popover.Dropdown
              {...keepsEscape}
              role="dialog"
              tabIndex={-1}
              aria-label={m.dates_choose()}
              aria-describedby={`${id}-label`}
              onKeyDown={(event) => event.stopPropagation()}
            >
              <DayCalendar
                {...bounds}
                value={isCivilDate(value) ? value : null}
                mayClear={value !== '' && !rest.withAsterisk}
                onChoose={(day) => {
                  setTyping(false)
                  type(day, true)
                  setOpen(false)
                }}
              />
            </Popover.Dropdown>
          </Popover>
        )
      }
    />
  )
}
