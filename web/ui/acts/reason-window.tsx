import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import * as common from '#messages/common'
import * as fields from '#messages/fields'
import * as m from '#messages/orders'
import { confirmLoss } from '../../platform/form/confirm-loss.ts'
import { isProblem, Problem } from '../../platform/problem.ts'
import { FormProblem } from '../form-problem.tsx'
import { SubmitButton } from './submit-button.tsx'
import { WhatChanged } from './what-changed.tsx'

export interface ReasonWindowProps {
  readonly title: string
  /** What will happen. */
  readonly message: ReactNode
  readonly label: string
  readonly description?: string
  readonly isRequired: boolean
  readonly maximum: number
  /** The act in a verb: « Annuler la commande ». */
  readonly confirmLabel: string
  readonly changes?: readonly string[] | null
  readonly onSend: (reason: string) => Promise<unknown>
  readonly onClose: () => void
}

/** Ends something for good: says what happens, asks why, and is told apart from « Retour » by its words and colour. Asks before a typed reason is lost. */
export const ReasonWindow = (props: ReasonWindowProps) => {
  const { title, message, label, description, isRequired, maximum, confirmLabel, changes, onSend, onClose } = props
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async () => {
    const text = reason.trim()
    if (isRequired && text === '') return setMissing(true)
    setSending(true)
    setProblem(null)
    try {
      await onSend(text)
      onClose()
    } catch (error) {
      setProblem(isProblem(error) ? error : new Problem({ code: 'internal_error', status: 0 }))
    } finally {
      setSending(false)
    }
  }
  const close = async () => {
    if (reason.trim() === '' || (await confirmLoss(title, [label]))) onClose()
  }
  return (
    <Modal opened onClose={() => void close()} title={<Text fw={600}>{title}</Text>} size="md">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Stack gap="md">
          <div>{message}</div>
          {changes ? <WhatChanged changes={changes} /> : <FormProblem problem={problem} />}
          <Textarea
            label={label}
            description={description}
            withAsterisk={isRequired}
            aria-required={isRequired}
            data-autofocus
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value)
              setMissing(false)
            }}
            error={isMissing ? fields.field_required() : null}
            maxLength={maximum}
            autosize
            minRows={3}
            maxRows={10}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {common.action_back()}
            </Button>
            <SubmitButton color="red.8" loading={isSending}>
              {confirmLabel}
            </SubmitButton>
          </Group>
          <span className="visually-hidden" role="status">
            {isSending ? m.orders_sending() : ''}
          </span>
        </Stack>
      </form>
    </Modal>
  )
}
