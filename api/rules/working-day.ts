import { addDays, dayOfWeek } from './civil-date.ts'

const fixedHolidays = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']

/** Easter Monday, Ascension Day and Whit Monday: days after Easter Sunday. */
const movingHolidays = [1, 39, 50]

// The anonymous Gregorian reckoning: golden number, leap days that centuries skip, moon, then the Sunday that follows it.
const easterSunday = (year: number): string => {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moon = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - moon - (yearOfCentury % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451)
  return addDays(`${String(year).padStart(4, '0')}-03-22`, moon + sunday - 7 * late)
}

// Code du travail, art. L3422-2: the day that remembers the abolition of slavery.
const overseasHolidays: Readonly<Record<string, string>> = {
  971: '05-27',
  972: '05-22',
  973: '06-10',
  974: '12-20',
  976: '04-27',
  977: '10-09',
  978: '05-28',
}
// Code du travail, art. L3134-13: Moselle and Alsace, which add the day after Christmas, and Good Friday.
const alsaceMoselle: readonly string[] = ['57', '67', '68']
const goodFriday = -2

const isLocalHoliday = (date: string, department: string): boolean => {
  if (overseasHolidays[department] === date.slice(5)) return true
  return (
    alsaceMoselle.includes(department) && (date.endsWith('-12-26') || addDays(easterSunday(Number(date.slice(0, 4))), goodFriday) === date)
  )
}

/** One of the eleven public holidays of the whole of France, or one of those of these departments (`67`, `974`). */
export const isPublicHoliday = (date: string, departments: readonly string[] = []): boolean => {
  if (fixedHolidays.includes(date.slice(5))) return true
  const easter = easterSunday(Number(date.slice(0, 4)))
  return movingHolidays.some((days) => addDays(easter, days) === date) || departments.some((one) => isLocalHoliday(date, one))
}

/** Monday to Friday, public holidays apart, those of these departments too. */
export const isWorkingDay = (date: string, departments: readonly string[] = []): boolean =>
  dayOfWeek(date) <= 5 && !isPublicHoliday(date, departments)

/** The day itself when it is worked, else the first one after it that is. */
export const nextWorkingDay = (date: string, departments: readonly string[] = []): string =>
  isWorkingDay(date, departments) ? date : nextWorkingDay(addDays(date, 1), departments)
