import { Button, Group, Modal, Text } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
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

interface Request extends ConfirmOptions {
  readonly answer: (yes: boolean) => void
}

let show: ((request: Request) => void) | null = null

/** Asks the person; true when they confirm, false when they cancel or close. */
export const confirm = (options: ConfirmOptions): Promise<boolean> =>
  new Promise((resolve) => (show ? show({ ...options, answer: resolve }) : resolve(false)))

/** Mounted once by the portal. */
export const ConfirmHost = () => {
  const [request, setRequest] = useState<Request | null>(null)
  useEffect(() => {
    show = setRequest
    return () => {
      show = null
    }
  }, [])
  const answer = (yes: boolean) => {
    request?.answer(yes)
    setRequest(null)
  }
  // Put into the page when it asks: above the window that asks.
  return request ? (
    <Modal opened onClose={() => answer(false)} title={<Text fw={600}>{request.title}</Text>} size="md">
      {request.message ? <div>{request.message}</div> : null}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => answer(false)} data-autofocus={request.danger}>
          {request.cancelLabel ?? m.action_cancel()}
        </Button>
        <Button color={request.danger ? 'red.8' : undefined} onClick={() => answer(true)} data-autofocus={!request.danger}>
          {request.confirmLabel ?? m.action_confirm()}
        </Button>
      </Group>
    </Modal>
  ) : null
}
