import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, compareDates } from '../../../rules/civil-date.ts'
import { enforceableMonths, needsWaiver } from './long-commitment.ts'
import { addNotice, earliestEnd, isTacitlyRenewed, renewalNoticeWindow } from './notice.ts'

const month = { count: 1, unit: 'month' } as const
const ordinary = { isRenewed: false, isPortOut: false }

describe('notice', () => {
  it.each([
    ['2026-11-21', 1, 'month', '2026-12-21'],
    ['2027-01-31', 1, 'month', '2027-02-28'],
    ['2028-01-31', 1, 'month', '2028-02-29'],
    ['2026-11-30', 3, 'month', '2027-02-28'],
    ['2026-12-25', 10, 'day', '2027-01-04'],
    // Over the nights when the clock changes a day is a day.
    ['2027-03-27', 1, 'day', '2027-03-28'],
    ['2026-10-24', 2, 'day', '2026-10-26'],
    ['2026-11-21', 0, 'day', '2026-11-21'],
  ] as const)('from %s, %i %s: %s', (from, count, unit, end) => expect(addNotice(from, { count, unit })).toBe(end))

  it('is ten days at most after a tacit renewal, and never longer than the contract says', () => {
    expect(earliestEnd('2026-11-21', month, { isRenewed: true, isPortOut: false })).toBe('2026-12-01')
    expect(earliestEnd('2026-11-21', { count: 5, unit: 'day' }, { isRenewed: true, isPortOut: false })).toBe('2026-11-26')
    expect(earliestEnd('2026-11-21', month, ordinary)).toBe('2026-12-21')
  })
  it('is none for a port-out', () => expect(earliestEnd('2026-11-21', month, { isRenewed: false, isPortOut: true })).toBe('2026-11-21'))
  it('never ends before it starts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.nat(36),
        fc.constantFrom('day' as const, 'month' as const),
        (days, count, unit) => {
          const from = addDays('2020-01-01', days)
          expect(compareDates(earliestEnd(from, { count, unit }, ordinary), from)).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})

describe('tacit renewal', () => {
  const commitments = [{ startsOn: '2025-11-19', months: 12, endsOn: '2026-11-18' }]
  it('has happened once every commitment is over', () => {
    expect(isTacitlyRenewed({ tacitRenewal: true, commitments }, '2026-11-19')).toBe(true)
    expect(isTacitlyRenewed({ tacitRenewal: true, commitments }, '2026-11-18')).toBe(false)
    expect(isTacitlyRenewed({ tacitRenewal: false, commitments }, '2026-11-19')).toBe(false)
    expect(isTacitlyRenewed({ tacitRenewal: true, commitments: [] }, '2026-11-19')).toBe(false)
    const longer = [...commitments, { startsOn: '2026-06-01', months: 12, endsOn: '2027-05-31' }]
    expect(isTacitlyRenewed({ tacitRenewal: true, commitments: longer }, '2026-11-19')).toBe(false)
    expect(isTacitlyRenewed({ tacitRenewal: true, commitments: longer }, '2027-06-01')).toBe(true)
  })
  it('is announced between three months and one month before', () =>
    expect(renewalNoticeWindow('2027-05-31')).toEqual({ from: '2027-02-28', until: '2027-04-30' }))
})

describe('more than 24 months', () => {
  it.each([
    ['micro', 36, true],
    ['small', 25, true],
    ['nonprofit', 36, true],
    ['small', 24, false],
    ['medium', 60, false],
    ['unknown', 60, false],
  ])('for a %s company, %i months need a waiver: %s', (size, months, expected) => expect(needsWaiver(size, months)).toBe(expected))
  it('hold 24 against a small company that waived nothing', () => {
    expect(enforceableMonths(36, { size: 'small', hasWaived: false })).toBe(24)
    expect(enforceableMonths(36, { size: 'small', hasWaived: true })).toBe(36)
    expect(enforceableMonths(36, { size: 'large', hasWaived: false })).toBe(36)
    expect(enforceableMonths(12, { size: 'micro', hasWaived: false })).toBe(12)
  })
})
