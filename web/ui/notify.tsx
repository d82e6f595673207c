import { lazy, type MouseEvent, Suspense, useSyncExternalStore } from 'react'
import * as m from '#messages/common'
import { problemMessage } from '../platform/problem.ts'

const Notifications = lazy(() => import('@mantine/notifications').then((module) => ({ default: module.Notifications })))

let needed = false
const listeners = new Set<() => void>()

const load = () => {
  needed = true
  for (const listener of listeners) listener()
  return import('@mantine/notifications')
}

const show = async (message: string, options: { readonly color: string; readonly autoClose: number }): Promise<void> => {
  const { notifications } = await load()
  notifications.show({ message, withBorder: true, closeButtonProps: { 'aria-label': m.common_close_notification() }, ...options })
}

/** Says at the bottom of the screen that an act succeeded; « Modifications enregistrées. » unless told. */
export const notifySuccess = (message: string = m.common_saved()): void => void show(message, { color: 'teal', autoClose: 5000 })

/** Says that an act outside any form failed, and why. */
export const notifyProblem = (error: unknown): void => void show(problemMessage(error), { color: 'red', autoClose: 12_000 })

export interface Arrival {
  readonly id: string
  readonly title: string
  readonly text: string
  /** Its page, when it has one. */
  readonly path: string | null
  readonly onOpen: (event: MouseEvent<HTMLAnchorElement>) => void
}

/** Something happened elsewhere. Silent for screen readers: whoever calls says it politely in its own live region. */
export const notifyArrival = async ({ id, title, text, path, onOpen }: Arrival): Promise<void> => {
  const { notifications } = await load()
  const hide = () => notifications.hide(id)
  notifications.show({
    id,
    role: 'group',
    'aria-label': title,
    title: path ? (
      <a
        href={path}
        style={{ color: 'inherit' }}
        onClick={(event) => {
          onOpen(event)
          hide()
        }}
      >
        {title}
      </a>
    ) : (
      title
    ),
    message: text,
    color: 'petrol',
    autoClose: 8000,
    withBorder: true,
    closeButtonProps: { 'aria-label': m.common_close_notification() },
  })
}

/** Mounted once by the portal; loads itself with the first message. */
export const NotifyHost = () => {
  const isNeeded = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => needed,
  )
  return isNeeded ? (
    <Suspense fallback={null}>
      <Notifications position="bottom-right" limit={4} />
    </Suspense>
  ) : null
}
