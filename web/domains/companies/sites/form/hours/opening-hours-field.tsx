import { Button, Group, Text } from '@mantine/core'
import { useController } from 'react-hook-form'
import { emptyOpeningHours, type OpeningHours, type Weekday, weekdays } from '#api/rules/opening-hours'
import * as m from '#messages/companies'
import type { SiteContractForm, SiteValues } from '../site-values.ts'
import { ClosingsEditor } from './closings-editor.tsx'
import { DayEditor } from './day-editor.tsx'
import classes from './hours.module.css'

const officeHours = (): OpeningHours => {
  const week = { ...emptyOpeningHours().week }
  for (const day of weekdays.slice(0, 5))
    week[day] = [
      { from: '09:00', to: '12:30' },
      { from: '14:00', to: '18:00' },
    ]
  return { week, closings: [] }
}

/** Message of the error at a path under the field, if any. */
const messageAt = (errors: unknown, path: readonly (string | number)[]): string | undefined => {
  let value = errors
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string | number, unknown>)[step]
  }
  return typeof value === 'object' && value !== null && 'message' in value ? String(value.message) : undefined
}

/** Opening hours by day, each with several slots, and exceptional closings; may be left unknown. */
export const OpeningHoursField = ({ form }: { readonly form: SiteContractForm }) => {
  const { field, fieldState } = useController({ control: form.control, name: 'openingHours' })
  const hours = field.value as OpeningHours | null
  const set = (next: OpeningHours | null) => field.onChange(next as SiteValues['openingHours'])
  if (hours === null)
    return (
      <Group justify="space-between" gap="sm">
        <Text c="dimmed">{m.companies_hours_unknown()}</Text>
        <Button variant="default" onClick={() => set(officeHours())}>
          {m.companies_hours_enter()}
        </Button>
      </Group>
    )
  const copy = (from: Weekday, days: readonly Weekday[]) => {
    const week = { ...hours.week }
    for (const day of days) week[day] = hours.week[from].map((slot) => ({ ...slot }))
    set({ ...hours, week })
  }
  return (
    <div>
      <ul className={classes.days}>
        {weekdays.map((day) => (
          <DayEditor
            key={day}
            day={day}
            slots={hours.week[day]}
            onChange={(slots) => set({ ...hours, week: { ...hours.week, [day]: slots } })}
            onBlur={field.onBlur}
            onCopy={(days) => copy(day, days)}
            errorOf={(index, end) => messageAt(fieldState.error, ['week', day, index, end])}
          />
        ))}
      </ul>
      <ClosingsEditor
        closings={hours.closings}
        onChange={(closings) => set({ ...hours, closings })}
        onBlur={field.onBlur}
        errorOf={(index, part) => messageAt(fieldState.error, ['closings', index, part])}
      />
      <Group justify="flex-end" mt="sm">
        <Button variant="subtle" color="gray" size="xs" onClick={() => set(null)}>
          {m.companies_hours_forget()}
        </Button>
      </Group>
    </div>
  )
}
