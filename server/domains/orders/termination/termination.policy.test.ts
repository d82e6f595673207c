import { describe, expect, it } from 'vitest'
import type { Scope } from '../../../platform/context.ts'
import { scopeOf } from '../../../testing/scope-of.ts'
import {
  awaitsClient,
  mayAskTermination,
  mayEnterTermination,
  mayWithdraw,
  refusalOfContract,
  type TerminableContract,
  terminationRefusal,
} from './termination.policy.ts'

const contract: TerminableContract = { state: 'active', site_ids: ['clichy', 'bordeaux'], last_order_kind: null, last_order_state: null }
const asker = (some: Partial<Scope> = {}) => scopeOf({ grants: { 'orders.terminate': 'all' }, ...some })
const staff = (grants: Scope['grants'], some: Partial<Scope> = {}) => scopeOf({ universe: 'carrier', grants, ...some })

describe('a termination is entered for a client', () => {
  it.each([
    ['by pilots', staff({ 'carrier.pilot': 'all' }), true],
    ['by administrators', staff({ 'carrier.administer': 'all' }), true],
    ['not by other staff', staff({ 'carrier.support': 'all', 'orders.terminate': 'all' }), false],
    ['not in another universe', scopeOf({ grants: { 'carrier.pilot': 'all' } }), false],
    ['not while seeing as somebody', staff({ 'carrier.pilot': 'all' }, { readOnly: true }), false],
  ])('%s', (_, scope, expected) => expect(mayEnterTermination(scope)).toBe(expected))
})

describe('a termination is asked for', () => {
  it.each([
    ['by who may end contracts', asker(), null],
    ['by who may end them on each of its sites', asker({ grants: { 'orders.terminate': ['clichy', 'bordeaux'] } }), null],
    ['not on some of its sites only', asker({ grants: { 'orders.terminate': ['bordeaux'] } }), 'other_sites'],
    ['not with another right', scopeOf({ grants: { 'orders.manage': 'all' } }), 'no_right'],
    ['not while seeing as somebody', asker({ readOnly: true }), 'no_right'],
    ['by its operator', asker({ universe: 'operator' }), null],
    ['not by an operator’s client', asker({ isEndClient: true }), 'operator_only'],
    ['by the carrier’s pilots', staff({ 'carrier.pilot': 'all' }), null],
    ['not by the carrier’s other staff', staff({ 'orders.terminate': 'all' }), 'no_right'],
  ])('%s', (_, scope, refusal) => {
    expect(terminationRefusal(scope, contract)).toBe(refusal)
    expect(mayAskTermination(scope, contract)).toBe(refusal === null)
  })

  it('waits for the client when its ambassador asks', () =>
    expect((['client', 'ambassador', 'operator', 'carrier'] as const).map((universe) => awaitsClient(asker({ universe })))).toEqual([
      false,
      true,
      false,
      false,
    ]))
})

describe('a contract is terminated', () => {
  it.each([
    ['when it runs', {}, null],
    ['after its last order', { last_order_state: 'delivered' }, null],
    ['not twice', { state: 'terminated' }, 'terminated'],
    ['not when it is asked already', { state: 'termination_requested' }, 'already_requested'],
    ['not before it runs', { state: 'in_delivery' }, 'not_active'],
    ['not during an order', { last_order_state: 'in_delivery' }, 'running_order'],
    ['not before an order that waits', { last_order_state: 'awaiting_client' }, 'running_order'],
  ] as const)('%s', (_, some, refusal) => {
    expect(refusalOfContract({ ...contract, ...some })).toBe(refusal)
    expect(terminationRefusal(asker(), { ...contract, ...some })).toBe(refusal)
  })
})

describe('a termination is withdrawn', () => {
  const pending = { state: 'pending', origin: 'portal', effectiveOn: '2026-12-21' } as const
  it.each([
    ['until the day before', asker(), pending, '2026-12-20', true],
    ['not on its day', asker(), pending, '2026-12-21', false],
    ['not after', asker(), pending, '2026-12-22', false],
    ['not once it took effect', asker(), { ...pending, state: 'effective' }, '2026-12-20', false],
    ['not when the number leaves for elsewhere', asker(), { ...pending, origin: 'port_out' as const }, '2026-12-20', false],
    ['when it came by letter', asker(), { ...pending, origin: 'letter' as const }, '2026-12-20', true],
    ['not by who may not ask', scopeOf({}), pending, '2026-12-20', false],
  ])('%s', (_, scope, termination, today, expected) => expect(mayWithdraw(scope, contract, termination, today)).toBe(expected))
})
