import { ActionIcon, Button, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { isCivilDate } from '#api/rules/civil-date'
import type { Closing } from '#api/rules/opening-hours'
import * as m from '#messages/companies'
import { DayInput } from '../../../../../ui/date-field/day-input.tsx'
import classes from './hours.module.css'

interface ClosingsEditorProps {
  readonly closings: readonly Closing[]
  readonly onChange: (closings: readonly Closing[]) => void
  readonly onBlur: () => void
  readonly errorOf: (index: number, part: keyof Closing) => string | undefined
}

/** Days off beyond the week: holidays, works, stocktaking. */
export const ClosingsEditor = ({ closings, onChange, onBlur, errorOf }: ClosingsEditorProps) => {
  const set = (index: number, change: Partial<Closing>) =>
    onChange(closings.map((closing, at) => (at === index ? { ...closing, ...change } : closing)))
  return (
    <Stack gap="sm">
      <h3 className={classes.heading}>{m.companies_closings()}</h3>
      {closings.length === 0 ? (
        <Text c="dimmed" fz="sm">
          {m.companies_closings_none()}
        </Text>
      ) : null}
      {closings.map((closing, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a closing has no identity but its place, which its errors use too
        <div key={index} className={classes.closing}>
          <TextInput
            className={classes.grow}
            label={m.companies_closing_label()}
            value={closing.label}
            onChange={(event) => set(index, { label: event.currentTarget.value })}
            onBlur={onBlur}
            error={errorOf(index, 'label')}
          />
          <DayInput
            className={classes.date}
            label={m.companies_closing_from()}
            value={closing.from}
            onChange={(from) => set(index, isCivilDate(from) && !(closing.to >= from) ? { from, to: from } : { from })}
            onBlur={onBlur}
            error={errorOf(index, 'from')}
          />
          <DayInput
            className={classes.date}
            label={m.companies_closing_to()}
            min={isCivilDate(closing.from) ? closing.from : undefined}
            value={closing.to}
            onChange={(to) => set(index, { to })}
            onBlur={onBlur}
            error={errorOf(index, 'to')}
          />
          <ActionIcon
            size={36}
            aria-label={m.companies_closing_remove({ label: closing.label || String(index + 1) })}
            onClick={() => onChange(closings.filter((_, at) => at !== index))}
          >
            <IconX size={16} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...closings, { from: '', to: '', label: '' }])}
        >
          {m.companies_closing_add()}
        </Button>
      </div>
    </Stack>
  )
}
