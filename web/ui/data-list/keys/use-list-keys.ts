import { type RefObject, useEffect, useRef } from 'react'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox'))

interface Stood {
  readonly key: string | null
  readonly at: number
}

/**
 * The row to go to, from the one that holds the focus, else from where one stood: a row that is drawn anew loses the focus, one that has left
 * gives its place to the next.
 */
export const nextRow = (keys: readonly (string | null)[], focused: number, stood: Stood | null, by: 1 | -1): number => {
  const last = keys.length - 1
  const within = (at: number) => Math.min(last, Math.max(0, at))
  if (focused !== -1) return within(focused + by)
  if (!stood) return by === 1 ? 0 : last
  const now = keys.indexOf(stood.key)
  if (now !== -1) return within(now + by)
  return within(by === 1 ? stood.at : stood.at - 1)
}

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
    let stood: Stood | null = null
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
        // Who went elsewhere begins anew.
        const isLost = document.activeElement === null || document.activeElement === document.body
        const next = nextRow(
          rows.map((one) => one.getAttribute('data-row')),
          at,
          isLost ? stood : null,
          key === 'j' ? 1 : -1,
        )
        const handle = rows[next] && handleOf(rows[next])
        stood = { key: rows[next]?.getAttribute('data-row') ?? null, at: next }
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
