import { useEffect, useState } from 'react'
import type { ConfirmOptions } from './confirm-modal.tsx'
import { late } from './kit/late.tsx'

const { Late: ConfirmModal } = late(async () => (await import('./confirm-modal.tsx')).ConfirmModal)

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
  const [opened, setOpened] = useState(false)
  useEffect(() => {
    show = (next) => {
      setRequest(next)
      setOpened(true)
    }
    return () => {
      show = null
    }
  }, [])
  const answer = (yes: boolean) => {
    request?.answer(yes)
    setOpened(false)
  }
  return request ? <ConfirmModal request={request} opened={opened} onAnswer={answer} /> : null
}
