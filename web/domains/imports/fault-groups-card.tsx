import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { downloadFaultyLines, type FaultGroup, type Import, listFaultGroups, mendImport } from '#api/imports/imports'
import * as m from '#messages/imports'
import { call, urlOf } from '../../platform/call.ts'
import { fieldMessage } from '../../platform/field-message.ts'
import { read } from '../../platform/reading/read.ts'
import { SubmitButton } from '../../ui/acts/submit-button.tsx'
import { notifyProblem, notifySuccess } from '../../ui/notify.tsx'
import { SectionCard } from '../../ui/section-card.tsx'
import classes from './imports.module.css'

interface MendProps {
  readonly job: Import
  readonly field: string
  readonly value: string
  readonly count: number
}

/** A wrong value with how many lines hold it, and what to put in its place. */
const Mend = ({ job, field, value, count }: MendProps) => {
  const [to, setTo] = useState('')
  const [isSending, setSending] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    try {
      const { lines } = await call(mendImport, { params: { universe: 'carrier', import: job.reference }, body: { field, from: value, to } })
      notifySuccess(m.imports_mended({ count: lines }))
    } catch (error) {
      notifyProblem(error)
    } finally {
      setSending(false)
    }
  }
  const label = value === '' ? m.imports_mend_fill() : m.imports_mend_by({ value })
  return (
    <li className={classes.mend}>
      <span>
        {value === '' ? <em>{m.imports_mend_empty()}</em> : m.imports_mend_value({ value })}{' '}
        <small>{m.imports_mend_times({ count })}</small>
      </span>
      {job.abilities.correct ? (
        <form onSubmit={(event) => void send(event)} className={classes.by}>
          <TextInput
            aria-label={label}
            placeholder={label}
            maxLength={2000}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <SubmitButton variant="default" loading={isSending} disabled={to.trim() === '' || to.trim() === value}>
            {m.imports_mend()}
          </SubmitButton>
        </form>
      ) : null}
    </li>
  )
}

const linesOf = ({ lines, count }: FaultGroup): string =>
  (count > lines.length ? m.imports_group_more : m.imports_group_lines)({ lines: lines.join(', ') })

const FaultGroupBlock = ({ job, group }: { readonly job: Import; readonly group: FaultGroup }) => {
  const { column, field, code, count, values, params } = group
  return (
    <section className={classes.group} aria-label={column ?? fieldMessage(code)}>
      <h3>
        {column ? m.imports_group({ column, count }) : m.imports_group_whole({ count })}
        <small>{linesOf(group)}</small>
      </h3>
      <Text c="var(--mantine-color-error)" fz="sm">
        {fieldMessage(code, params)}
      </Text>
      {field ? (
        <ul className={classes.values}>
          {values.map(({ value, count: times }) => (
            <Mend key={value} job={job} field={field} value={value} count={times} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

/** What is wrong with the file by kind, the most frequent first, each mended in one go. */
export const FaultGroupsCard = ({ job }: { readonly job: Import }) => {
  const { data } = useQuery(read(listFaultGroups, { params: { universe: 'carrier', import: job.reference } }))
  return (
    <SectionCard
      title={m.imports_groups()}
      description={m.imports_groups_hint()}
      actions={
        <Button
          component="a"
          href={urlOf(downloadFaultyLines, { universe: 'carrier', import: job.reference })}
          download
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.6} />}
        >
          {m.imports_download_faulty()}
        </Button>
      }
    >
      <Group gap="lg" display="grid">
        {data?.items.map((group) => (
          <FaultGroupBlock key={`${group.field} ${group.code}`} job={job} group={group} />
        ))}
      </Group>
    </SectionCard>
  )
}
