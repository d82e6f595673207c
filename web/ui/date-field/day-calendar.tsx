import '@mantine/dates/styles.css'
import { Button, Group } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { addMonths } from '#api/rules/civil-date'
import * as common from '#messages/common'
import * as m from '#messages/dates'
import { formatDayAs } from '../../platform/format.ts'
import { type DayBounds, held, mayChoose } from './day-bounds.ts'
import { keepsEscape } from './keeps-escape.ts'
import { today as readToday } from './today.ts'

interface DayCalendarProps extends DayBounds {
  readonly value: string | null
  readonly mayClear: boolean
  /** A day, or '' for none. */
  readonly onChoose: (day: string) => void
}

const longDay = (day: string): string => formatDayAs(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const nameOfMonth = (day: string): string => formatDayAs(day, { month: 'long', year: 'numeric' })

/** The kit's calendar in the portal's words: Monday first, today where the portal lives; Page up and Page down change the month. */
export const DayCalendar = ({ value, mayClear, onChoose, ...bounds }: DayCalendarProps) => {
  const keys = useId()
  const [today] = useState(readToday)
  const [month, setMonth] = useState(() => held(value ?? today, bounds))
  const body = useRef<HTMLDivElement>(null)
  // A month that is left takes the day that had the focus along.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each month is looked at once it is drawn
  useEffect(() => {
    // The window first notes who had the focus, to give it back.
    const later = setTimeout(() => {
      if (body.current?.contains(document.activeElement)) return
      body.current?.querySelector<HTMLElement>('td button[tabindex="0"]')?.focus()
    })
    return () => clearTimeout(later)
  }, [month])
  const turnPage = (event: KeyboardEvent) => {
    const months = { PageUp: -1, PageDown: 1 }[event.key]
    if (months === undefined) return
    event.preventDefault()
    setMonth(held(addMonths(month, event.shiftKey ? 12 * months : months), bounds))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the calendar's own buttons
    <div ref={body} onKeyDown={turnPage}>
      <DatePicker
        value={value}
        onChange={(day) => onChoose(day ?? '')}
        date={month}
        onDateChange={setMonth}
        {...(bounds.min === undefined ? {} : { minDate: bounds.min })}
        {...(bounds.max === undefined ? {} : { maxDate: bounds.max })}
        excludeDate={(day) => !mayChoose(day, bounds)}
        firstDayOfWeek={1}
        weekendDays={[]}
        hideOutsideDates
        // The kit writes them with a capital, which French does not.
        styles={{ weekday: { textTransform: 'none' } }}
        weekdayFormat={(day) => formatDayAs(day, { weekday: 'short' }).slice(0, 3)}
        monthLabelFormat={nameOfMonth}
        monthsListFormat={(day) => formatDayAs(day, { month: 'short' })}
        getDayAriaLabel={(day) => (day === today ? m.dates_day_today({ day: longDay(day) }) : longDay(day))}
        getDayProps={(day) => ({ 'data-day': day, 'aria-current': day === today ? 'date' : undefined, 'aria-pressed': day === value })}
        getMonthControlProps={(day) => ({ 'aria-label': nameOfMonth(day) })}
        ariaLabels={{
          previousMonth: m.dates_previous_month(),
          nextMonth: m.dates_next_month(),
          previousYear: m.dates_previous_year(),
          nextYear: m.dates_next_year(),
          previousDecade: m.dates_previous_years(),
          nextDecade: m.dates_next_years(),
        }}
        aria-describedby={keys}
        __stopPropagation
      />
      <p id={keys} className="visually-hidden">
        {m.dates_keys()}
      </p>
      <Group justify="space-between" mt="xs">
        {mayChoose(today, bounds) ? (
          <Button {...keepsEscape} size="compact-sm" variant="subtle" onClick={() => onChoose(today)}>
            {m.dates_today()}
          </Button>
        ) : null}
        {mayClear ? (
          <Button {...keepsEscape} size="compact-sm" variant="subtle" onClick={() => onChoose('')}>
            {common.action_clear()}
          </Button>
        ) : null}
      </Group>
    </div>
  )
}
