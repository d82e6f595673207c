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

/** One of the eleven public holidays of the whole of France (Alsace and Moselle have two more of their own). */
export const isPublicHoliday = (date: string): boolean => {
  if (fixedHolidays.includes(date.slice(5))) return true
  const easter = easterSunday(Number(date.slice(0, 4)))
  return movingHolidays.some((days) => addDays(easter, days) === date)
}

/** Monday to Friday, public holidays apart. */
export const isWorkingDay = (date: string): boolean => dayOfWeek(date) <= 5 && !isPublicHoliday(date)

/** The day itself when it is worked, else the first one after it that is. */
export const nextWorkingDay = (date: string): string => (isWorkingDay(date) ? date : nextWorkingDay(addDays(date, 1)))
