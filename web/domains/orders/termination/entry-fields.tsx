import { Radio, Stack } from '@mantine/core'
import * as m from '#messages/terminations'
import { DayInput } from '../../../ui/date-field/day-input.tsx'

export const entryOrigins = ['letter', 'carrier', 'port_out'] as const
export type EntryOrigin = (typeof entryOrigins)[number]

interface EntryFieldsProps {
  readonly origin: EntryOrigin
  readonly onOrigin: (origin: EntryOrigin) => void
  readonly received: string
  readonly onReceived: (day: string) => void
  readonly fault: string | null
}

/** The carrier's case: where the termination comes from, and the day that starts the notice. */
export const EntryFields = ({ origin, onOrigin, received, onReceived, fault }: EntryFieldsProps) => (
  <>
    <Radio.Group
      label={m.terminations_origin()}
      value={origin}
      onChange={(value) => {
        const known = entryOrigins.find((one) => one === value)
        if (known) onOrigin(known)
      }}
    >
      <Stack gap={6} mt={6}>
        {entryOrigins.map((value) => (
          <Radio key={value} value={value} label={m[`terminations_origin_${value}`]()} />
        ))}
      </Stack>
    </Radio.Group>
    <DayInput
      label={origin === 'letter' ? m.terminations_received() : m.terminations_notice_starts()}
      description={m.terminations_received_hint()}
      value={received}
      onChange={onReceived}
      error={fault}
      withAsterisk
      aria-required
    />
  </>
)
