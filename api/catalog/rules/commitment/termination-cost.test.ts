import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, compareDates, endOfMonth } from '../../../rules/civil-date.ts'
import { commitmentEnd } from './commitment-period.ts'
import { costByMonth, type ExitTerms, monthsStillBilled, terminationCost } from './termination-cost.ts'

const fibre: ExitTerms = {
  monthlyCents: 35_000,
  oneOffCents: 15_000,
  penaltyBasisPoints: 10_000,
  commitments: [{ label: 'Création', startsOn: '2026-11-19', endsOn: '2029-11-18', monthlyCents: 35_000 }],
  isFree: false,
}

describe('cost of a termination', () => {
  it.each([
    // effective day, billed until, months left, penalties
    ['2026-12-21', '2026-12-31', 35, 35 * 35_000],
    ['2026-12-31', '2026-12-31', 35, 35 * 35_000],
    ['2027-01-01', '2027-01-31', 34, 34 * 35_000],
    ['2028-02-29', '2028-02-29', 21, 21 * 35_000],
    ['2029-10-31', '2029-10-31', 1, 35_000],
    ['2029-11-01', '2029-11-30', 0, 0],
    ['2031-05-05', '2031-05-31', 0, 0],
  ])('on %s: billed until %s, %i months left', (day, billedUntil, remainingMonths, penaltyCents) =>
    expect(terminationCost(fibre, day)).toMatchObject({ billedUntil, remainingMonths, penaltyCents, totalCents: penaltyCents + 15_000 }),
  )
  it('adds up the commitments, each with its own end, share and rounding', () => {
    const cost = terminationCost(
      {
        ...fibre,
        penaltyBasisPoints: 3_333,
        commitments: [
          { label: 'Création', startsOn: '2025-03-19', endsOn: '2027-03-18', monthlyCents: 4_590 },
          { label: 'Ajout', startsOn: '2026-07-01', endsOn: '2027-06-30', monthlyCents: 1_001 },
          { label: 'Ancien', startsOn: '2025-02-01', endsOn: '2026-01-31', monthlyCents: 9_999 },
        ],
      },
      '2026-12-21',
    )
    // 3 × 45.90 × 33.33 % = 45.895 → 45.90 ; 6 × 10.01 × 33.33 % = 20.018 → 20.02
    expect(cost.penalties.map(({ label, months, cents }) => [label, months, cents])).toEqual([
      ['Création', 3, 4_590],
      ['Ajout', 6, 2_002],
    ])
    expect(cost.totalCents).toBe(4_590 + 2_002 + 15_000)
    expect(cost.remainingMonths).toBe(6)
  })
  it.each([
    // months × fee × share: half a cent goes up, less than half is nobody's
    [5_000, 1, 1],
    [5_000, 3, 2],
    [4_999, 1, 0],
    [2_500, 2, 1],
  ])('at %i hundredths of a percent of %i cents: %i', (penaltyBasisPoints, monthlyCents, cents) => {
    const commitments = [{ label: 'Création', startsOn: '2026-11-01', endsOn: '2027-01-31', monthlyCents }]
    expect(terminationCost({ ...fibre, penaltyBasisPoints, commitments }, '2026-12-21').penalties).toMatchObject([{ months: 1, cents }])
  })
  it.each([
    // A contract left before its commitment began owes its months, and no more.
    ['2026-09-02', 36],
    ['1990-02-01', 36],
    ['2026-11-19', 36],
    ['2026-12-01', 35],
  ])('on %s: %i months, never more than were committed', (day, months) =>
    expect(terminationCost(fibre, day)).toMatchObject({ remainingMonths: months, penaltyCents: months * 35_000 }),
  )
  it('left before it began, owes the month that its last day opens', () => {
    const commitments = [{ label: 'Création', startsOn: '2026-11-19', endsOn: '2027-11-19', monthlyCents: 100 }]
    expect(terminationCost({ ...fibre, commitments }, '2026-09-02').penalties).toMatchObject([{ months: 13, cents: 1_300 }])
  })
  it('is nothing after a tacit renewal', () =>
    expect(terminationCost({ ...fibre, isFree: true }, '2026-12-21')).toMatchObject({ totalCents: 0, penalties: [] }))
})

describe('months still billed', () => {
  it.each([
    ['2026-11-21', '2026-11-30', 0],
    ['2026-11-21', '2026-12-31', 1],
    ['2026-11-01', '2027-01-31', 2],
    ['2026-12-31', '2027-12-31', 12],
    ['2026-11-21', '2026-10-31', 0],
  ])('from %s to %s: %i', (today, until, months) => expect(monthsStillBilled(today, until)).toBe(months))
})

describe('cost by month', () => {
  it('goes from the first possible month to the one after the commitment, and marks the cheapest', () => {
    const curve = costByMonth(
      { ...fibre, commitments: [{ label: 'Création', startsOn: '2025-03-19', endsOn: '2027-03-18', monthlyCents: 35_000 }] },
      '2026-11-21',
      '2026-12-21',
    )
    expect(curve.map(({ month, remainingMonths, totalCents, isCheapest }) => [month, remainingMonths, totalCents, isCheapest])).toEqual([
      ['2026-12', 3, 155_000, false],
      ['2027-01', 2, 155_000, false],
      ['2027-02', 1, 155_000, false],
      // The whole commitment for the same money: nobody should leave earlier.
      ['2027-03', 0, 155_000, true],
      ['2027-04', 0, 190_000, false],
    ])
  })
  it('marks the first month when only a part of the fees is due', () => {
    const curve = costByMonth({ ...fibre, penaltyBasisPoints: 5_000 }, '2026-11-21', '2026-12-21')
    expect(curve.find(({ isCheapest }) => isCheapest)?.month).toBe('2026-12')
    expect(curve).toHaveLength(37)
  })
  it('stops after five years and a month, however long the commitment', () => {
    const [commitment] = fibre.commitments
    const commitments = commitment ? [{ ...commitment, endsOn: '2040-11-18' }] : []
    const curve = costByMonth({ ...fibre, commitments }, '2026-11-21', '2026-12-21')
    expect([curve.length, curve[0]?.month, curve.at(-1)?.month]).toEqual([61, '2026-12', '2031-12'])
  })
  it('without commitment is two months', () =>
    expect(costByMonth({ ...fibre, commitments: [] }, '2026-11-21', '2026-12-21').map(({ month }) => month)).toEqual([
      '2026-12',
      '2027-01',
    ]))
})

const day = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays('2020-01-01', days))
const terms = fc.record({
  monthlyCents: fc.nat(1_000_000),
  oneOffCents: fc.nat(1_000_000),
  penaltyBasisPoints: fc.nat(10_000),
  isFree: fc.boolean(),
  commitments: fc.array(
    fc
      .record({ label: fc.constant('x'), startsOn: day, months: fc.nat(60), monthlyCents: fc.nat(500_000) })
      .map((period) => ({ ...period, endsOn: commitmentEnd(period.startsOn, period.months) })),
    { maxLength: 4 },
  ),
})

describe('whatever the contract', () => {
  it('costs are whole cents, never negative, and never grow by waiting', () => {
    fc.assert(
      fc.property(terms, day, fc.nat(900), (contract, on, later) => {
        const now = terminationCost(contract, on)
        const then = terminationCost(contract, addDays(on, later))
        for (const cost of [now, then]) {
          expect(Number.isInteger(cost.totalCents)).toBe(true)
          expect(cost.totalCents).toBeGreaterThanOrEqual(0)
          expect(cost.billedUntil).toBe(endOfMonth(cost.effectiveOn))
        }
        expect(then.totalCents).toBeLessThanOrEqual(now.totalCents)
      }),
    )
  })
  it('a commitment never costs more than its months', () => {
    fc.assert(
      fc.property(terms, day, (contract, on) => {
        for (const { months, label } of terminationCost({ ...contract, isFree: false }, on).penalties) {
          const most = Math.max(...contract.commitments.filter((one) => one.label === label).map((one) => one.months))
          expect(months).toBeLessThanOrEqual(most)
        }
      }),
    )
  })
  it('whole fees are the same money whenever one leaves during the commitment that starts on the first', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), fc.nat(59), fc.integer({ min: 1, max: 100_000 }), (any, months, later, fee) => {
        const start = `${any.slice(0, 7)}-01`
        const endsOn = commitmentEnd(start, months)
        const contract: ExitTerms = {
          monthlyCents: fee,
          oneOffCents: 0,
          penaltyBasisPoints: 10_000,
          isFree: false,
          commitments: [{ label: 'x', startsOn: start, endsOn, monthlyCents: fee }],
        }
        const curve = costByMonth(contract, start, start)
        const point = curve[Math.min(later, months - 1)]
        expect(point?.totalCents).toBe((months - 1) * fee)
      }),
    )
  })
  it('exactly one month is the cheapest, and no other costs less', () => {
    fc.assert(
      fc.property(terms, day, (contract, today) => {
        const curve = costByMonth(contract, today, addDays(today, 30))
        const marked = curve.filter(({ isCheapest }) => isCheapest)
        expect(marked).toHaveLength(1)
        expect(Math.min(...curve.map(({ totalCents }) => totalCents))).toBe(marked[0]?.totalCents)
        expect(curve.every((point, index) => index === 0 || compareDates(point.effectiveOn, curve[index - 1]?.effectiveOn ?? '') > 0)).toBe(
          true,
        )
      }),
    )
  })
})
