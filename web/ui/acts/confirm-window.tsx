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

interface ConfirmWindowProps extends ConfirmOptions {
  readonly answer: (yes: boolean) => void
}

export const ConfirmWindow = ({ title, message, confirmLabel, cancelLabel, danger, answer }: ConfirmWindowProps) => (
  <Modal opened onClose={() => answer(false)} title={<Text fw={600}>{title}</Text>} size="md">
    {message ? <div>{message}</div> : null}
    <Group justify="flex-end" mt="lg">
      <Button variant="default" onClick={() => answer(false)} data-autofocus={danger}>
        {cancelLabel ?? m.action_cancel()}
      </Button>
      <Button color={danger ? 'red.8' : undefined} onClick={() => answer(true)} data-autofocus={!danger}>
        {confirmLabel ?? m.action_confirm()}
      </Button>
    </Group>
  </Modal>
)
