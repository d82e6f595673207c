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
export const openPalette = (): void => show('palette')
export const openKeys = (): void => show('keys')
export const closeOverlay = (): void => show(null)
