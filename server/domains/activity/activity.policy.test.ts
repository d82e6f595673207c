import { describe, expect, it } from 'vitest'
import { scopeOf } from '../../testing/scope-of.ts'
import { mayReadActivity } from './activity.policy.ts'

describe('the history is read', () => {
  it.each([
    ['by a company’s administrators', scopeOf({ isAdministrator: true }), true],
    ['not by its other people', scopeOf({ grants: { 'company.write': 'all', 'carrier.administer': 'all' } }), false],
    ['by the carrier’s administrators', scopeOf({ universe: 'carrier', grants: { 'carrier.administer': 'all' } }), true],
    ['by the carrier’s support', scopeOf({ universe: 'carrier', grants: { 'carrier.support': 'all' } }), true],
    [
      'not by the carrier’s other staff',
      scopeOf({ universe: 'carrier', isAdministrator: true, grants: { 'carrier.pilot': 'all' } }),
      false,
    ],
  ])('%s', (_, scope, expected) => expect(mayReadActivity(scope)).toBe(expected))
})
