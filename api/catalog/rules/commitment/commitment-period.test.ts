import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, compareDates, endOfMonth } from '../../../rules/civil-date.ts'
import { commitmentEnd, remainingMonths } from './commitment-period.ts'

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1996-01-01', days))
const months = fc.integer({ min: 1, max: 120 })

describe('last day of a commitment', () => {
  it.each([
    ['2026-11-19', 12, '2027-11-18'],
    ['2026-11-19', 36, '2029-11-18'],
    ['2026-12-01', 12, '2027-11-30'],
    ['2027-01-31', 1, '2027-02-27'],
    ['2028-01-31', 1, '2028-02-28'],
    ['2028-02-29', 12, '2029-02-27'],
    ['2027-03-28', 1, '2027-04-27'],
    ['2026-10-25', 24, '2028-10-24'],
  ])('%s for %i months: %s', (start, count, end) => expect(commitmentEnd(start, count)).toBe(end))
})

describe('months left', () => {
  it.each([
    // Ends in the month of its last day: nothing is left.
    ['2027-11-30', '2027-11-18', 0],
    ['2029-10-31', '2027-11-18', 0],
    ['2027-11-17', '2027-11-18', 1],
    ['2027-11-18', '2027-11-18', 0],
    ['2027-10-31', '2027-11-18', 1],
    ['2026-12-31', '2027-11-18', 11],
    ['2026-12-31', '2027-12-31', 12],
    ['2026-12-31', '2028-01-01', 13],
    ['2027-01-31', '2027-02-28', 1],
    ['2028-01-31', '2028-02-29', 1],
    ['2028-02-29', '2028-02-29', 0],
    ['2027-02-28', '2027-03-30', 1],
    // From a 31st, months are held back to the month's end and do not drift.
    ['2027-01-30', '2027-02-27', 1],
    ['2027-01-30', '2027-02-28', 2],
    ['2027-01-30', '2027-03-30', 2],
    ['2027-01-30', '2027-03-31', 3],
  ])('billed until %s, committed until %s: %i', (billed, end, left) => expect(remainingMonths(billed, end)).toBe(left))

  it('of a commitment of which nothing is billed are its months', () => {
    fc.assert(
      fc.property(day, months, (start, count) => {
        expect(remainingMonths(addDays(start, -1), commitmentEnd(start, count))).toBe(count)
      }),
    )
  })
  it('cover what is committed beyond the last billed day, and no whole month more', () => {
    fc.assert(
      fc.property(day, day, (billed, end) => {
        const left = remainingMonths(billed, end)
        const from = addDays(billed, 1)
        expect(compareDates(addMonths(from, left), end) > 0).toBe(true)
        if (left > 0) expect(compareDates(addMonths(from, left - 1), end) <= 0).toBe(true)
        else expect(compareDates(from, end) > 0).toBe(true)
      }),
    )
  })
  it('and the months billed since the first of a month are the commitment, whenever it is left', () => {
    fc.assert(
      fc.property(day, months, fc.nat(130), (any, count, later) => {
        const start = `${any.slice(0, 7)}-01`
        const end = commitmentEnd(start, count)
        const left = endOfMonth(addMonths(start, later))
        const billed = later + 1
        expect(Math.min(billed, count) + remainingMonths(left, end)).toBe(count)
      }),
    )
  })
})
