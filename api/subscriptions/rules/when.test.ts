import { describe, expect, it } from 'vitest'
import { type OrderState, orderStates, stepStates } from './operations.ts'
import { isStepLate, type WhenFacts, whenOf, whenOfContract } from './when.ts'

const today = '2026-11-30'
const facts = (changes: Partial<WhenFacts> = {}): WhenFacts => ({
  state: 'in_delivery',
  deliveredOn: null,
  plannedOn: null,
  wishedOn: null,
  dueOn: null,
  dueBy: null,
  stepsEndOn: null,
  waitsFor: null,
  ...changes,
})

type Row = readonly [what: string, facts: Partial<WhenFacts>, answer: string]

/** `answer`: what it is, its day (`~` for an estimate), then what is late since when, of how many days, on whom. */
const rows: readonly Row[] = [
  ['nothing is known', {}, 'unplanned'],
  ['a promised day to come', { plannedOn: '2026-12-14' }, 'planned 2026-12-14'],
  ['a promised day is kept before what the steps say', { plannedOn: '2026-12-14', stepsEndOn: '2026-12-20' }, 'planned 2026-12-14'],
  ['promised for today', { plannedOn: today }, 'planned 2026-11-30'],
  ['the steps alone', { dueOn: '2026-12-01', stepsEndOn: '2026-12-09' }, 'estimated ~2026-12-09'],
  ['the last step is today', { dueOn: today, stepsEndOn: today }, 'estimated ~2026-11-30'],
  ['a step has no day', { dueOn: '2026-12-01', stepsEndOn: null }, 'unplanned'],
  ['a wish to come promises nothing', { wishedOn: '2026-12-24' }, 'unplanned'],
  ['a wish for today', { wishedOn: today }, 'unplanned'],
  ['a wish went by, nobody planned', { wishedOn: '2026-11-26' }, 'late wished 2026-11-26 4 carrier'],
  ['a wish went by, and it waits for the client', { wishedOn: '2026-11-26', waitsFor: 'client' }, 'late wished 2026-11-26 4 client'],
  ['a wish went by, a day to come is planned', { wishedOn: '2026-11-26', plannedOn: '2026-12-14' }, 'planned 2026-12-14'],
  [
    'a wish went by, the steps end later',
    { wishedOn: '2026-11-29', dueOn: '2026-12-03', stepsEndOn: '2026-12-09', waitsFor: 'infrastructure' },
    'late ~2026-12-09 wished 2026-11-29 1 infrastructure',
  ],
  ['the promised day went by', { plannedOn: '2026-11-12', waitsFor: 'partner' }, 'late 2026-11-12 planned 2026-11-12 18 partner'],
  [
    'a step of the client went by',
    { plannedOn: '2026-12-04', dueOn: '2026-11-26', dueBy: 'client', waitsFor: 'carrier' },
    'late 2026-12-04 step 2026-11-26 4 client',
  ],
  [
    'a step went by before the promised day, both did',
    { plannedOn: '2026-11-29', dueOn: '2026-11-26', dueBy: 'client', waitsFor: 'carrier' },
    'late 2026-11-29 step 2026-11-26 4 client',
  ],
  [
    'the promised day went by first',
    { plannedOn: '2026-11-26', dueOn: '2026-11-29', dueBy: 'client', waitsFor: 'carrier' },
    'late 2026-11-26 planned 2026-11-26 4 carrier',
  ],
  ['both on one day', { plannedOn: '2026-11-26', dueOn: '2026-11-26', dueBy: 'client' }, 'late 2026-11-26 planned 2026-11-26 4 carrier'],
  ['every step went by', { dueOn: '2026-11-20', dueBy: 'carrier', stepsEndOn: '2026-11-27' }, 'late step 2026-11-20 10 carrier'],
  ['a step of nobody known', { dueOn: '2026-11-20' }, 'late step 2026-11-20 10 carrier'],
  ['over a change of year', { plannedOn: '2025-12-31' }, 'late 2025-12-31 planned 2025-12-31 334 carrier'],
  ['submitted is late too', { state: 'submitted', wishedOn: '2026-11-29' }, 'late wished 2026-11-29 1 carrier'],
  ['the client has not validated: nobody is late', { state: 'awaiting_client', wishedOn: '2026-11-01' }, 'unplanned'],
  [
    'the client has not validated, the steps have days',
    { state: 'awaiting_client', dueOn: '2026-11-01', stepsEndOn: '2026-12-09' },
    'estimated ~2026-12-09',
  ],
  ['delivered', { state: 'delivered', deliveredOn: '2026-11-12', plannedOn: '2026-11-01', dueOn: '2026-11-01' }, 'delivered 2026-11-12'],
  ['delivered, the day was lost', { state: 'delivered' }, 'delivered'],
  ['cancelled by the client', { state: 'cancelled_by_client', plannedOn: '2026-11-01' }, 'none'],
  ['cancelled', { state: 'cancelled', plannedOn: '2026-12-24' }, 'none'],
  ['impossible', { state: 'impossible', wishedOn: '2026-11-01' }, 'none'],
]

const told = (when: ReturnType<typeof whenOf>): string =>
  [when.is, when.on && `${when.isEstimate ? '~' : ''}${when.on}`, when.late && Object.values(when.late).join(' ')].filter(Boolean).join(' ')

describe('when an order is delivered', () => {
  it.each(rows)('%s', (_, changes, answer) => expect(told(whenOf(facts(changes), today))).toBe(answer))

  it('is late with its lateness, and never otherwise', () => {
    for (const state of orderStates)
      for (const [, changes] of rows) {
        const when = whenOf(facts({ ...changes, state }), today)
        expect(when.late !== null).toBe(when.is === 'late')
        if (when.isEstimate) expect(when.on).not.toBeNull()
      }
  })
})

describe('when a contract is delivered', () => {
  it.each<[string, string, string | null, WhenFacts | null, string]>([
    ['taken over from before, without its day', 'active', null, null, 'delivered'],
    ['taken over from before', 'active', '2012-11-12', null, 'delivered 2012-11-12'],
    ['terminated', 'terminated', '2012-11-12', null, 'delivered 2012-11-12'],
    ['its creation runs', 'creating', null, facts({ plannedOn: '2026-12-14' }), 'planned 2026-12-14'],
    ['an addition runs', 'active', '2025-06-30', facts({ plannedOn: '2026-12-07' }), 'planned 2026-12-07'],
    ['its creation was cancelled', 'abandoned', null, facts({ state: 'cancelled' }), 'none'],
    ['nothing was ordered yet', 'creating', null, null, 'unplanned'],
    ['its termination was withdrawn', 'active', '2025-06-30', facts({ state: 'cancelled_by_client' }), 'delivered 2025-06-30'],
    ['an addition was delivered', 'active', '2025-06-30', facts({ state: 'delivered', deliveredOn: '2026-11-01' }), 'delivered 2025-06-30'],
  ])('%s', (_, state, deliveredOn, order, answer) => expect(told(whenOfContract({ state, deliveredOn }, order, today))).toBe(answer))
})

describe('a late step', () => {
  it('is open, of a running order, and its day went by', () => {
    const late = (state: (typeof stepStates)[number], plannedOn: string | null, order: OrderState = 'in_delivery') =>
      isStepLate({ state, plannedOn }, order, today)
    expect(stepStates.filter((state) => late(state, '2026-11-29'))).toEqual(['to_do', 'in_progress', 'blocked'])
    expect(late('to_do', today)).toBe(false)
    expect(late('to_do', null)).toBe(false)
    expect(orderStates.filter((order) => late('to_do', '2026-11-29', order))).toEqual(['awaiting_client', 'submitted', 'in_delivery'])
  })
})
