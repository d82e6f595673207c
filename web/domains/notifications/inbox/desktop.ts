import type { Notification as PortalNotification } from '#api/notifications/inbox/notifications'

/** Notifications of the operating system, chosen on this device; the permission is asked on a click only. */
const key = 'desktop-notifications'
const isSupported = (): boolean => typeof window !== 'undefined' && 'Notification' in window

export type DesktopState = 'unsupported' | 'denied' | 'off' | 'on'

export const desktopState = (): DesktopState => {
  if (!isSupported()) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  return Notification.permission === 'granted' && localStorage.getItem(key) === 'true' ? 'on' : 'off'
}

/** Called from a click. */
export const setDesktop = async (wanted: boolean): Promise<DesktopState> => {
  if (wanted && isSupported() && Notification.permission === 'default') await Notification.requestPermission()
  localStorage.setItem(key, String(wanted))
  return desktopState()
}

/** The tag makes one of what several tabs say. */
export const showOnDesktop = ({ id, title, text }: PortalNotification, onOpen: () => void): void => {
  if (desktopState() !== 'on') return
  const shown = new Notification(title, { body: text, tag: id, icon: '/icon.svg' })
  shown.onclick = () => {
    window.focus()
    shown.close()
    onOpen()
  }
}
