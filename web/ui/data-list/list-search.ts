/** State of a list, kept in the address: free text, sort (`-` = descending), keyset cursor, and the list's own filters as texts. */
export type ListSearch<K extends string = never> = { readonly [name in K | 'q' | 'sort' | 'cursor']?: string }

/** `validateSearch` of a list's route: keeps the known names that hold a text. Several values of one filter are joined by commas. */
export const listSearch =
  <K extends string>(...filters: readonly K[]) =>
  (raw: Record<string, unknown>): ListSearch<K> => {
    const known: Record<string, string> = {}
    for (const name of ['q', 'sort', 'cursor', ...filters]) {
      const value = raw[name]
      if ((typeof value === 'string' && value !== '') || typeof value === 'number') known[name] = String(value)
    }
    return known as ListSearch<K>
  }
