import { describe, expect, it } from 'vitest'
import { isEinvoicingAddress, normaliseEinvoicingAddress } from './einvoicing-address.ts'

describe('electronic invoicing addresses', () => {
  it.each([
    `732829320_${'x'.repeat(90)}`,
    '732829320_7328293200007',
    '732829320_732829320000745',
    '732829320_A73282932000075',
    '732829320',
    '732829320_73282932000074',
    '732829320_73282932000074_SERVICE1',
    '732829320_FACTURES',
    '356000000_35600000049837',
  ])('%s is right', (address) => expect(isEinvoicingAddress(address)).toBe(true))
  it.each([
    '987654321',
    '732829320_',
    '732829320__X',
    '732829320_X_',
    '732829320_35600000000048',
    '732829320_73282932000075',
    '732829320_a b',
    '73282932000074',
    `732829320_${'x'.repeat(91)}`,
    '',
  ])('%s is wrong', (address) => expect(isEinvoicingAddress(address)).toBe(false))
  it('drops spaces and the scheme', () => expect(normaliseEinvoicingAddress(' 0225:732 829 320_A ')).toBe('732829320_A'))
  it('drops the scheme in front only', () => expect(normaliseEinvoicingAddress('732829320_0225:A')).toBe('732829320_0225:A'))
})
