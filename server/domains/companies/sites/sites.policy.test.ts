import { describe, expect, it } from 'vitest'
import type { Scope } from '../../../platform/context.ts'
import { siteAbilities } from './sites.policy.ts'

const scopeOf = (grants: Scope['grants'], readOnly = false): Scope => ({ universe: 'client', companyId: 'own', grants, readOnly }) as Scope
const site = { id: 'bordeaux', state: 'open', is_head_office: false }
const nothing = { edit: false, close: false, reopen: false, makeHeadOffice: false }

describe('what may be done with a site', () => {
  const everywhere = scopeOf({ 'company.write': 'all' })
  it.each([
    ['everything on an open one', everywhere, site, { ...nothing, edit: true, close: true, makeHeadOffice: true }],
    ['no closing of the head office', everywhere, { ...site, is_head_office: true }, { ...nothing, edit: true }],
    ['reopening a closed one', everywhere, { ...site, state: 'closed' }, { ...nothing, reopen: true }],
    ['editing only, with a right on that site', scopeOf({ 'company.write': ['bordeaux'] }), site, { ...nothing, edit: true }],
    ['nothing with a right on another', scopeOf({ 'company.write': ['lyon'] }), site, nothing],
    ['nothing for readers', scopeOf({ 'company.read': 'all' }), site, nothing],
    ['nothing while seeing as somebody', scopeOf({ 'company.write': 'all' }, true), site, nothing],
  ])('%s', (_, scope, facts, expected) => {
    expect(siteAbilities(scope, facts)).toEqual(expected)
  })
})
