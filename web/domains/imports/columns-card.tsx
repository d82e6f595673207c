import { Button, Group, Select, Text } from '@mantine/core'
import { useState } from 'react'
import { type ImportDetail, mapImportColumns } from '#api/imports/imports'
import * as m from '#messages/imports'
import { call } from '../../platform/call.ts'
import { isProblem, type Problem } from '../../platform/problem.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import { SectionCard } from '../../ui/section-card.tsx'
import table from '../../ui/small-table.module.css'

const headersOf = (job: ImportDetail, fields: readonly string[]): string =>
  fields.map((field) => job.fields.find(({ key }) => key === field)?.header ?? field).join(', ')

/** What each column of the file holds, with some of its values: said by a person where the titles do not. */
export const ColumnsCard = ({ job, onDone }: { readonly job: ImportDetail; readonly onDone: () => void }) => {
  const [fields, setFields] = useState(() => job.columns.map(({ field }) => field))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSending, setSending] = useState(false)
  const missing = job.fields.filter(({ key, required }) => required && !fields.includes(key)).map(({ key }) => key)
  const twice = job.fields.filter(({ key }) => fields.filter((field) => field === key).length > 1).map(({ key }) => key)
  const send = async () => {
    setSending(true)
    setProblem(null)
    try {
      await call(mapImportColumns, { params: { universe: 'carrier', import: job.reference }, body: { fields } })
      onDone()
    } catch (refusal) {
      if (isProblem(refusal)) setProblem(refusal)
      else throw refusal
    } finally {
      setSending(false)
    }
  }
  return (
    <SectionCard title={m.imports_columns()} description={m.imports_columns_hint()}>
      <FormProblem problem={problem} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className={table.scroll} tabIndex={0} aria-label={m.imports_columns_table()}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{m.imports_title()}</th>
              <th scope="col">{m.imports_samples()}</th>
              <th scope="col">{m.imports_feeds()}</th>
            </tr>
          </thead>
          <tbody>
            {job.columns.map(({ title, values }, index) => {
              const name = title || m.imports_untitled({ number: index + 1 })
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column of a file is its place
                <tr key={index}>
                  <td>
                    <strong>{name}</strong>
                  </td>
                  <td style={{ overflowWrap: 'anywhere' }}>{values.join(' · ')}</td>
                  <td>
                    <Select
                      aria-label={m.imports_feeds_of({ title: name })}
                      data={job.fields.map(({ key, header, required }) => ({ value: key, label: required ? `${header} *` : header }))}
                      value={fields[index] ?? null}
                      onChange={(field) => setFields(fields.map((before, at) => (at === index ? field : before)))}
                      placeholder={m.imports_ignore()}
                      clearable
                      searchable
                      miw={200}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      <Group justify="space-between" mt="md" gap="sm">
        <Text fz="sm" role="status" c={missing.length + twice.length > 0 ? 'var(--mantine-color-error)' : 'dimmed'}>
          {[
            missing.length > 0 ? m.imports_columns_missing({ headers: headersOf(job, missing) }) : null,
            twice.length > 0 ? m.imports_columns_twice({ headers: headersOf(job, twice) }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Button onClick={() => void send()} loading={isSending} disabled={missing.length + twice.length > 0}>
          {m.imports_columns_keep()}
        </Button>
      </Group>
    </SectionCard>
  )
}
