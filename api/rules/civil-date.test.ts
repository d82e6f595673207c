import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  compareDates,
  dayOfWeek,
  daysBetween,
  daysInMonth,
  endOfMonth,
  isCivilDate,
  startOfMonth,
} from './civil-date.ts'

const date = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10))

describe('civil dates', () => {
  it.each([
    ['2026-11-21', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['0000-01-01', false],
    ['2026-1-1', false],
    ['2026-11-21T00:00', false],
    ['', false],
  ])('%s exists: %s', (text, exists) => expect(isCivilDate(text)).toBe(exists))

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-21', 36, '2029-11-21'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-01', 1, '2027-01-01'],
  ])('%s + %i months = %s', (from, months, to) => expect(addMonths(from, months)).toBe(to))

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2000-03-01', -1, '2000-02-29'],
  ])('%s + %i days = %s', (from, days, to) => expect(addDays(from, days)).toBe(to))

  it('knows the ends of months and the days of the week', () => {
    expect(startOfMonth('2026-02-17')).toBe('2026-02-01')
    expect(endOfMonth('2026-02-17')).toBe('2026-02-28')
    expect(Array.from({ length: 12 }, (_, index) => daysInMonth(2027, index + 1))).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    expect(daysInMonth(2028, 2)).toBe(29)
    expect(dayOfWeek('2026-11-21')).toBe(6)
    expect(dayOfWeek('2024-01-01')).toBe(1)
    expect(() => addDays('2026-02-30', 1)).toThrow(new RangeError('Not a civil date: 2026-02-30'))
    for (const [edge, days] of [
      ['9999-12-31', 1],
      ['0001-01-01', -1],
    ] as const)
      expect(() => addDays(edge, days)).toThrow(new RangeError('Civil dates stop at the years 0001 and 9999'))
    expect(addDays('0001-01-02', -1)).toBe('0001-01-01')
  })

  it('agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -3000, max: 3000 }), (from, days) => {
        const instant = new Date(`${from}T00:00:00Z`)
        expect(isCivilDate(from)).toBe(true)
        expect(dayOfWeek(from)).toBe(instant.getUTCDay() || 7)
        instant.setUTCDate(instant.getUTCDate() + days)
        fc.pre(instant.getUTCFullYear() >= 1 && instant.getUTCFullYear() <= 9999)
        const to = addDays(from, days)
        expect(to).toBe(instant.toISOString().slice(0, 10))
        expect(daysBetween(from, to)).toBe(days)
        expect(Math.sign(compareDates(from, to))).toBe(from < to ? -1 : from > to ? 1 : 0)
      }),
    )
  })
})
