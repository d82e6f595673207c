import { expect, it } from 'vitest'
import type { Order, OrderStep } from '#api/orders/reading/orders'
import { orderChanges } from './order-changes.ts'

const abilities = { start: true, block: true, unblock: false, complete: true, skip: true, reopen: false, plan: true, remove: true }
const step = (id: string, changes: Partial<OrderStep> = {}): OrderStep => ({
  id,
  position: 1,
  label: { fr: `Étape ${id}`, en: `Step ${id}` },
  actor: 'carrier',
  state: 'to_do',
  plannedOn: null,
  doneOn: null,
  doneBy: null,
  blocked: null,
  isLate: false,
  version: 1,
  abilities,
  ...changes,
})
type Seen = Pick<Order, 'state' | 'pilot' | 'plannedOn' | 'steps' | 'amendments'>
const before: Seen = { state: 'submitted', pilot: null, plannedOn: null, steps: [step('a'), step('b')], amendments: [] }

it('says nothing of an order that is as it was', () => {
  expect(orderChanges(before, structuredClone(before))).toEqual([])
})

it('says who was first and what they did', () => {
  const now: Seen = {
    ...before,
    state: 'in_delivery',
    pilot: 'Céline B.',
    plannedOn: '2026-12-01',
    steps: [step('a', { state: 'done', doneBy: 'Céline B. (exploitant)' }), step('c'), step('b', { plannedOn: '2026-11-30' })],
  }
  expect(orderChanges(before, now)).toEqual([
    'Pilote : Céline B.',
    'État : Commande en cours de livraison',
    'Étape a : Terminée, par Céline B. (exploitant)',
    'Étape ajoutée : Étape c',
    'Étape b : prévue le 30/11/2026',
    'Livraison prévue le 01/12/2026',
  ])
  expect(orderChanges(now, { ...now, pilot: null, steps: [step('a', { state: 'done' }), step('c')] })).toEqual([
    'Plus aucun pilote',
    'Étape retirée : Étape b',
  ])
})
