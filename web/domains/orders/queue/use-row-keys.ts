import { type RefObject, useEffect, useRef } from 'react'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

interface RowKeys {
  /** Around the list. */
  readonly area: RefObject<HTMLElement | null>
  /** Takes over the order of the row that holds the focus; its link's address tells which. */
  readonly onTake: (href: string) => void
}

/** J and K walk through the rows, P takes the row over; Enter opens it, as any link. Silent while something is typed or a window is open. */
export const useRowKeys = ({ area, onTake }: RowKeys): void => {
  const take = useRef(onTake)
  take.current = onTake
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('[role="dialog"]')) return
      const rows = [...(area.current?.querySelectorAll<HTMLAnchorElement>('tbody td:first-child a, li[data-link] a') ?? [])]
      if (rows.length === 0) return
      const at = rows.indexOf(document.activeElement as HTMLAnchorElement)
      const key = event.key.toLowerCase()
      if (key === 'j' || key === 'k') {
        const next = at === -1 ? (key === 'j' ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1)))
        rows[next]?.focus()
        rows[next]?.scrollIntoView({ block: 'nearest' })
      } else if (key === 'p' && at !== -1) take.current(rows[at]?.pathname ?? '')
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [area])
}
