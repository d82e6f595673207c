import { describe, expect, it } from 'vitest'
import type { OrderState } from '#api/subscriptions/rules/operations'
import type { Scope } from '../../../platform/context.ts'
import { scopeOf } from '../../../testing/scope-of.ts'
import { mayComment, mayDecide, mayManageOrder, mayPilot, type OrderFacts, orderAbilities, stepAbilities } from './order.policy.ts'

const manager = (change: Partial<Scope> = {}) => scopeOf({ grants: { 'orders.manage': 'all' }, ...change })
const pilot = scopeOf({ universe: 'carrier', companyId: 'carrier', grants: { 'carrier.pilot': 'all' } })
const twoSites = { siteIds: ['clichy', 'bordeaux'] }
const order = (state: OrderState, change: Partial<OrderFacts> = {}): OrderFacts => ({
  kind: 'creation',
  state,
  payerId: 'own',
  siteIds: ['clichy'],
  pilotUserId: null,
  ...change,
})
const given = (abilities: Readonly<Record<string, boolean>>) =>
  Object.keys(abilities)
    .filter((name) => abilities[name])
    .sort()

describe('an order is managed', () => {
  it.each([
    ['by a right on all sites', manager(), true],
    ['by a right on each of its sites', manager({ grants: { 'orders.manage': ['clichy', 'bordeaux', 'lyon'] } }), true],
    ['not by a right on one of its sites', manager({ grants: { 'orders.manage': ['bordeaux'] } }), false],
    ['not by a right on other sites', manager({ grants: { 'orders.manage': ['lyon'] } }), false],
    ['not by another right', scopeOf({ grants: { 'orders.terminate': 'all' } }), false],
    ['by its ambassador', manager({ universe: 'ambassador' }), true],
    ['by its operator', manager({ universe: 'operator' }), true],
    ['not by an operator’s client', manager({ isEndClient: true }), false],
    ['not by the carrier, which has verbs of its own', manager({ universe: 'carrier' }), false],
    ['not while seeing as somebody', manager({ readOnly: true }), false],
  ])('%s', (_, scope, expected) => expect(mayManageOrder(scope, twoSites)).toBe(expected))
})

describe('an order that waits is decided', () => {
  it.each([
    ['by who pays', manager(), true],
    ['by the operator who pays', manager({ universe: 'operator' }), true],
    ['not by an ambassador', manager({ universe: 'ambassador' }), false],
    ['not by a company that does not pay', manager({ companyId: 'other' }), false],
    ['not by a right on one of its sites', manager({ grants: { 'orders.manage': ['bordeaux'] } }), false],
  ])('%s', (_, scope, expected) => expect(mayDecide(scope, { ...twoSites, payerId: 'own' })).toBe(expected))
})

describe('an order is piloted', () => {
  it.each([
    ['by pilots', pilot, true],
    ['by administrators', scopeOf({ universe: 'carrier', grants: { 'carrier.administer': 'all' } }), true],
    ['not by support', scopeOf({ universe: 'carrier', grants: { 'carrier.support': 'all' } }), false],
    ['not from another universe', scopeOf({ grants: { 'carrier.pilot': 'all' } }), false],
    ['not while seeing as somebody', { ...pilot, readOnly: true }, false],
  ])('%s', (_, scope, expected) => expect(mayPilot(scope)).toBe(expected))
})

describe('an order is commented', () => {
  it.each([
    ['by pilots', pilot, true],
    ['by support', scopeOf({ universe: 'carrier', grants: { 'carrier.support': 'all' } }), true],
    ['not by billing', scopeOf({ universe: 'carrier', grants: { 'carrier.billing': 'all', 'orders.manage': 'all' } }), false],
    ['by who orders, an operator’s client included', manager({ isEndClient: true }), true],
    ['not by who only reads', scopeOf({ grants: { 'orders.terminate': 'all' } }), false],
    ['not by a customer with a carrier’s right', scopeOf({ grants: { 'carrier.support': 'all' } }), false],
    ['not while seeing as somebody', manager({ readOnly: true }), false],
  ])('%s', (_, scope, expected) => expect(mayComment(scope)).toBe(expected))
})

describe('what may be done with an order', () => {
  const carrier = ['amend', 'attach', 'cancel', 'cancelWithReason', 'comment', 'declareImpossible', 'deliver', 'handOver', 'note', 'plan']
  it.each([
    ['by who pays, while it waits', manager(), order('awaiting_client'), ['cancel', 'comment', 'validate']],
    ['by who asked without paying', manager({ universe: 'ambassador' }), order('awaiting_client'), ['cancel', 'comment']],
    ['by its customer once submitted', manager(), order('submitted'), ['cancel', 'comment']],
    ['by its customer during delivery', manager(), order('in_delivery'), ['comment']],
    [
      'by who reads it on one of its sites',
      manager({ grants: { 'orders.manage': ['clichy'] } }),
      order('submitted', twoSites),
      ['comment'],
    ],
    ['by its pilot once submitted', pilot, order('submitted', { pilotUserId: 'me' }), [...carrier, 'start']],
    ['by another pilot once submitted', pilot, order('submitted', { pilotUserId: 'them' }), [...carrier, 'start', 'takeOver']],
    ['by a pilot during delivery', pilot, order('in_delivery'), [...carrier, 'takeOver']],
    ['by a pilot while it waits', pilot, order('awaiting_client'), ['amend', 'attach', 'cancel', 'cancelWithReason', 'comment', 'note']],
    ['by a pilot afterwards', pilot, order('delivered'), ['attach', 'comment', 'note']],
    [
      'by a pilot on a termination',
      pilot,
      order('submitted', { kind: 'termination' }),
      ['attach', 'comment', 'handOver', 'note', 'plan', 'start', 'takeOver'],
    ],
  ])('%s', (_, scope, facts, expected) => expect(given(orderAbilities(scope, facts))).toEqual([...expected].sort()))
})

describe('what may be done with a step', () => {
  const inDelivery = { state: 'in_delivery', kind: 'creation' } as const
  it.each([
    ['to do', 'to_do', ['block', 'complete', 'plan', 'remove', 'skip', 'start']],
    ['in progress', 'in_progress', ['block', 'complete', 'plan', 'skip']],
    ['blocked', 'blocked', ['block', 'plan', 'skip', 'unblock']],
    ['done', 'done', ['reopen']],
    ['skipped', 'skipped', ['reopen']],
  ] as const)('%s', (_, state, expected) => {
    expect(given(stepAbilities(pilot, inDelivery, state))).toEqual(expected)
    expect(given(stepAbilities(manager(), inDelivery, state))).toEqual([])
    expect(given(stepAbilities(pilot, { ...inDelivery, state: 'delivered' }, state))).toEqual([])
  })
})
