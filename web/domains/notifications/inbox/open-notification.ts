import { useRouter } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { markRead, markUnread, type Notification } from '#api/notifications/inbox/notifications'
import { call } from '../../../platform/call.ts'
import { useUniverse } from '../../../platform/session.ts'
import { notifyProblem } from '../../../ui/notify.tsx'

/** Marks one notification, and opens what it is about inside the portal. */
export const useNotificationActs = () => {
  const universe = useUniverse()
  const router = useRouter()
  const mark = async (notification: Pick<Notification, 'id'>, read: boolean): Promise<void> => {
    try {
      await call(read ? markRead : markUnread, { params: { universe, notification: notification.id } })
    } catch (error) {
      notifyProblem(error)
    }
  }
  const open = (notification: Notification, event?: MouseEvent): void => {
    if (!notification.readAt) void mark(notification, true)
    // Another tab or window: the browser follows the link itself.
    if (!notification.path || event?.metaKey || event?.ctrlKey || event?.shiftKey || event?.button) return
    event?.preventDefault()
    router.history.push(notification.path)
  }
  return { mark, open }
}
