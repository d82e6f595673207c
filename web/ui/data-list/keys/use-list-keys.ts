import { type RefObject, useEffect, useRef } from 'react'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox'))

/** What holds the focus of a row: its link, else the first thing in it that can. */
const handleOf = (row: Element): HTMLElement | null =>
  row.querySelector<HTMLElement>('a[data-row-link]') ?? row.querySelector<HTMLElement>('input[type="checkbox"], a[href], button')

interface ListKeys {
  /** Around the list: rows bear `data-row`, their key. */
  readonly area: RefObject<HTMLElement | null>
  /** X: picks the row that holds the focus, or lets it go. */
  readonly onPick?: ((row: string) => void) | undefined
  /** Escape: nothing is picked any more. */
  readonly onClear?: (() => void) | undefined
  /** Keys of this list alone, on the row that holds the focus. */
  readonly own?: Readonly<Record<string, (row: string) => void>> | undefined
}

/**
 * J and K walk through the rows, Enter opens one (it is a link), X picks it, `/` goes to the list's search, Escape lets go of what is picked.
 * Silent while something is typed or a window is open.
 */
export const useListKeys = (keys: ListKeys): void => {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { area, onPick, onClear, own } = latest.current
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('[role="dialog"]')) return
      const rows = [...(area.current?.querySelectorAll('[data-row]') ?? [])]
      const at = rows.findIndex((row) => row.contains(document.activeElement))
      const row = rows[at]?.getAttribute('data-row')
      const key = event.key.toLowerCase()
      if (key === '/') {
        const search = area.current?.querySelector<HTMLInputElement>('input[type="search"]')
        if (!search) return
        search.focus()
        search.select()
      } else if (key === 'escape' && onClear) onClear()
      else if (rows.length === 0) return
      else if (key === 'j' || key === 'k') {
        const next = at === -1 ? (key === 'j' ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1)))
        const handle = rows[next] && handleOf(rows[next])
        handle?.focus()
        handle?.scrollIntoView({ block: 'nearest' })
      } else if (row && key === 'x' && onPick) onPick(row)
      else if (row && own?.[key]) own[key](row)
      else return
      event.preventDefault()
      // Before the whole portal's keys: `/` would open its search.
      event.stopImmediatePropagation()
    }
    addEventListener('keydown', onKey, true)
    return () => removeEventListener('keydown', onKey, true)
  }, [])
}
