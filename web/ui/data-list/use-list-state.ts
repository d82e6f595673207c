import { useNavigate, useSearch } from '@tanstack/react-router'

export interface ListState {
  readonly values: Readonly<Record<string, string | undefined>>
  /** Changes filters or sort; returns to the first page. */
  readonly change: (values: Readonly<Record<string, string | undefined>>) => void
  readonly goTo: (cursor: string) => void
  /** Takes these filters and this sort instead of all that hold. */
  readonly show: (values: Readonly<Record<string, string | undefined>>) => void
}

/** Reads and writes the list's state in the address. Filters replace the history entry, pages add one. */
export const useListState = (): ListState => {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const values = Object.fromEntries(Object.entries(search).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  const go = (next: Readonly<Record<string, string | undefined>>, replace: boolean) => {
    const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value))
    void navigate({ to: '.', search: kept as never, replace, resetScroll: !replace })
  }
  return {
    values,
    change: (changes) => go({ ...values, cursor: undefined, ...changes }, true),
    goTo: (cursor) => go({ ...values, cursor }, false),
    show: (all) => go(all, false),
  }
}
