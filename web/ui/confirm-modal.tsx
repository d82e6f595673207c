import { Button, Group, Modal, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import * as m from '#messages/common'

export interface ConfirmOptions {
  readonly title: string
  readonly message?: ReactNode
  /** The act itself in a verb (« Fermer le site »), « Confirmer » unless told. */
  readonly confirmLabel?: string
  readonly cancelLabel?: string
  /** Red button, for what destroys or costs. */
  readonly danger?: boolean
}

interface ConfirmModalProps {
  readonly request: ConfirmOptions
  readonly opened: boolean
  readonly onAnswer: (yes: boolean) => void
}

/** Loaded with the first question. */
export const ConfirmModal = ({ request, opened, onAnswer }: ConfirmModalProps) => (
  <Modal opened={opened} onClose={() => onAnswer(false)} title={<Text fw={600}>{request.title}</Text>} size="md">
    {request.message ? <div>{request.message}</div> : null}
    <Group justify="flex-end" mt="lg">
      <Button variant="default" onClick={() => onAnswer(false)} data-autofocus={request.danger}>
        {request.cancelLabel ?? m.action_cancel()}
      </Button>
      <Button color={request.danger ? 'red.8' : undefined} onClick={() => onAnswer(true)} data-autofocus={!request.danger}>
        {request.confirmLabel ?? m.action_confirm()}
      </Button>
    </Group>
  </Modal>
)
