import { daysInMonth, isCivilDate } from './civil-date.ts'

/** What a person wrote in a date field: a day (`yyyy-mm-dd`), nothing, the beginning of a day, a day that does not exist, or something else. */
export type TypedDay =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'empty' | 'unfinished' | 'impossible' | 'unreadable' }

const between = String.raw`\s*[\s./-]\s*`
const dayFirst = new RegExp(`^(\\d{1,2})${between}(\\d{1,2})${between}(\\d{4})$`)
const dayFirstShort = new RegExp(`^(\\d{1,2})${between}(\\d{1,2})${between}(\\d{2})$`)
const yearFirst = new RegExp(`^(\\d{4})${between}(\\d{1,2})${between}(\\d{1,2})$`)
const begunDayFirst = new RegExp(`^(\\d{1,2})(?:${between}(?:(\\d{1,2})(${between}\\d{0,4})?)?)?$`)
const begunYearFirst = new RegExp(`^\\d{4}${between}(?:\\d{1,2}(?:${between}\\d{0,2})?)?$`)

const dayOf = (year: number, month: number, day: number): TypedDay => {
  const written = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  // A year before 1900 is a slip of the hand: « 0206 ».
  return year >= 1900 && isCivilDate(written) ? { kind: 'day', day: written } : { kind: 'impossible' }
}

/** « 45/ » and « 31/02/ » can no longer become a day, whatever follows. */
const isHopeless = (day: string, month: string | undefined, rest: string | undefined): boolean => {
  if (Number(day) > 31 || day === '00' || (month !== undefined && Number(day) === 0)) return true
  if (month === undefined || (month.length === 1 && rest === undefined)) return false
  return Number(month) < 1 || Number(month) > 12 || Number(day) > daysInMonth(2024, Number(month))
}

/**
 * Reads a day as people write it in French and in British English, the day first: 21/11/2026, 1/2/2026, 1.2.2026, 01022026, and 2026-11-21. A year
 * of two figures (1/2/26) is only taken once the person is done, `isDone`: before, more figures may follow.
 */
export const readDay = (typed: string, isDone: boolean): TypedDay => {
  const text = typed.trim()
  if (text === '') return { kind: 'empty' }
  const long = dayFirst.exec(text) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(text)
  if (long) return dayOf(Number(long[3]), Number(long[2]), Number(long[1]))
  const iso = yearFirst.exec(text)
  // « 2026-1 » is a day of January, or the beginning of December.
  if (iso && (isDone || iso[3]?.length === 2)) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const short = isDone ? (dayFirstShort.exec(text) ?? /^(\d\d)(\d\d)(\d\d)$/.exec(text)) : null
  if (short) return dayOf(2000 + Number(short[3]), Number(short[2]), Number(short[1]))
  const begun = begunDayFirst.exec(text)
  if (begun) return { kind: isHopeless(begun[1] ?? '', begun[2], begun[3]) ? 'impossible' : 'unfinished' }
  return { kind: begunYearFirst.test(text) || /^\d{1,8}$/.test(text) ? 'unfinished' : 'unreadable' }
}
