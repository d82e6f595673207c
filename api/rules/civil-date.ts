/** Civil dates as ISO `yyyy-mm-dd` strings, in pure integers: no time zone can shift a day. Years 0001 to 9999. */

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days of a month; `month` counts from 1. */
export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const read = (date: string): Parts | null => {
  const match = shape.exec(date)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : null
}

const parts = (date: string): Parts => {
  const found = read(date)
  if (!found) throw new RangeError(`Not a civil date: ${date}`)
  return found
}

const write = (year: number, month: number, day: number): string => {
  if (year < 1 || year > 9999) throw new RangeError('Civil dates stop at the years 0001 and 9999')
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Is this text a day that exists, written `yyyy-mm-dd`? */
export const isCivilDate = (date: string): boolean => read(date) !== null

// Years counted from March, so that the leap day is the last of its year and month lengths follow one linear formula.
const dayNumber = ({ year, month, day }: Parts): number => {
  const shifted = month <= 2 ? year - 1 : year
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return shifted * 365 + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + dayOfYear
}

const fromDayNumber = (number: number): string => {
  const era = Math.floor(number / 146097)
  const dayOfEra = number - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  return write(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** The day `days` later (earlier when negative). Throws RangeError on something that is no date. */
export const addDays = (date: string, days: number): string => fromDayNumber(dayNumber(parts(date)) + days)

/** The same day `months` later, held back to the end of a shorter month: 31 January + 1 = 28 or 29 February. */
export const addMonths = (date: string, months: number): string => {
  const { year, month, day } = parts(date)
  const index = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return write(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** Negative, zero or positive as `a` is before, on or after `b`. */
export const compareDates = (a: string, b: string): number => dayNumber(parts(a)) - dayNumber(parts(b))

/** Days from `from` to `to`: 1 from a day to the next. */
export const daysBetween = (from: string, to: string): number => compareDates(to, from)

/** ISO day of the week: 1 = Monday … 7 = Sunday. */
export const dayOfWeek = (date: string): number => ((((dayNumber(parts(date)) + 2) % 7) + 7) % 7) + 1

/** First day of the date's month. */
export const startOfMonth = (date: string): string => {
  const { year, month } = parts(date)
  return write(year, month, 1)
}

/** Last day of the date's month. */
export const endOfMonth = (date: string): string => {
  const { year, month } = parts(date)
  return write(year, month, daysInMonth(year, month))
}
