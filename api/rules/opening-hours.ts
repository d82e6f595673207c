import { compareDates, dayOfWeek, isCivilDate } from './civil-date.ts'

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

/** Local times `HH:MM`, `from` included, `to` excluded; `24:00` is the end of the day. */
export interface OpeningSlot {
  readonly from: string
  readonly to: string
}

/** Days off, both included. */
export interface Closing {
  readonly from: string
  readonly to: string
  readonly label: string
}

/** A day without slots is closed. */
export interface OpeningHours {
  readonly week: Readonly<Record<Weekday, readonly OpeningSlot[]>>
  readonly closings: readonly Closing[]
}

export interface OpeningHoursError {
  /** Where, as keys and positions: `['week', 'monday', 1, 'to']`. */
  readonly path: readonly (string | number)[]
  readonly code: 'time_invalid' | 'slot_reversed' | 'slots_overlap' | 'date_invalid' | 'closing_reversed'
}

/** `HH:MM` from 00:00 to 24:00. Such times sort as texts. */
export const isTimeOfDay = (text: string): boolean => /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)

const byStart = (a: OpeningSlot, b: OpeningSlot): number =>
  a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : a.to > b.to ? 1 : 0

/** Slots and closings in the order of time. Nothing is merged: what overlaps is an error to show. */
export const sortOpeningHours = (hours: OpeningHours): OpeningHours => ({
  week: {
    monday: [...hours.week.monday].sort(byStart),
    tuesday: [...hours.week.tuesday].sort(byStart),
    wednesday: [...hours.week.wednesday].sort(byStart),
    thursday: [...hours.week.thursday].sort(byStart),
    friday: [...hours.week.friday].sort(byStart),
    saturday: [...hours.week.saturday].sort(byStart),
    sunday: [...hours.week.sunday].sort(byStart),
  },
  closings: [...hours.closings].sort((a, b) => byStart(a, b) || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)),
})

const slotErrors = (day: Weekday, slots: readonly OpeningSlot[]): OpeningHoursError[] => {
  const errors: OpeningHoursError[] = []
  slots.forEach((slot, index) => {
    const path = ['week', day, index] as const
    if (!isTimeOfDay(slot.from)) errors.push({ path: [...path, 'from'], code: 'time_invalid' })
    if (!isTimeOfDay(slot.to)) errors.push({ path: [...path, 'to'], code: 'time_invalid' })
    if (isTimeOfDay(slot.from) && isTimeOfDay(slot.to) && slot.from >= slot.to)
      errors.push({ path: [...path, 'to'], code: 'slot_reversed' })
    const overlaps = slots.some((other, position) => position < index && slot.from < other.to && other.from < slot.to)
    if (overlaps) errors.push({ path: [...path, 'from'], code: 'slots_overlap' })
  })
  return errors
}

const closingErrors = (closing: Closing, index: number): OpeningHoursError[] => {
  const errors: OpeningHoursError[] = []
  for (const end of ['from', 'to'] as const) {
    if (!isCivilDate(closing[end])) errors.push({ path: ['closings', index, end], code: 'date_invalid' })
  }
  if (errors.length === 0 && compareDates(closing.from, closing.to) > 0)
    errors.push({ path: ['closings', index, 'to'], code: 'closing_reversed' })
  return errors
}

/** What is wrong in these hours; nothing when they can be kept. Slots that touch (12:00–12:00) do not overlap. */
export const openingHoursErrors = (hours: OpeningHours): readonly OpeningHoursError[] => [
  ...weekdays.flatMap((day) => slotErrors(day, hours.week[day])),
  ...hours.closings.flatMap(closingErrors),
]

/** A week closed every day, to start a form from. */
export const emptyOpeningHours = (): OpeningHours => ({
  week: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
  closings: [],
})

/** Is it open at this local time (`2026-11-21T10:30`, seconds and beyond ignored)? The time must be that of the site's own time zone. */
export const isOpenAt = (hours: OpeningHours, localDateTime: string): boolean => {
  const [date, time] = [localDateTime.slice(0, 10), localDateTime.slice(11, 16)]
  if (hours.closings.some((closing) => closing.from <= date && date <= closing.to)) return false
  const day = weekdays[dayOfWeek(date) - 1]
  return day !== undefined && hours.week[day].some((slot) => slot.from <= time && time < slot.to)
}

export interface OpeningHoursGroup {
  readonly first: Weekday
  readonly last: Weekday
  readonly slots: readonly OpeningSlot[]
}

const sameSlots = (a: readonly OpeningSlot[], b: readonly OpeningSlot[]): boolean =>
  a.length === b.length && a.every((slot, index) => slot.from === b[index]?.from && slot.to === b[index]?.to)

/** Consecutive days with the same slots, together: for a screen that has its own way to write them. */
export const groupOpeningHours = (hours: OpeningHours): readonly OpeningHoursGroup[] => {
  const groups: OpeningHoursGroup[] = []
  for (const day of weekdays) {
    const previous = groups.at(-1)
    const slots = hours.week[day]
    if (previous && sameSlots(previous.slots, slots)) groups[groups.length - 1] = { ...previous, last: day }
    else groups.push({ first: day, last: day, slots })
  }
  return groups
}

const words = {
  fr: { days: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'], to: 'au', closed: 'fermé', colon: ' : ' },
  en: { days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'], to: 'to', closed: 'closed', colon: ': ' },
} as const

/** The week in a line: `lundi au vendredi : 08:30–12:00, 14:00–18:00 ; samedi au dimanche : fermé`. Exceptional closings are left out. */
export const describeOpeningHours = (hours: OpeningHours, language: 'fr' | 'en'): string => {
  const { days, to, closed, colon } = words[language]
  return groupOpeningHours(hours)
    .map(({ first, last, slots }) => {
      const [from, until] = [days[weekdays.indexOf(first)], days[weekdays.indexOf(last)]]
      const when = first === last ? from : `${from} ${to} ${until}`
      return `${when}${colon}${slots.length === 0 ? closed : slots.map((slot) => `${slot.from}–${slot.to}`).join(', ')}`
    })
    .join(language === 'fr' ? ' ; ' : '; ')
}
