import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dividedCents, shareOfCents } from './cents.ts'

describe('an amount divided', () => {
  it.each([
    [0, 3, 0],
    [1, 2, 1],
    [1, 3, 0],
    [2, 3, 1],
    [5, 10, 1],
    [49, 100, 0],
    [50, 100, 1],
    [149, 100, 1],
    [150, 100, 2],
    [9, 3, 3],
  ])('%i ÷ %i is %i', (cents, by, expected) => expect(dividedCents(cents, by)).toBe(expected))

  it('is never half a cent away from what it is', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.integer({ min: 1, max: 10_000 }), (cents, by) => {
        const twice = 2 * (dividedCents(cents, by) * by - cents)
        expect(twice).toBeLessThanOrEqual(by)
        expect(twice).toBeGreaterThan(-by)
      }),
    )
  })
})

describe('a share of an amount', () => {
  it.each([
    // Half a cent goes up, and what is under it goes.
    [1, 5_000, 1],
    [3, 5_000, 2],
    [1, 4_999, 0],
    [4_590, 10_000, 4_590],
    [4_590, 0, 0],
    [13_770, 3_333, 4_590],
    [6_006, 3_333, 2_002],
    [999, 1_500, 150],
  ])('%i cents at %i hundredths of a percent are %i', (cents, basisPoints, expected) =>
    expect(shareOfCents(cents, basisPoints)).toBe(expected),
  )
})
