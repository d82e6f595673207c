import { type Weekday, weekdays } from '#api/rules/opening-hours'
import { locale } from '../../../../../platform/language.ts'

/** « Lundi »: the first of January 2024 was a Monday. */
export const weekdayLabel = (day: Weekday): string => {
  const date = new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(day), 12))
  const name = new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(date)
  return name.charAt(0).toLocaleUpperCase(locale()) + name.slice(1)
}
