import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import * as m from '#messages/common'
import type { MergeDialogProps } from './merge-props.ts'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Two people edited the same thing: the second sees what differs, field by field, and chooses. Nothing typed is lost. */
export const MergeWindow = ({ form, labels, format }: MergeDialogProps<FieldValues>) => {
  const [choices, setChoices] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({})
  const { conflict } = form
  if (!conflict) return null
  const { base, mine, theirs } = conflict
  const fields = Object.keys(labels).filter((field) => !same(mine[field], theirs[field]))
  // Without a choice: what the person changed themselves stays, what only the other changed is taken.
  const choiceOf = (field: string) => choices[field] ?? (same(mine[field], base[field]) ? 'theirs' : 'mine')
  const read = (field: string, value: unknown): string => {
    const text = format?.(field, value) ?? (typeof value === 'boolean' ? (value ? m.common_yes() : m.common_no()) : String(value ?? ''))
    return text === '' ? m.merge_empty() : text
  }
  const apply = () => {
    const chosen = Object.fromEntries(fields.filter((field) => choiceOf(field) === 'mine').map((field) => [field, mine[field]]))
    form.resolveConflict({ ...theirs, ...chosen })
    setChoices({})
  }
  return (
    <Modal opened onClose={form.dismissConflict} title={<Text fw={600}>{m.merge_title()}</Text>} size="lg">
      <Stack gap="lg">
        <Text c="dimmed">{m.merge_text()}</Text>
        {fields.map((field) => (
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
