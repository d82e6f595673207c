import { describe, expect, it } from 'vitest'
import { companyNumberIn, isTyped, orderNumber, serviceNumber, subscriptionNumber } from './commerce-references.ts'

describe('references of commerce', () => {
  it.each(['OC00087', 'oc87', 'OC 87', ' 87 ', '0087'])('%s is contract 87', (text) => expect(subscriptionNumber(text)).toBe(87))
  it.each(['COM00087', 'OC', '', '8x', 'OC-', '1234567890123456'])('%s is no contract', (text) =>
    expect(subscriptionNumber(text)).toBeNull(),
  )
  it('reads the other kinds', () => {
    expect(orderNumber('com00025')).toBe(25)
    expect(serviceNumber('FPC172932')).toBe(172_932)
    expect(companyNumberIn('oip-2')).toBe(2)
  })
  it('knows when the letters were typed', () => {
    expect(isTyped('OC', 'oc-87')).toBe(true)
    expect(isTyped('OC', '87')).toBe(false)
    expect(isTyped('COM', 'OC87')).toBe(false)
  })
})
