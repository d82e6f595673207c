import { describe, expect, it } from 'vitest'
import type { OrderState, StepState } from '#api/subscriptions/rules/operations'
import { currentStep, endOf, expectedDay, progressOf, type TimelineStep } from './timeline-order.ts'

const steps = (...states: readonly StepState[]): readonly TimelineStep[] =>
  states.map((state, index) => ({
    id: `${index}`,
    label: { fr: `Étape ${index}`, en: `Step ${index}` },
    actor: 'carrier',
    state,
    plannedOn: null,
    doneOn: null,
    isLate: false,
    blocked: null,
  }))

describe('how far an order is', () => {
  it.each<[OrderState, readonly StepState[], number, number]>([
    ['in_delivery', [], 0, 0],
    ['submitted', ['to_do', 'to_do'], 0, 0],
    ['in_delivery', ['done', 'skipped', 'blocked', 'to_do'], 2, 50],
    ['in_delivery', ['done', 'in_progress', 'to_do'], 1, 33],
    ['delivered', ['done', 'to_do'], 2, 100],
    ['cancelled', ['done', 'to_do'], 1, 50],
  ])('%s with %j: %i settled, %i %%', (state, states, done, percent) => {
    expect(progressOf({ state, steps: steps(...states) })).toEqual({ done, total: states.length, percent })
  })
})

describe('where an order is', () => {
  it.each<[OrderState, readonly StepState[], string | null]>([
    ['in_delivery', ['done', 'to_do', 'blocked'], '2'],
    ['in_delivery', ['done', 'to_do', 'in_progress'], '2'],
    ['in_delivery', ['done', 'skipped', 'to_do'], '2'],
    ['in_delivery', ['done', 'done'], null],
    ['delivered', ['done', 'to_do'], null],
    ['impossible', ['blocked'], null],
  ])('%s with %j: step %s', (state, states, id) => {
    expect(currentStep({ state, steps: steps(...states) })?.id ?? null).toBe(id)
  })

  it.each<[string, OrderState, string | null, readonly [StepState, string | null][], string | null]>([
    [
      'the last day of its open steps',
      'submitted',
      null,
      [
        ['to_do', '2027-01-05'],
        ['to_do', '2026-12-29'],
      ],
      '2027-01-05',
    ],
    [
      'without what is done',
      'in_delivery',
      null,
      [
        ['done', '2027-03-01'],
        ['to_do', '2026-12-29'],
      ],
      '2026-12-29',
    ],
    ['nothing beside a promised day', 'in_delivery', '2026-12-24', [['to_do', '2026-12-29']], null],
    [
      'nothing while a step has no day',
      'in_delivery',
      null,
      [
        ['to_do', null],
        ['to_do', '2026-12-29'],
      ],
      null,
    ],
    ['nothing without steps left', 'in_delivery', null, [['done', '2026-12-29']], null],
    ['nothing once it is over', 'impossible', null, [['to_do', '2026-12-29']], null],
  ])('is expected on %s', (_, state, plannedOn, planned, day) => {
    const all = planned.map(([one, on], index) => ({ ...steps(one)[0], id: `${index}`, plannedOn: on }) as TimelineStep)
    expect(expectedDay({ state, plannedOn, steps: all })).toBe(day)
  })

  it('is expected on no day that went by', () => {
    const late = { ...steps('to_do')[0], plannedOn: '2026-12-05', isLate: true } as TimelineStep
    expect(expectedDay({ state: 'submitted', plannedOn: null, steps: [late] })).toBeNull()
  })

  it('ends as its state says', () => {
    expect(endOf('delivered')).toBe('reached')
    expect(endOf('awaiting_client')).toBe('ahead')
    expect(endOf('in_delivery')).toBe('ahead')
    for (const state of ['cancelled_by_client', 'cancelled', 'impossible'] as const) expect(endOf(state)).toBe('failed')
  })
})
