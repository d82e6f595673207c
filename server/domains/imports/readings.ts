import type { Reading, ReadingCount } from '../../platform/imports/line.ts'

/** Counts more readings, by column and kind. */
export const addReadings = (before: readonly ReadingCount[], more: readonly Reading[]): readonly ReadingCount[] => {
  const counted = new Map(before.map((one) => [`${one.column} ${one.code}`, one]))
  for (const reading of more) {
    const key = `${reading.column} ${reading.code}`
    const known = counted.get(key)
    counted.set(key, { ...(known ?? reading), count: (known?.count ?? 0) + 1 })
  }
  return [...counted.values()]
}
