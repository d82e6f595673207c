import { keepEarlyKeys, takeEarlyKeys } from './early-keys.ts'

/** Whether the search palette or the keyboard help is open; a store of its own because pages without shell context open them too. */
export type Overlay = 'palette' | 'keys' | null

let overlay: Overlay = null
const listeners = new Set<() => void>()

export const readOverlay = (): Overlay => overlay
export const subscribeOverlay = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const show = (next: Overlay): void => {
  overlay = next
  for (const listener of listeners) listener()
}
/** Its code may be on its way: what is typed meanwhile is for its field. */
export const openPalette = (): void => {
  if (overlay !== 'palette') keepEarlyKeys()
  show('palette')
}
export const openKeys = (): void => {
  takeEarlyKeys()
  show('keys')
}
export const closeOverlay = (): void => {
  takeEarlyKeys()
  show(null)
}
