import { describe, expect, it } from 'vitest'
import { scopeOf } from '../../../testing/scope-of.ts'
import { isEditable, mayEditCatalog } from './catalog.policy.ts'

describe('the catalogue is edited', () => {
  it.each([
    ['by who holds it', scopeOf({ universe: 'carrier', grants: { 'carrier.catalog': 'all' } }), true],
    ['by administrators', scopeOf({ universe: 'carrier', grants: { 'carrier.administer': 'all' } }), true],
    ['not by other staff', scopeOf({ universe: 'carrier', grants: { 'carrier.pilot': 'all', 'carrier.billing': 'all' } }), false],
    ['not while seeing as somebody', scopeOf({ grants: { 'carrier.catalog': 'all' }, readOnly: true }), false],
  ])('%s', (_, scope, expected) => expect(mayEditCatalog(scope)).toBe(expected))
})

describe('a version is edited', () => {
  const today = '2026-11-21'
  it.each([
    ['as a draft, whatever its day', 'draft', '2026-01-01', null, true],
    ['until its day', 'published', '2026-11-22', null, true],
    ['not from its day on', 'published', today, null, false],
    ['not once ordered', 'published', '2026-12-01', new Date(), false],
    ['not once ordered, be it a draft', 'draft', '2026-12-01', new Date(), false],
  ])('%s', (_, state, valid_from, first_ordered_at, expected) =>
    expect(isEditable({ state, valid_from, first_ordered_at }, today)).toBe(expected),
  )
})
