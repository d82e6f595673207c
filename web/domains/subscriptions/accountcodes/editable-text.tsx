import { ActionIcon, TextInput } from '@mantine/core'
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { type Accountcode, updateAccountcode } from '#api/subscriptions/accountcodes/accountcodes'
import * as m from '#messages/accountcodes'
import * as common from '#messages/common'
import { call } from '../../../platform/call.ts'
import { useUnsavedGuard } from '../../../platform/form/use-unsaved-guard.ts'
import { isProblem, problemMessage } from '../../../platform/problem.ts'
import { useUniverse } from '../../../platform/session.ts'
import { confirm } from '../../../ui/confirm-dialog.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import classes from './accountcodes.module.css'

type Field = 'label' | 'partnerCode'

interface EditableTextProps {
  readonly row: Accountcode
  readonly field: Field
  /** What the field is, for its name. */
  readonly name: string
  readonly maximum: number
}

/** A text changed where it stands: Enter keeps it, Escape leaves it. What another person wrote meanwhile is never lost unseen. */
export const EditableText = ({ row, field, name, maximum }: EditableTextProps) => {
  const universe = useUniverse()
  const [typed, setTyped] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const text = row[field]
  const isDirty = typed !== null && typed.trim() !== text
  useUnsavedGuard(isDirty && !isSaving)
  const leave = () => {
    setTyped(null)
    setFault(null)
    // The pencil comes back with the text.
    setTimeout(() => pencil.current?.focus())
  }
  const write = (base: Accountcode, value: string) =>
    call(updateAccountcode, {
      params: { universe, accountcode: String(row.number) },
      body: { version: base.version, label: base.label, partnerCode: base.partnerCode, [field]: value },
    })

  /** Another field changed meanwhile is kept; the same one is shown and asked about. */
  const save = async (base: Accountcode, value: string): Promise<boolean> => {
    try {
      await write(base, value)
      return true
    } catch (error) {
      if (!isProblem(error, 'version_conflict') || error.current === undefined) throw error
      const current = error.current as Accountcode
      if (current[field] !== base[field] && current[field] !== value) {
        const replaces = await confirm({
          title: common.merge_title(),
          message: m.accountcodes_replace({ theirs: current[field] || m.accountcodes_nothing(), mine: value || m.accountcodes_nothing() }),
          confirmLabel: m.accountcodes_keep_mine(),
          cancelLabel: m.accountcodes_keep_theirs(),
        })
        if (!replaces) return false
      }
      return save(current, value)
    }
  }

  const keep = async () => {
    if (typed === null || isSaving) return
    if (!isDirty) return leave()
    setSaving(true)
    setFault(null)
    try {
      if (await save(row, typed.trim())) notifySuccess(m.accountcodes_saved({ number: String(row.number) }))
      leave()
    } catch (error) {
      setFault(problemMessage(error))
    } finally {
      setSaving(false)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      void keep()
    }
    if (event.key === 'Escape') leave()
  }

  if (typed === null)
    return (
      <span className={classes.text}>
        <span className={text ? undefined : classes.faint}>{text || m.accountcodes_nothing()}</span>
        {row.abilities.edit ? (
          <ActionIcon
            ref={pencil}
            size={28}
            className={classes.pencil}
            onClick={() => setTyped(text)}
            aria-label={m.accountcodes_edit({ name, number: String(row.number) })}
          >
            <IconPencil size={15} stroke={1.6} />
          </ActionIcon>
        ) : null}
      </span>
    )
  return (
    <span className={classes.editing}>
      <TextInput
        size="xs"
        aria-label={m.accountcodes_edit({ name, number: String(row.number) })}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        maxLength={maximum}
        error={fault}
        readOnly={isSaving}
        autoFocus
      />
      <ActionIcon size={28} onClick={() => void keep()} loading={isSaving} aria-label={common.action_save()}>
        <IconCheck size={16} stroke={2} />
      </ActionIcon>
      <ActionIcon size={28} onClick={leave} disabled={isSaving} aria-label={common.action_cancel()}>
        <IconX size={16} stroke={1.8} />
      </ActionIcon>
    </span>
  )
}
