import { lazy, Suspense, useSyncExternalStore } from 'react'
import * as m from '#messages/common'
import { problemMessage } from '../platform/problem.ts'

const Notifications = lazy(() => import('@mantine/notifications').then((module) => ({ default: module.Notifications })))

let needed = false
const listeners = new Set<() => void>()

/** The messages at the bottom of the screen, loaded with the first of them. */
export const loadNotifications = () => {
  needed = true
  for (const listener of listeners) listener()
  return import('@mantine/notifications')
}

const show = async (message: string, options: { readonly color: string; readonly autoClose: number }): Promise<void> => {
  const { notifications } = await loadNotifications()
  notifications.show({ message, withBorder: true, closeButtonProps: { 'aria-label': m.common_close_notification() }, ...options })
}

/** Says at the bottom of the screen that an act succeeded; « Modifications enregistrées. » unless told. */
export const notifySuccess = (message: string = m.common_saved()): void => void show(message, { color: 'teal', autoClose: 5000 })

/** Says that an act outside any form failed, and why. */
export const notifyProblem = (error: unknown): void => void show(problemMessage(error), { color: 'red', autoClose: 12_000 })

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
      {/* A landmark of its own: messages that are not alerts would be outside every part of the page. */}
      <section aria-label={m.common_messages()}>
        <Notifications position="bottom-right" limit={4} withinPortal={false} />
      </section>
    </Suspense>
  ) : null
}
