import { describe, expect, it } from 'vitest'
import type { Scope } from '../../../platform/context.ts'
import { scopeOf } from '../../../testing/scope-of.ts'
import type { Delegation } from '../../access/open-delegation.ts'
import { abilitiesOf, type JudgedUser, mayHoldBack, mayInvite, mayResend } from './users.policy.ts'

const user: JudgedUser = { id: 'them', siteId: 'bordeaux', state: 'active', isAdministrator: false }
const writer = (some: Partial<Scope> = {}) => scopeOf({ grants: { 'company.write': 'all' }, ...some })
const delegation = (granter: Partial<Delegation['granter']>): Delegation =>
  ({
    granter: {
      universe: 'client',
      ownCompany: true,
      isAdministrator: false,
      holdings: { client: { 'rights.delegate': 'all' } },
      ...granter,
    },
    company: { universes: ['client'], hasAdministrator: true },
  }) as unknown as Delegation
const own = delegation({})
const administrator = delegation({ isAdministrator: true })
const elsewhere = delegation({ ownCompany: false, isAdministrator: true })

describe('people are invited', () => {
  it.each([
    ['by who changes the company', writer(), true],
    ['by who changes one of its sites', writer({ grants: { 'company.write': ['lyon'] } }), true],
    ['not by readers', scopeOf({ grants: { 'company.read': 'all' } }), false],
    ['not while seeing as somebody', writer({ readOnly: true }), false],
  ])('%s', (_, scope, expected) => expect(mayInvite(scope)).toBe(expected))
})

describe('an invitation is sent again', () => {
  it.each([
    ['while it waits', writer(), 'invited', true],
    ['on the person’s site', writer({ grants: { 'company.write': ['bordeaux'] } }), 'invited', true],
    ['not on another site', writer({ grants: { 'company.write': ['lyon'] } }), 'invited', false],
    ['not once it was used', writer(), 'active', false],
    ['not to somebody suspended', writer(), 'suspended', false],
    ['not while seeing as somebody', writer({ readOnly: true }), 'invited', false],
  ] as const)('%s', (_, scope, state, expected) => expect(mayResend(scope, { ...user, state })).toBe(expected))
})

describe('somebody is suspended', () => {
  const byCarrier = (template: 'carrier.administer' | 'carrier.support') =>
    scopeOf({ universe: 'carrier', grants: { 'company.write': 'all', [template]: 'all' } })
  it.each<[string, Scope, Delegation, Partial<JudgedUser>, boolean]>([
    ['by the company itself', writer(), own, {}, true],
    ['not by somebody of another site', writer({ grants: { 'company.write': ['lyon'] } }), own, {}, false],
    ['not by readers', scopeOf({ grants: { 'company.read': 'all' } }), own, {}, false],
    ['not by themselves', writer({ userId: 'them' }), own, {}, false],
    ['not while seeing as somebody', writer({ readOnly: true }), own, {}, false],
    ['an administrator by another one', writer(), administrator, { isAdministrator: true }, true],
    ['not an administrator by somebody else', writer(), own, { isAdministrator: true }, false],
    ['by the carrier’s administrators', byCarrier('carrier.administer'), elsewhere, { isAdministrator: true }, true],
    ['not by the carrier’s other staff', byCarrier('carrier.support'), elsewhere, {}, false],
    [
      'not by a partner',
      writer({ universe: 'ambassador', grants: { 'company.write': 'all', 'carrier.administer': 'all' } }),
      elsewhere,
      {},
      false,
    ],
  ])('%s', (_, scope, granted, some, expected) => expect(mayHoldBack(scope, granted, { ...user, ...some })).toBe(expected))
})

describe('what may be done with somebody', () => {
  const nothing = { resend: false, suspend: false, reactivate: false, assignRights: false }
  const nobodys = delegation({ holdings: {} })
  it.each<[string, Scope, Delegation, JudgedUser['state'], Partial<typeof nothing>]>([
    ['an active person', writer(), own, 'active', { suspend: true, assignRights: true }],
    ['an invited one', writer(), own, 'invited', { resend: true, suspend: true, assignRights: true }],
    ['a suspended one', writer(), own, 'suspended', { reactivate: true, assignRights: true }],
    ['without a right to delegate', writer(), nobodys, 'active', { suspend: true }],
    ['with nothing but a right to delegate', scopeOf({}), own, 'suspended', { assignRights: true }],
    ['while seeing as somebody', writer({ readOnly: true }), own, 'active', {}],
  ])('%s', (_, scope, granted, state, expected) =>
    expect(abilitiesOf(scope, granted, { ...user, state })).toEqual({ ...nothing, ...expected }),
  )
})
