import { describe, expect, it } from 'vitest'
import type { Template } from '#api/templates'
import type { Universe } from '#api/universes'
import { scopeOf } from '../../../testing/scope-of.ts'
import { mayEditAccountcodes } from './accountcodes.policy.ts'

describe('accountcodes are named', () => {
  it.each<[Universe, Template, boolean]>([
    ['carrier', 'carrier.pilot', true],
    ['carrier', 'carrier.billing', true],
    ['carrier', 'carrier.administer', true],
    ['carrier', 'carrier.support', false],
    ['carrier', 'orders.manage', false],
    ['ambassador', 'orders.manage', true],
    ['operator', 'orders.manage', true],
    ['ambassador', 'carrier.pilot', false],
    ['operator', 'company.write', false],
    ['client', 'orders.manage', false],
  ])('in the universe %s with %s: %s', (universe, template, expected) => {
    const scope = scopeOf({ universe, grants: { [template]: 'all' } })
    expect(mayEditAccountcodes(scope)).toBe(expected)
    expect(mayEditAccountcodes({ ...scope, readOnly: true })).toBe(false)
  })
})
