import { describe, expect, it } from 'vitest'
import { addDays, dayOfWeek } from './civil-date.ts'
import { isPublicHoliday, nextWorkingDay } from './working-day.ts'

const holidaysOf = (year: number): string[] =>
  Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index)).filter(
    (day) => day.startsWith(String(year)) && isPublicHoliday(day),
  )

describe('working days', () => {
  it.each([
    // Other centuries: the earliest and the latest that can be, and years around the leap days that they skip.
    [1700, ['04-12', '05-20', '05-31']],
    [1818, ['03-23', '04-30', '05-11']],
    [1900, ['04-16', '05-24', '06-04']],
    [1943, ['04-26', '06-03', '06-14']],
    [2100, ['03-29', '05-06', '05-17']],
    [2200, ['04-07', '05-15', '05-26']],
    [2300, ['04-09', '05-17', '05-28']],
    [2400, ['04-17', '05-25', '06-05']],
    [2024, ['04-01', '05-09', '05-20']],
    [2026, ['04-06', '05-14', '05-25']],
    [2027, ['03-29', '05-06', '05-17']],
    [2030, ['04-22', '05-30', '06-10']],
    // The latest Easter of the century, and one of the years that simpler reckonings miss.
    [2038, ['04-26', '06-03', '06-14']],
    [2049, ['04-19', '05-27', '06-07']],
  ])('know the Easter of %i', (year, moving) => {
    const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']
    expect(holidaysOf(year)).toEqual([...fixed, ...moving].sort().map((day) => `${year}-${day}`))
  })

  it.each([
    ['67', '2027-03-26', true],
    ['57', '2026-12-26', true],
    ['68', '2028-04-14', true],
    ['54', '2027-03-26', false],
    ['54', '2026-12-26', false],
    ['974', '2026-12-20', true],
    ['971', '2027-05-27', true],
    ['972', '2027-05-22', true],
    ['973', '2027-06-10', true],
    ['976', '2027-04-27', true],
    ['977', '2027-10-09', true],
    ['978', '2027-05-28', true],
    ['971', '2027-12-20', false],
    ['75', '2027-05-27', false],
  ])('know the holidays of department %s: %s is one, %s', (department, day, right) => {
    expect(isPublicHoliday(day, [department])).toBe(right)
    expect(isPublicHoliday(day)).toBe(false)
    expect(isPublicHoliday(day, ['75', department])).toBe(right)
  })

  it('pass a local holiday over', () => {
    expect(nextWorkingDay('2027-03-26', ['67'])).toBe('2027-03-30')
    expect(nextWorkingDay('2027-03-26')).toBe('2027-03-26')
  })

  it('count a holiday once where two fall together', () => {
    // Ascension Day of 2008 was the first of May.
    expect(holidaysOf(2008)).toHaveLength(10)
  })

  it.each([
    ['2026-11-20', '2026-11-20'],
    ['2026-11-21', '2026-11-23'],
    ['2026-11-22', '2026-11-23'],
    ['2026-11-11', '2026-11-12'],
    // Christmas on a Friday, the New Year too.
    ['2026-12-25', '2026-12-28'],
    ['2026-12-31', '2026-12-31'],
    ['2027-01-01', '2027-01-04'],
    // The weekend of Easter and its Monday.
    ['2027-03-27', '2027-03-30'],
    // A holiday on a Saturday is not made up for.
    ['2027-05-01', '2027-05-03'],
  ])('from %s on: %s', (day, next) => {
    expect(nextWorkingDay(day)).toBe(next)
  })

  it('come at most four days later, from Monday to Friday', () => {
    for (let day = '2020-01-01'; day < '2060-01-01'; day = addDays(day, 1)) {
      const next = nextWorkingDay(day)
      expect(dayOfWeek(next)).toBeLessThan(6)
      expect(next >= day && next <= addDays(day, 4)).toBe(true)
    }
  })
})
