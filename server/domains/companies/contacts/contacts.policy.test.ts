import { describe, expect, it } from 'vitest'
import type { Scope } from '../../../platform/context.ts'
import { scopeOf } from '../../../testing/scope-of.ts'
import { type ContactFacts, contactAbilities, mayCreateContacts, mayEditEmail } from './contacts.policy.ts'

const contact: ContactFacts = { company_id: 'own', site_id: 'bordeaux', archived_at: null, user_state: null, is_guarded: false }
const withAccess = { ...contact, user_state: 'active' }
const writer = (some: Partial<Scope> = {}) => scopeOf({ grants: { 'company.write': 'all' }, ...some })
const onSite = writer({ grants: { 'company.write': ['bordeaux'] } })
const onOtherSite = writer({ grants: { 'company.write': ['lyon'] } })
const given = (abilities: Readonly<Record<string, boolean>>) =>
  Object.keys(abilities)
    .filter((name) => abilities[name])
    .sort()

describe('contacts are created', () => {
  it.each([
    ['by who changes the company', writer(), true],
    ['by who changes a site', onSite, true],
    ['not by readers', scopeOf({ grants: { 'company.read': 'all' } }), false],
    ['not while seeing as somebody', writer({ readOnly: true }), false],
  ])('%s', (_, scope, expected) => expect(mayCreateContacts(scope)).toBe(expected))
})

describe('the address of a contact is changed', () => {
  const invited = { ...contact, user_state: 'invited' }
  const guarded = { ...invited, is_guarded: true }
  const ambassador = writer({ universe: 'ambassador', companyId: 'partner', isAdministrator: true })
  const carrier = (grants: Scope['grants']) =>
    scopeOf({ universe: 'carrier', companyId: 'carrier', isAdministrator: true, grants: { 'company.write': 'all', ...grants } })
  it.each<[string, Scope, ContactFacts, boolean]>([
    ['by who edits it, as long as it opens nothing', onSite, contact, true],
    ['not by who does not edit it', onOtherSite, contact, false],
    ['by the company’s administrators, when it opens something', writer({ isAdministrator: true }), withAccess, true],
    ['not by others of the company', writer(), withAccess, false],
    ['by the carrier’s administrators', carrier({ 'carrier.administer': 'all' }), withAccess, true],
    ['not by the carrier’s other staff', carrier({ 'carrier.support': 'all' }), withAccess, false],
    [
      'not by a carrier’s person who administers, in the carrier itself',
      { ...carrier({ 'carrier.administer': 'all' }), isAdministrator: false },
      { ...withAccess, company_id: 'carrier' },
      false,
    ],
    ['by a partner’s administrator, to correct an invitation', ambassador, invited, true],
    ['not by a partner’s other people', { ...ambassador, isAdministrator: false }, invited, false],
    ['not by a partner, of whom the company looks after', ambassador, guarded, false],
    ['not by a partner, after the first sign-in', ambassador, withAccess, false],
    ['not of an archived contact', writer({ isAdministrator: true }), { ...contact, archived_at: new Date() }, false],
  ])('%s', (_, scope, facts, expected) => expect(mayEditEmail(scope, facts)).toBe(expected))
})

describe('what may be done with a contact', () => {
  const archived = { ...contact, archived_at: new Date() }
  it.each<[string, Scope, ContactFacts, string[]]>([
    ['without access', writer(), contact, ['archive', 'edit', 'editEmail', 'giveAccess']],
    ['on one’s site', onSite, contact, ['archive', 'edit', 'editEmail', 'giveAccess']],
    ['on another site', onOtherSite, contact, []],
    ['of the whole company, with a right on a site', onSite, { ...contact, site_id: null }, []],
    ['who can sign in', writer(), withAccess, ['edit']],
    ['who can sign in, by an administrator', writer({ isAdministrator: true }), withAccess, ['edit', 'editEmail']],
    ['who is suspended', writer(), { ...contact, user_state: 'suspended' }, ['archive', 'edit']],
    ['who is archived', writer(), archived, ['restore']],
    ['who is archived on another site', onOtherSite, archived, []],
    ['while seeing as somebody', writer({ readOnly: true }), contact, []],
    ['archived, while seeing as somebody', writer({ readOnly: true }), archived, []],
    ['by readers', scopeOf({ grants: { 'company.read': 'all' } }), contact, []],
  ])('%s', (_, scope, facts, expected) => expect(given(contactAbilities(scope, facts))).toEqual(expected))
})
