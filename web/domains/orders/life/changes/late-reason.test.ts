import { describe, expect, it } from 'vitest'
import { lateReason, stepDueOn } from './late-reason.ts'

describe('why an order is late', () => {
  it.each([
    [
      { plannedOn: '2026-11-10', wishedOn: '2026-11-01', stepDueOn: null },
      { reason: 'planned', day: '2026-11-10' },
    ],
    [
      { plannedOn: null, wishedOn: '2026-11-01', stepDueOn: '2026-11-05' },
      { reason: 'wished', day: '2026-11-01' },
    ],
    [
      { plannedOn: '2026-11-10', wishedOn: null, stepDueOn: '2026-11-05' },
      { reason: 'step', day: '2026-11-05' },
    ],
    [{ plannedOn: null, wishedOn: null, stepDueOn: null }, null],
  ] as const)('%o', (order, reason) => expect(lateReason(order)).toEqual(reason))

  it('looks at open steps only, the earliest first', () => {
    expect(
      stepDueOn([
        { state: 'done', plannedOn: '2026-11-01' },
        { state: 'to_do', plannedOn: '2026-11-09' },
        { state: 'blocked', plannedOn: '2026-11-05' },
        { state: 'to_do', plannedOn: null },
      ]),
    ).toBe('2026-11-05')
    expect(stepDueOn([])).toBeNull()
  })
})
