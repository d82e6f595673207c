import { describe, expect, it } from 'vitest'
import { formatDayOf, formatLongDay, formatMoney, formatNumber, typedPhone } from './format.ts'

const plain = (text: string) => text.replaceAll(/\s/g, ' ')

describe('what is read on screen', () => {
  it('amounts and numbers below zero have a real minus', () => {
    expect(plain(formatMoney(123_450))).toBe('1 234,50 €')
    expect(plain(formatMoney(-1200))).toBe('−12,00 €')
    expect(plain(formatNumber(-1234))).toBe('−1 234')
  })
  it('the first of a month is an ordinal', () => {
    expect(formatLongDay('2026-11-01')).toBe('1er novembre 2026')
    expect(formatLongDay('2026-11-21')).toBe('21 novembre 2026')
    expect(formatDayOf('2026-10-31T23:30:00Z')).toBe('1er novembre 2026')
  })
  it('phone numbers are put in a field as people type them', () => {
    expect(typedPhone('+33123456789')).toBe('01 23 45 67 89')
    expect(typedPhone('+590690335941')).toBe('0690 33 59 41')
    expect(typedPhone(null)).toBe('')
  })
})
