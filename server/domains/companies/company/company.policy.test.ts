import { describe, expect, it } from 'vitest'
import type { Scope } from '../../../platform/context.ts'
import { scopeOf } from '../../../testing/scope-of.ts'
import { companyAbilities } from './company.policy.ts'

const writer = (some: Partial<Scope> = {}) => scopeOf({ grants: { 'company.write': 'all' }, ...some })
const carrier = (some: Partial<Scope> = {}) => writer({ universe: 'carrier', companyId: 'carrier', ...some })
const given = (abilities: Readonly<Record<string, boolean>>) =>
  Object.keys(abilities)
    .filter((name) => abilities[name])
    .sort()

describe('what may be done with a company', () => {
  const edits = ['createContact', 'createSite', 'edit', 'propose']
  it.each<[string, Scope, string[]]>([
    ['by who changes it', writer(), edits],
    ['by its administrator', writer({ isAdministrator: true }), [...edits, 'changeIdentity', 'requireSecondFactor'].sort()],
    ['by its partner’s administrator', writer({ universe: 'ambassador', companyId: 'partner', isAdministrator: true }), edits],
    ['by who changes one of its sites', scopeOf({ grants: { 'company.write': ['bordeaux'] }, isAdministrator: true }), ['createContact']],
    ['by the carrier’s staff', carrier(), ['createContact', 'createSite', 'edit']],
    [
      'by the carrier’s administrator',
      carrier({ isAdministrator: true, grants: { 'company.write': 'all', 'carrier.administer': 'all' } }),
      ['administer', 'createContact', 'createSite', 'edit', 'requireSecondFactor'],
    ],
    ['by who administers from another universe', scopeOf({ grants: { 'carrier.administer': 'all' } }), []],
    ['by readers', scopeOf({ grants: { 'company.read': 'all' }, isAdministrator: true }), []],
    ['while seeing as somebody', writer({ readOnly: true, isAdministrator: true }), []],
    [
      'while seeing as somebody of the carrier',
      carrier({ readOnly: true, grants: { 'company.write': 'all', 'carrier.administer': 'all' } }),
      [],
    ],
  ])('%s', (_, scope, expected) => expect(given(companyAbilities(scope, 'own'))).toEqual(expected))
})
