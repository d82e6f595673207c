import { describe, expect, it } from 'vitest'
import { scopeOf } from '../../../testing/scope-of.ts'
import { siteAbilities } from './sites.policy.ts'

const site = { id: 'bordeaux', state: 'open', is_head_office: false }
const nothing = { edit: false, close: false, reopen: false, makeHeadOffice: false }

describe('what may be done with a site', () => {
  const everywhere = scopeOf({ grants: { 'company.write': 'all' } })
  it.each([
    ['everything on an open one', everywhere, site, { ...nothing, edit: true, close: true, makeHeadOffice: true }],
    ['no closing of the head office', everywhere, { ...site, is_head_office: true }, { ...nothing, edit: true }],
    ['reopening a closed one', everywhere, { ...site, state: 'closed' }, { ...nothing, reopen: true }],
    ['editing only, with a right on that site', scopeOf({ grants: { 'company.write': ['bordeaux'] } }), site, { ...nothing, edit: true }],
    ['nothing with a right on another', scopeOf({ grants: { 'company.write': ['lyon'] } }), site, nothing],
    ['nothing for readers', scopeOf({ grants: { 'company.read': 'all' } }), site, nothing],
    ['nothing while seeing as somebody', scopeOf({ grants: { 'company.write': 'all' }, readOnly: true }), site, nothing],
  ])('%s', (_, scope, facts, expected) => {
    expect(siteAbilities(scope, facts)).toEqual(expected)
  })
})
