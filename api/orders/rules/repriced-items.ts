/** What an order line needs to be read beside the one it replaces. Cents of one unit, without VAT; null: the reader sees no amount. */
interface Item {
  readonly action: 'add' | 'modify' | 'delete'
  readonly item: string
  readonly quantityBefore: number | null
  readonly quantityAfter: number | null
  readonly monthlyCents: number | null
}

/** A line as people read it: `monthlyBeforeCents` is told when the line goes on at another price. */
export type ReadItem<T extends Item> = T & { readonly monthlyBeforeCents: number | null }

/**
 * What goes on at another price is kept as a line taken away and one brought: read as one line that changes, with its old and its new price.
 * A line replaced by nothing, or by several, stays as it is.
 */
export const readItems = <T extends Item>(items: readonly T[]): ReadItem<T>[] => {
  const of = (item: string, action: T['action']) => items.filter((one) => one.item === item && one.action === action)
  const pairOf = ({ item }: T): { readonly removed: T; readonly added: T } | null => {
    const [[removed, ...otherRemoved], [added, ...otherAdded]] = [of(item, 'delete'), of(item, 'add')]
    return removed && added && otherRemoved.length + otherAdded.length === 0 ? { removed, added } : null
  }
  return items.flatMap((item): ReadItem<T>[] => {
    const pair = item.action === 'modify' ? null : pairOf(item)
    if (!pair) return [{ ...item, monthlyBeforeCents: null }]
    if (item.action === 'delete') return []
    const { removed, added } = pair
    return [{ ...added, action: 'modify', quantityBefore: removed.quantityBefore, monthlyBeforeCents: removed.monthlyCents }]
  })
}
