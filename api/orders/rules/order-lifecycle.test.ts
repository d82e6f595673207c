import { describe, expect, it } from 'vitest'
import { isRunning, type OrderState, orderKinds, orderStates, type StepState, stepStates } from '../../subscriptions/rules/operations.ts'
import { isAtRisk, openDays, usualDays } from './late-risk.ts'
import { orderAfter, orderVerbs } from './order-lifecycle.ts'
import { type StepVerb, stepAfter, stepVerbs } from './step-lifecycle.ts'

type Row = readonly [verb: (typeof orderVerbs)[number], actor: 'customer' | 'carrier', from: OrderState, to: OrderState]

/** Everything that is possible; whatever is not here is not. */
const possible: readonly Row[] = [
  ['validate', 'customer', 'awaiting_client', 'submitted'],
  ['refuse', 'customer', 'awaiting_client', 'cancelled_by_client'],
  ['cancel', 'customer', 'awaiting_client', 'cancelled_by_client'],
  ['cancel', 'customer', 'submitted', 'cancelled_by_client'],
  ['cancel', 'carrier', 'awaiting_client', 'cancelled'],
  ['cancel', 'carrier', 'submitted', 'cancelled'],
  ['cancel', 'carrier', 'in_delivery', 'cancelled'],
  ['take_over', 'carrier', 'submitted', 'submitted'],
  ['take_over', 'carrier', 'in_delivery', 'in_delivery'],
  ['plan', 'carrier', 'submitted', 'submitted'],
  ['plan', 'carrier', 'in_delivery', 'in_delivery'],
  ['start', 'carrier', 'submitted', 'in_delivery'],
  ['amend', 'carrier', 'awaiting_client', 'awaiting_client'],
  ['amend', 'carrier', 'submitted', 'submitted'],
  ['amend', 'carrier', 'in_delivery', 'in_delivery'],
  ['deliver', 'carrier', 'submitted', 'delivered'],
  ['deliver', 'carrier', 'in_delivery', 'delivered'],
  ['declare_impossible', 'carrier', 'submitted', 'impossible'],
  ['declare_impossible', 'carrier', 'in_delivery', 'impossible'],
  ['withdraw', 'customer', 'submitted', 'cancelled_by_client'],
  ['withdraw', 'customer', 'in_delivery', 'cancelled_by_client'],
  ['withdraw', 'carrier', 'submitted', 'cancelled'],
  ['withdraw', 'carrier', 'in_delivery', 'cancelled'],
  ['take_effect', 'carrier', 'submitted', 'delivered'],
  ['take_effect', 'carrier', 'in_delivery', 'delivered'],
]
/** Terminations have verbs of their own. */
const ofTerminations = ['withdraw', 'take_effect']
const onTerminations = (verb: string, from: OrderState): boolean =>
  ['take_over', 'plan', 'start', ...ofTerminations].includes(verb) ||
  (from === 'awaiting_client' && ['validate', 'refuse', 'cancel'].includes(verb))

describe('the life of an order', () => {
  it.each(orderKinds)('%s: exactly these transitions', (kind) => {
    for (const verb of orderVerbs)
      for (const actor of ['customer', 'carrier'] as const)
        for (const state of orderStates) {
          const row = possible.find(([v, a, from]) => v === verb && a === actor && from === state)
          const isPossible = kind === 'termination' ? onTerminations(verb, state) : !ofTerminations.includes(verb)
          const expected = row && isPossible ? row[3] : null
          expect(orderAfter({ kind, state }, verb, actor), `${verb} by ${actor} from ${state}`).toBe(expected)
        }
  })

  it('nothing leaves a final state', () => {
    for (const kind of orderKinds)
      for (const state of orderStates.filter((each) => !isRunning(each)))
        for (const verb of orderVerbs)
          for (const actor of ['customer', 'carrier'] as const) expect(orderAfter({ kind, state }, verb, actor)).toBeNull()
  })
})

describe('the life of a step', () => {
  const table: readonly (readonly [StepVerb, StepState, StepState])[] = [
    ['start', 'to_do', 'in_progress'],
    ['block', 'to_do', 'blocked'],
    ['block', 'in_progress', 'blocked'],
    ['block', 'blocked', 'blocked'],
    ['unblock', 'blocked', 'in_progress'],
    ['complete', 'to_do', 'done'],
    ['complete', 'in_progress', 'done'],
    ['skip', 'to_do', 'skipped'],
    ['skip', 'in_progress', 'skipped'],
    ['skip', 'blocked', 'skipped'],
    ['reopen', 'done', 'to_do'],
    ['reopen', 'skipped', 'to_do'],
  ]
  it('exactly these transitions, while the order is in the carrier’s hands', () => {
    for (const order of orderStates)
      for (const verb of stepVerbs)
        for (const state of stepStates) {
          const row = table.find(([v, from]) => v === verb && from === state)
          const expected = row && (order === 'submitted' || order === 'in_delivery') ? row[2] : null
          expect(stepAfter(state, verb, order), `${verb} ${state} of ${order}`).toBe(expected)
        }
  })
})

describe('the risk of being late', () => {
  it.each([
    [[], null],
    [[1, 2, 3, 4], null],
    [[5, 1, 4, 2, 3], 4],
    [[10, 10, 10, 10, 90], 10],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 8],
    [[7, 7, 7, 7, 7], 7],
  ])('usual days of %j: %s', (days, expected) => {
    expect(usualDays(days)).toBe(expected)
  })

  it('begins the day after the usual one', () => {
    expect(isAtRisk(8, 8)).toBe(false)
    expect(isAtRisk(9, 8)).toBe(true)
    expect(isAtRisk(900, null)).toBe(false)
    expect(openDays('2026-03-28', '2026-03-30')).toBe(2)
    expect(openDays('2026-11-22', '2026-11-21')).toBe(0)
  })
})
