import { IconChevronLeft, IconChevronRight, IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { startOfMonth } from '#api/rules/civil-date'
import * as common from '#messages/common'
import * as m from '#messages/dates'
import { formatDayAs } from '../../platform/format.ts'
import classes from './calendar.module.css'
import { type DayBounds, held, mayChoose, movedBy, weeksOf } from './calendar-month.ts'
import { today as readToday } from './today.ts'

interface CalendarWindowProps extends DayBounds {
  readonly value: string | null
  /** The field's id: the calendar is named and placed by it. */
  readonly field: string
  readonly button: RefObject<HTMLButtonElement | null>
  readonly mayClear: boolean
  /** A day, or '' for none. */
  readonly onChoose: (day: string) => void
  readonly onClose: () => void
}

// Windows of the kit close on Escape, even under another one, unless the element says that it takes the key.
const keepsEscape = { 'data-mantine-stop-propagation': 'true' }

/** Under the field, or over it where there is more room; a phone shows the calendar at its foot (stylesheet). */
const place = (dialog: HTMLDialogElement, field: HTMLElement): void => {
  const at = field.getBoundingClientRect()
  const { width, height } = dialog.getBoundingClientRect()
  const isUnder = at.bottom + 4 + height <= window.innerHeight || at.top < height + 4
  const top = isUnder ? Math.min(at.bottom + 4, window.innerHeight - height - 4) : at.top - height - 4
  dialog.style.setProperty('--top', `${Math.max(4, top)}px`)
  const left = at.left + width <= window.innerWidth - 4 ? at.left : at.right - width
  dialog.style.setProperty('--left', `${Math.max(4, left)}px`)
}

/** Opens the dialog over everything, beside its field, and puts the focus back when it goes. */
const useOver = (field: string, button: RefObject<HTMLButtonElement | null>) => {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const [shown, near] = [dialog.current, document.getElementById(field)]
    if (!shown || !near) return
    const replace = () => place(shown, near)
    shown.showModal()
    replace()
    window.addEventListener('resize', replace)
    window.addEventListener('scroll', replace, true)
    return () => {
      window.removeEventListener('resize', replace)
      window.removeEventListener('scroll', replace, true)
      shown.close()
      button.current?.focus()
    }
  }, [field, button])
  return dialog
}

interface StepProps {
  readonly label: string
  readonly isOff: boolean
  readonly onStep: () => void
  readonly children: ReactNode
}

const Step = ({ label, isOff, onStep, children }: StepProps) => (
  <button
    type="button"
    {...keepsEscape}
    className={classes.step}
    aria-label={label}
    aria-disabled={isOff}
    onClick={() => isOff || onStep()}
  >
    {children}
  </button>
)

/** Weeks from Monday on; the arrows move from day to day, Page up and Page down from month to month. */
export const CalendarWindow = ({ value, field, button, mayClear, onChoose, onClose, ...bounds }: CalendarWindowProps) => {
  const id = useId()
  const dialog = useOver(field, button)
  const [today] = useState(readToday)
  const [day, setDay] = useState(() => held(value ?? today, bounds))
  const grid = useRef<HTMLTableElement>(null)
  // The steps of the heading keep the focus; a key of the grid moves it along.
  const follows = useRef(true)
  useEffect(() => {
    if (follows.current) grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus()
    follows.current = false
  }, [day])
  const choose = (chosen: string) => {
    if (chosen !== '' && !mayChoose(chosen, bounds)) return
    onChoose(chosen)
    onClose()
  }
  const stepped = (key: string, withShift: boolean) => held(movedBy(day, key, withShift) ?? day, bounds)
  const step = (key: string, withShift: boolean) => ({
    isOff: startOfMonth(stepped(key, withShift)) === startOfMonth(day),
    onStep: () => setDay(stepped(key, withShift)),
  })
  const onKey = (event: KeyboardEvent) => {
    if (movedBy(day, event.key, event.shiftKey) === undefined) return
    event.preventDefault()
    follows.current = true
    setDay(stepped(event.key, event.shiftKey))
  }
  const weeks = weeksOf(day)
  return (
    <dialog
      ref={dialog}
      className={classes.window}
      aria-label={m.dates_choose()}
      aria-describedby={`${field}-label`}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
      // What lies under keeps neither the keys nor the focus.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={classes.body}>
        <div className={classes.heading}>
          <Step label={m.dates_previous_year()} {...step('PageUp', true)}>
            <IconChevronsLeft size={17} stroke={1.6} aria-hidden />
          </Step>
          <Step label={m.dates_previous_month()} {...step('PageUp', false)}>
            <IconChevronLeft size={17} stroke={1.6} aria-hidden />
          </Step>
          <h2 id={`${id}-month`} className={classes.month} aria-live="polite">
            {formatDayAs(day, { month: 'long', year: 'numeric' })}
          </h2>
          <Step label={m.dates_next_month()} {...step('PageDown', false)}>
            <IconChevronRight size={17} stroke={1.6} aria-hidden />
          </Step>
          <Step label={m.dates_next_year()} {...step('PageDown', true)}>
            <IconChevronsRight size={17} stroke={1.6} aria-hidden />
          </Step>
        </div>
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells the arrows move over is a grid
          role="grid"
          className={classes.grid}
          aria-labelledby={`${id}-month`}
          aria-describedby={`${id}-keys`}
          onKeyDown={onKey}
        >
          <thead>
            <tr>
              {['05', '06', '07', '08', '09', '10', '11'].map((monday) => (
                <th key={monday} scope="col" abbr={formatDayAs(`2026-01-${monday}`, { weekday: 'long' })}>
                  {formatDayAs(`2026-01-${monday}`, { weekday: 'short' }).slice(0, 3)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the weeks of a month are told by their place
              <tr key={at}>
                {week.map((one, place) => {
                  const longDay = one === null ? '' : formatDayAs(one, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: so are the days of a week
                    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the cells of a grid may be selected
                    <td key={place} aria-selected={one === null ? undefined : one === value}>
                      {one === null ? null : (
                        <button
                          type="button"
                          {...keepsEscape}
                          className={classes.day}
                          data-day={one}
                          tabIndex={one === day ? 0 : -1}
                          aria-label={one === today ? m.dates_day_today({ day: longDay }) : longDay}
                          aria-current={one === today ? 'date' : undefined}
                          aria-disabled={!mayChoose(one, bounds)}
                          onClick={() => choose(one)}
                        >
                          {Number(one.slice(8))}
                        </button>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <p id={`${id}-keys`} className="visually-hidden">
          {m.dates_keys()}
        </p>
        <div className={classes.foot}>
          {mayChoose(today, bounds) ? (
            <button type="button" {...keepsEscape} className={classes.act} onClick={() => choose(today)}>
              {m.dates_today()}
            </button>
          ) : null}
          {mayClear ? (
            <button type="button" {...keepsEscape} className={classes.act} onClick={() => choose('')}>
              {common.action_clear()}
            </button>
          ) : null}
        </div>
      </div>
    </dialog>
  )
}
