import { describe, expect, it } from 'vitest'
import { plannedDays } from './plan-steps.ts'

describe('planned steps, on working days', () => {
  const steps = [2, 8].map((days) => ({ label: { fr: '', en: '' }, actor: 'carrier' as const, days }))
  it.each([
    // The eleventh of November is a holiday.
    [null, ['2026-11-12', '2026-11-19']],
    ['2026-11-12', ['2026-11-12', '2026-11-19']],
    ['2027-03-02', ['2027-02-22', '2027-03-02']],
    // A Monday, eight days after a Sunday.
    ['2027-03-01', ['2027-02-22', '2027-03-01']],
    // The Saturday before Easter.
    ['2027-03-27', ['2027-03-19', '2027-03-30']],
  ])('wished on %s', (wishedOn, days) => {
    expect(plannedDays({ steps }, '2026-11-09', wishedOn)).toEqual(days)
  })
  it('gives way to the holidays of the site’s department', () => {
    expect(plannedDays({ steps }, '2026-11-09', '2027-03-26', ['67'])).toEqual(['2027-03-18', '2027-03-30'])
    expect(plannedDays({ steps }, '2026-11-09', '2027-03-26', ['75'])).toEqual(['2027-03-18', '2027-03-26'])
  })
})
