import { useEffect, useState } from 'react'
import type { ConfirmOptions } from './acts/confirm-window.tsx'
import { lazyPart } from './lazy-part.tsx'

const ConfirmWindow = lazyPart(() => import('./acts/confirm-window.tsx'), 'ConfirmWindow')

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
  return request ? <ConfirmWindow {...request} answer={answer} /> : null
}
