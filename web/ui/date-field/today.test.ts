import { describe, expect, it } from 'vitest'
import { dayAt } from './today.ts'

describe('the day of an instant', () => {
  it.each([
    ['2026-07-14T22:30:00.000Z', '2026-07-15'],
    ['2026-07-14T21:59:59.999Z', '2026-07-14'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01'],
    ['2026-12-31T22:59:00.000Z', '2026-12-31'],
  ])('%s is %s in Paris', (instant, day) => {
    expect(dayAt(instant)).toBe(day)
  })
})
