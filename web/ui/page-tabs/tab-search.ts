/** What a page's address says of its tab; the first one is the bare address. */
export interface TabSearch<T extends string> {
  readonly tab?: T
}

/** Reads `?tab=` among the tabs of a page; anything else is the first. */
export const tabSearch =
  <const T extends string>(tabs: readonly T[]) =>
  (raw: Record<string, unknown>): TabSearch<T> => {
    const tab = tabs.find((each) => each === raw.tab)
    return tab === undefined || tab === tabs[0] ? {} : { tab }
  }
