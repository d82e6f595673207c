import { addDays, addMonths, dayOfWeek, endOfMonth, startOfMonth } from '#api/rules/civil-date'

/** Days that may be chosen, `yyyy-mm-dd`. */
export interface DayBounds {
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly excluded?: ((day: string) => boolean) | undefined
}

/** First and last day that a calendar shows when nothing bounds it. */
const earliest = '1900-01-01'
const latest = '2199-12-31'

export const isWithin = (day: string, { min, max }: DayBounds): boolean =>
  (min === undefined || day >= min) && (max === undefined || day <= max)
export const mayChoose = (day: string, bounds: DayBounds): boolean => isWithin(day, bounds) && bounds.excluded?.(day) !== true

/** The nearest day within the bounds. */
export const held = (day: string, { min = earliest, max = latest }: DayBounds): string => (day < min ? min : day > max ? max : day)

/** The weeks of a day's month, Monday first; null = a day of another month. Always six, so that the calendar keeps its size. */
export const weeksOf = (day: string): readonly (readonly (string | null)[])[] => {
  const first = startOfMonth(day)
  const last = endOfMonth(day)
  const start = 1 - dayOfWeek(first)
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => {
      const at = addDays(first, start + week * 7 + place)
      return at >= first && at <= last ? at : null
    }),
  )
}

/** Where a key leads from a day, as in every calendar that follows the patterns of the WAI; undefined = the key is not for the calendar. */
export const movedBy = (day: string, key: string, withShift: boolean): string | undefined => {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return addDays(day, 1 - dayOfWeek(day))
    case 'End':
      return addDays(day, 7 - dayOfWeek(day))
    case 'PageUp':
      return addMonths(day, withShift ? -12 : -1)
    case 'PageDown':
      return addMonths(day, withShift ? 12 : 1)
    default:
      return undefined
  }
}
