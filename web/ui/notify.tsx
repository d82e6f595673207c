import { notifications } from '@mantine/notifications'
import * as m from '#messages/common'
import { problemMessage } from '../platform/problem.ts'

const show = (message: string, options: { readonly color: string; readonly autoClose: number }): void => {
  notifications.show({ message, withBorder: true, closeButtonProps: { 'aria-label': m.common_close_notification() }, ...options })
}

/** Says at the bottom of the screen that an act succeeded; « Modifications enregistrées. » unless told. */
export const notifySuccess = (message: string = m.common_saved()): void => show(message, { color: 'teal', autoClose: 5000 })

/** Says why an act outside any form cannot be done, in its own words. */
export const notifyRefusal = (message: string): void => show(message, { color: 'red', autoClose: 12_000 })

/** Says that an act outside any form failed, and why. */
export const notifyProblem = (error: unknown): void => notifyRefusal(problemMessage(error))
