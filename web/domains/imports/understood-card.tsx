import { Alert, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { type ImportDetail, rereadImport } from '#api/imports/imports'
import * as m from '#messages/imports'
import { call } from '../../platform/call.ts'
import { notifyProblem } from '../../ui/notify.tsx'
import { SectionCard } from '../../ui/section-card.tsx'

const others = { 'Windows-1252': 'Mac Roman', 'Mac Roman': 'Windows-1252' } as const

const Letters = ({ job }: { readonly job: ImportDetail }) => {
  const [isBusy, setBusy] = useState(false)
  const other = job.encoding in others ? others[job.encoding as keyof typeof others] : null
  const reread = async (encoding: 'Windows-1252' | 'Mac Roman') => {
    setBusy(true)
    await call(rereadImport, { params: { universe: 'carrier', import: job.reference }, body: { encoding } }).catch(notifyProblem)
    setBusy(false)
  }
  if (job.sample.length === 0) return null
  const text = (
    <>
      {m.imports_letters_as({ encoding: job.encoding })} <strong>{job.sample.join(' · ')}</strong>
    </>
  )
  return (
    <SectionCard title={m.imports_letters()}>
      {job.isDoubtful ? (
        <Alert color="yellow" variant="light" role="alert" title={m.imports_letters_wrong()}>
          {text}
        </Alert>
      ) : (
        <Text style={{ overflowWrap: 'anywhere' }}>{text}</Text>
      )}
      {other && job.abilities.correct ? (
        <Group mt="sm">
          <Button variant="default" loading={isBusy} onClick={() => void reread(other)}>
            {m.imports_letters_reread({ encoding: other })}
          </Button>
        </Group>
      ) : null}
    </SectionCard>
  )
}

const counted = {
  day_read: m.imports_reading_day_read,
  zero_restored: m.imports_reading_zero_restored,
  lines_joined: m.imports_reading_lines_joined,
  name_read: m.imports_reading_name_read,
}

/** How the file was read: its accents, and what was understood otherwise than it is written. */
export const UnderstoodCard = ({ job }: { readonly job: ImportDetail }) => (
  <>
    <Letters job={job} />
    {job.readings.length > 0 ? (
      <SectionCard title={m.imports_readings()} description={m.imports_readings_hint()}>
        <ul>
          {job.readings.map(({ column, code, count, from, to }) => (
            <li key={`${column} ${code}`}>
              {m.imports_reading({ column, what: counted[code]({ count }), from: from.replaceAll('\n', ' / '), to })}
            </li>
          ))}
        </ul>
      </SectionCard>
    ) : null}
  </>
)
