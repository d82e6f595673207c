import type { KeyboardEvent } from 'react'

export interface GridPlace {
  /** -1 = the heads of the columns. */
  readonly row: number
  /** 0 = the head of the row. */
  readonly column: number
}

export const cellName = (row: number, column: number): string => `${row}:${column}`

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** Where a key leads in a grid; null when it is none of its own. Ctrl with Home or End goes to the first or last row. */
export const nextPlace = (
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { row, column }: GridPlace,
  size: { readonly rows: number; readonly columns: number },
  page: number,
): GridPlace | null => {
  const far = event.ctrlKey || event.metaKey
  const to = (nextRow: number, nextColumn: number): GridPlace => ({
    row: clamp(nextRow, -1, size.rows - 1),
    column: clamp(nextColumn, 0, size.columns - 1),
  })
  switch (event.key) {
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'PageUp':
      return to(row - page, column)
    case 'PageDown':
      return to(row + page, column)
    case 'Home':
      return to(far ? 0 : row, 0)
    case 'End':
      return to(far ? size.rows - 1 : row, size.columns - 1)
    default:
      return null
  }
}
