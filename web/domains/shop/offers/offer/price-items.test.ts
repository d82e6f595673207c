import { describe, expect, it } from 'vitest'
import { itemLabel, sortedItems, terminationFee } from './price-items.ts'

const price = (item: string, oneOffCents: number, monthlyCents = 0) => ({ item, oneOffCents, monthlyCents, steps: [] })
const characteristics = [
  { key: 'channels', label: { fr: 'Canaux', en: 'Channels' }, required: true, type: 'number', minimum: 1, maximum: 9, step: 1 },
] as const

describe('the price list of an offer', () => {
  const prices = [price('termination', 5_000), price('channels', 0, 1_200), price('base', 9_000, 1_500)]
  it('tells what is ordered, the subscription first; the fee of leaving has its own place', () => {
    expect(sortedItems({ characteristics }, prices).map(({ item }) => item)).toEqual(['base', 'channels'])
    expect(terminationFee(prices)).toBe(5_000)
    expect(terminationFee(null)).toBe(0)
  })
  it('calls a base that is paid once a set-up', () => {
    expect(itemLabel({ characteristics }, price('base', 9_000, 1_500))).toBe('Abonnement')
    expect(itemLabel({ characteristics }, price('base', 9_000))).toBe('Mise en service')
  })
})
