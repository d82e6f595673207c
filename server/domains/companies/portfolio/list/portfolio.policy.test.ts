import { describe, expect, it } from 'vitest'
import type { Template } from '#api/templates'
import { scopeOf } from '../../../../testing/scope-of.ts'
import { mayAdministerCompanies, mayAnnotateCompanies, mayCreateClient } from './portfolio.policy.ts'

describe('a client is created', () => {
  const writes = { 'company.write': 'all' } as const
  it.each([
    ['by its ambassador', scopeOf({ universe: 'ambassador', grants: writes }), true],
    ['by its operator', scopeOf({ universe: 'operator', grants: writes }), true],
    ['by the carrier', scopeOf({ universe: 'carrier', grants: writes }), true],
    ['not by a client', scopeOf({ grants: writes }), false],
    ['not under a right on sites', scopeOf({ universe: 'ambassador', grants: { 'company.write': ['bordeaux'] } }), false],
    ['not by readers', scopeOf({ universe: 'ambassador', grants: { 'company.read': 'all' } }), false],
    ['not while seeing as somebody', scopeOf({ universe: 'ambassador', grants: writes, readOnly: true }), false],
  ])('%s', (_, scope, expected) => expect(mayCreateClient(scope)).toBe(expected))
})

describe('the carrier’s staff', () => {
  it.each<[Template, boolean, boolean]>([
    ['carrier.administer', true, true],
    ['carrier.support', false, true],
    ['carrier.pilot', false, true],
    ['carrier.billing', false, true],
    ['carrier.catalog', false, false],
    ['company.write', false, false],
  ])('with %s administers companies: %s, annotates them: %s', (template, administers, annotates) => {
    const scope = scopeOf({ universe: 'carrier', grants: { [template]: 'all' } })
    expect([mayAdministerCompanies(scope), mayAnnotateCompanies(scope)]).toEqual([administers, annotates])
    const looking = { ...scope, readOnly: true }
    expect([mayAdministerCompanies(looking), mayAnnotateCompanies(looking)]).toEqual([false, false])
  })
})
