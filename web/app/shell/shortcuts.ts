import { useEffect, useRef } from 'react'
import { openKeys, openPalette } from './palette-state.ts'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Keys of the whole portal: Ctrl K search, `?` help, `[` menu. Single keys stay silent while something is being typed. */
export const useShortcuts = (acts: { readonly toggleMenu: () => void }): void => {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        openPalette()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('[role="dialog"]')) return
      if (event.key === '?') openKeys()
      else if (event.key === '/') openPalette()
      else if (event.key === '[') latest.current.toggleMenu()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
