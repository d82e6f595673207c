import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import * as m from '#messages/common'
import type { ContractForm } from '../../platform/form/use-contract-form.ts'
import { notifySuccess } from '../notify.tsx'
import { mergeValues } from './merge-values.ts'

export interface MergeDialogProps<V extends FieldValues> {
  readonly form: Pick<ContractForm<V>, 'conflict' | 'resolveConflict' | 'dismissConflict'>
  /** Name of each field on screen; a field without one (the version) is taken from what was saved meanwhile. */
  readonly labels: Readonly<Partial<Record<string, string>>>
  /** Fields that mean something only together, such as an address: they are settled together. */
  readonly together?: readonly (readonly string[])[] | undefined
  /** How a value reads, where its text is not enough. */
  readonly format?: (field: string, value: unknown) => string
}

/** Two people edited the same thing: what only one changed is kept; where both did, the second chooses. Nothing typed is lost. */
export const MergeDialog = <V extends FieldValues>({ form, labels, together, format }: MergeDialogProps<V>) => {
  const [choices, setChoices] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({})
  const { conflict, resolveConflict } = form
  const fields = Object.keys(labels)
  const merged = useMemo(() => (conflict ? mergeValues(conflict, fields, together) : null), [conflict, fields, together])
  const isSettled = merged !== null && merged.conflicts.length === 0

  useEffect(() => {
    if (!isSettled) return
    resolveConflict(merged.values as V)
    notifySuccess(m.merge_settled({ count: merged.taken }))
  }, [isSettled, merged, resolveConflict])

  if (!conflict || !merged || isSettled) return null
  const { mine, theirs } = conflict
  const choiceOf = (field: string) => choices[field] ?? 'mine'
  const read = (field: string, value: unknown): string => {
    const text = format?.(field, value) ?? (typeof value === 'boolean' ? (value ? m.common_yes() : m.common_no()) : String(value ?? ''))
    return text === '' ? m.merge_empty() : text
  }
  const dismiss = () => {
    form.dismissConflict()
    setChoices({})
  }
  const apply = () => {
    const chosen = Object.fromEntries(merged.conflicts.filter((field) => choiceOf(field) === 'mine').map((field) => [field, mine[field]]))
    resolveConflict({ ...merged.values, ...chosen } as V)
    setChoices({})
  }
  return (
    <Modal opened onClose={dismiss} title={<Text fw={600}>{m.merge_title()}</Text>} size="lg">
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
          <Button variant="default" onClick={dismiss}>
            {m.action_cancel()}
          </Button>
          <Button onClick={apply}>{m.merge_apply()}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
