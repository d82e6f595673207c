import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import * as m from '#messages/common'
import { notifySuccess } from '../notify.tsx'
import type { MergeDialogProps } from './merge-props.ts'
import { mergeValues } from './merge-values.ts'

/** Two people edited the same thing: what only one changed is kept; where both did, the second chooses. Nothing typed is lost. */
export const MergeWindow = ({ form, labels, together, format }: MergeDialogProps<FieldValues>) => {
  const [choices, setChoices] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({})
  const { conflict, resolveConflict } = form
  const fields = Object.keys(labels)
  const merged = useMemo(() => (conflict ? mergeValues(conflict, fields, together) : null), [conflict, fields, together])
  const isSettled = merged !== null && merged.conflicts.length === 0

  useEffect(() => {
    if (!isSettled) return
    resolveConflict(merged.values)
    notifySuccess(m.merge_settled({ count: merged.taken }))
  }, [isSettled, merged, resolveConflict])

  if (!conflict || !merged || isSettled) return null
  const { mine, theirs } = conflict
  const choiceOf = (field: string) => choices[field] ?? 'mine'
  const read = (field: string, value: unknown): string => {
    const text = format?.(field, value) ?? (typeof value === 'boolean' ? (value ? m.common_yes() : m.common_no()) : String(value ?? ''))
    return text === '' ? m.merge_empty() : text
  }
  const apply = () => {
    const chosen = Object.fromEntries(merged.conflicts.filter((field) => choiceOf(field) === 'mine').map((field) => [field, mine[field]]))
    resolveConflict({ ...merged.values, ...chosen })
    setChoices({})
  }
  return (
    <Modal opened onClose={form.dismissConflict} title={<Text fw={600}>{m.merge_title()}</Text>} size="lg">
      <Stack gap="lg">
        <Text c="dimmed">
          {m.merge_text()} {merged.taken > 0 ? m.merge_taken({ count: merged.taken }) : null}
        </Text>
        {merged.conflicts.map((field) => (
          <Radio.Group
            key={field}
            label={labels[field]}
            value={choiceOf(field)}
            onChange={(value) => setChoices((all) => ({ ...all, [field]: value === 'mine' ? 'mine' : 'theirs' }))}
          >
            <Stack gap={6} mt={4}>
              <Radio value="mine" label={read(field, mine[field])} description={m.merge_mine()} />
              <Radio value="theirs" label={read(field, theirs[field])} description={m.merge_theirs()} />
            </Stack>
          </Radio.Group>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={form.dismissConflict}>
            {m.action_cancel()}
          </Button>
          <Button onClick={apply}>{m.merge_apply()}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
