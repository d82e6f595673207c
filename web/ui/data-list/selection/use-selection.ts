import { useEffect, useRef, useState } from 'react'

export interface Selection<Row> {
  /** By their keys, in the order in which they were picked. */
  readonly rows: ReadonlyMap<string, Row>
  /** Whatever the filter keeps, shown or not. */
  readonly isAll: boolean
  readonly has: (key: string) => boolean
  /** `range`: with those between it and the last one touched. */
  readonly toggle: (row: Row, range: boolean) => void
  readonly togglePage: () => void
  readonly pickAll: () => void
  readonly clear: () => void
}

/** The rows of a list that are picked: across its pages, as long as it is filtered the same. */
export const useSelection = <Row>(page: readonly Row[], rowKey: (row: Row) => string, filtered: string): Selection<Row> => {
  const [rows, setRows] = useState<ReadonlyMap<string, Row>>(new Map())
  const [isAll, setAll] = useState(false)
  const touched = useRef<string | null>(null)
  const clear = () => {
    setRows(new Map())
    setAll(false)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was picked under other filters is out of sight
  useEffect(clear, [filtered])

  const pick = (chosen: readonly Row[], isPicked: boolean) => {
    setAll(false)
    setRows((before) => {
      const next = new Map(before)
      for (const row of chosen) {
        if (isPicked) next.set(rowKey(row), row)
        else next.delete(rowKey(row))
      }
      return next
    })
  }
  return {
    rows,
    isAll,
    has: (key) => isAll || rows.has(key),
    toggle: (row, range) => {
      const key = rowKey(row)
      const isPicked = !(isAll || rows.has(key))
      const [from, to] = [page.findIndex((one) => rowKey(one) === touched.current), page.findIndex((one) => rowKey(one) === key)]
      pick(range && from >= 0 && to >= 0 ? page.slice(Math.min(from, to), Math.max(from, to) + 1) : [row], isPicked)
      touched.current = key
    },
    togglePage: () => pick(page, isAll || !page.every((row) => rows.has(rowKey(row)))),
    pickAll: () => {
      pick(page, true)
      setAll(true)
    },
    clear,
  }
}
