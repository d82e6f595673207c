import { describe, expect, it } from 'vitest'
import type { OrderState, StepState } from '#api/subscriptions/rules/operations'
import { currentStep, endOf, progressOf, type TimelineStep } from './timeline-order.ts'

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

  it('ends as its state says', () => {
    expect(endOf('delivered')).toBe('reached')
    expect(endOf('awaiting_client')).toBe('ahead')
    expect(endOf('in_delivery')).toBe('ahead')
    for (const state of ['cancelled_by_client', 'cancelled', 'impossible'] as const) expect(endOf(state)).toBe('failed')
  })
})
