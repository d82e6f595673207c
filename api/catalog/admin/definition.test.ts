import { describe, expect, it } from 'vitest'
import type { Characteristic } from '../rules/offer-definition.ts'
import { lostDiscount, proposedItems } from './definition.ts'

const label = { fr: 'Question', en: 'Question' }
const characteristics: Characteristic[] = [
  { key: 'access', label, required: true, type: 'choice', options: [{ value: 'fibre', label }] },
  { key: 'channels', label, required: true, type: 'number', minimum: 1, maximum: 9, step: 1 },
  { key: 'backup', label, required: false, type: 'boolean' },
  { key: 'socket', label, required: false, type: 'text', maximum: 40 },
  { key: 'mandate', label, required: false, type: 'file' },
  { key: 'other', label, required: false, type: 'site' },
]

describe('items proposed for a price', () => {
  const usual = ['base', 'termination', 'access', 'access=fibre', 'channels', 'backup']

  it('are what is chosen or counted', () => expect(proposedItems({ characteristics }, [])).toEqual(usual))
  it('and whatever has a price already', () =>
    expect(proposedItems({ characteristics }, [{ item: 'socket' }])).toEqual([...usual, 'socket']))
})

describe('a discount that would change no cent', () => {
  const commitments = [
    { months: 0, discountBasisPoints: 0 },
    { months: 36, discountBasisPoints: 1000 },
  ]
  const item = (monthlyCents: number, step?: number) => ({
    item: 'base',
    oneOffCents: 0,
    monthlyCents,
    steps: step === undefined ? [] : [{ from: 10, oneOffCents: 0, monthlyCents: step }],
  })
  it.each([
    [item(5), 5],
    [item(1), 1],
    [item(6), null],
    [item(0), null],
    [item(999), null],
    [item(999, 5), 5],
    [item(999, 6), null],
  ])('%j: %s', (price, lost) => expect(lostDiscount({ commitments }, price)).toBe(lost))

  it('is none without commitments', () =>
    expect(lostDiscount({ commitments: [{ months: 12, discountBasisPoints: 0 }] }, item(5))).toBeNull())
})
