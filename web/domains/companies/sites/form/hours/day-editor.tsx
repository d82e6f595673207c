import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { IconCopy, IconPlus, IconX } from '@tabler/icons-react'
import { type OpeningSlot, type Weekday, weekdays } from '#api/rules/opening-hours'
import * as m from '#messages/companies'
import { ActionsMenu } from '../../../../../ui/menu/actions-menu.tsx'
import classes from './hours.module.css'
import { weekdayLabel } from './weekday-labels.ts'

/** The browser's clock ends at 23:59: midnight as an end is kept as 24:00. */
const shownEnd = (time: string): string => (time === '24:00' ? '00:00' : time)
const keptEnd = (time: string): string => (time === '00:00' ? '24:00' : time)

/** A second slot begins after lunch, a first one in the morning. */
const nextSlot = (slots: readonly OpeningSlot[]): OpeningSlot => {
  const last = slots.at(-1)
  if (!last) return { from: '09:00', to: '18:00' }
  return last.to <= '13:00' ? { from: '14:00', to: '18:00' } : { from: '', to: '' }
}

interface DayEditorProps {
  readonly day: Weekday
  readonly slots: readonly OpeningSlot[]
  readonly onChange: (slots: readonly OpeningSlot[]) => void
  readonly onBlur: () => void
  readonly onCopy: (days: readonly Weekday[]) => void
  readonly errorOf: (index: number, end: 'from' | 'to') => string | undefined
}

/** One day of the week: its slots, none = closed. */
export const DayEditor = ({ day, slots, onChange, onBlur, onCopy, errorOf }: DayEditorProps) => {
  const name = weekdayLabel(day)
  const set = (index: number, change: Partial<OpeningSlot>) =>
    onChange(slots.map((slot, at) => (at === index ? { ...slot, ...change } : slot)))
  const workdays = weekdays.slice(0, 5).filter((other) => other !== day)
  return (
    <li className={classes.day}>
      <span className={classes.dayName}>{name}</span>
      {slots.length === 0 ? (
        <span className={classes.closed}>{m.companies_hours_closed()}</span>
      ) : (
        <div className={classes.slots}>
          {slots.map((slot, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a slot has no identity but its place, which its errors use too
            <div key={index} className={classes.slot}>
              <TextInput
                type="time"
                className={classes.time}
                aria-label={m.companies_hours_from({ day: name, number: index + 1 })}
                value={slot.from}
                onChange={(event) => set(index, { from: event.currentTarget.value })}
                onBlur={onBlur}
                error={errorOf(index, 'from')}
              />
              <span aria-hidden>–</span>
              <TextInput
                type="time"
                className={classes.time}
                aria-label={m.companies_hours_to({ day: name, number: index + 1 })}
                value={shownEnd(slot.to)}
                onChange={(event) => set(index, { to: keptEnd(event.currentTarget.value) })}
                onBlur={onBlur}
                error={errorOf(index, 'to')}
              />
              <ActionIcon
                size={30}
                className={classes.remove}
                aria-label={m.companies_hours_remove({ day: name, number: index + 1 })}
                onClick={() => onChange(slots.filter((_, at) => at !== index))}
              >
                <IconX size={16} stroke={1.6} />
              </ActionIcon>
            </div>
          ))}
        </div>
      )}
      <div className={classes.dayActions}>
        {slots.length < 6 ? (
          <Tooltip label={m.companies_hours_add_slot()}>
            <ActionIcon size={30} aria-label={m.companies_hours_add({ day: name })} onClick={() => onChange([...slots, nextSlot(slots)])}>
              <IconPlus size={17} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        ) : null}
        <ActionsMenu
          width={260}
          title={m.companies_hours_copy_title()}
          actions={[
            { key: 'workdays', label: m.companies_hours_copy_workdays(), onClick: () => onCopy(workdays) },
            { key: 'all', label: m.companies_hours_copy_all(), onClick: () => onCopy(weekdays.filter((other) => other !== day)) },
          ]}
          button={
            <ActionIcon size={30} aria-label={m.companies_hours_copy({ day: name })}>
              <IconCopy size={17} stroke={1.6} />
            </ActionIcon>
          }
        />
      </div>
    </li>
  )
}
