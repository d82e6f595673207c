import { describe, expect, it } from 'vitest'
import { scopeOf } from '../../../testing/scope-of.ts'
import { mayEditCompany, mayEditSubscriber } from './subscriptions.policy.ts'

const administrator = scopeOf({ isAdministrator: true })
const partner = scopeOf({ universe: 'ambassador', companyId: 'partner', isAdministrator: true })

describe('the subscriptions of a company are edited', () => {
  it.each([
    ['by its administrators', administrator, 'own', true],
    ['not by its other people', scopeOf({ grants: { 'company.write': 'all' } }), 'own', false],
    ['not by administrators of another client', administrator, 'other', false],
    ['by its partner’s administrators', partner, 'own', true],
    ['not by its partner’s other people', { ...partner, isAdministrator: false }, 'own', false],
    ['not while seeing as somebody', { ...administrator, readOnly: true }, 'own', false],
  ])('%s', (_, scope, company, expected) => expect(mayEditCompany(scope, company)).toBe(expected))
})

describe('the subscriptions of somebody are edited', () => {
  const them = { company_id: 'own', user_id: 'them' }
  it.each([
    ['by themselves', scopeOf({ userId: 'them' }), them, true],
    ['by an administrator', administrator, them, true],
    ['not by others', scopeOf({}), them, false],
    ['not of somebody elsewhere', administrator, { ...them, company_id: 'other' }, false],
    ['of who has no login, by an administrator', administrator, { ...them, user_id: null }, true],
    ['not by themselves while seeing as somebody', scopeOf({ userId: 'them', readOnly: true }), them, false],
  ])('%s', (_, scope, contact, expected) => expect(mayEditSubscriber(scope, contact)).toBe(expected))
})
