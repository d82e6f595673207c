import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frenchVatNumber, isVatNumber, normaliseVatNumber, vatNumberBelongsTo } from './vat-number.ts'

const french = ['FR44732829320', 'FR83404833048', 'FR96552100554', 'FR64443061841', 'FR39356000000', 'FR13542107651', 'FR89380129866']

describe('VAT numbers', () => {
  it.each(french)('%s follows the key formula', (vatNumber) => {
    expect(isVatNumber(vatNumber)).toBe(true)
    expect(frenchVatNumber(vatNumber.slice(4))).toBe(vatNumber)
  })
  it.each([
    'FRA1732829320',
    'FR1B732829320',
    'DE123456789',
    'BE0123456789',
    'EL123456789',
    'ESB12345678',
    'NL123456789B01',
    'ATU12345678',
    'XI123456789',
  ])('%s has the right shape', (vatNumber) => expect(isVatNumber(vatNumber)).toBe(true))
  it.each([
    'FR45732829320',
    'FRI1732829320',
    'FR1O732829320',
    'FR4473282932',
    'FR447328293200',
    'FRA17328293200',
    'FRAA1732829320',
    'GB12345678',
    'CHE12345678',
    'NO123456789MWST',
    'DE12345678',
    'US123456789',
    'fr44732829320',
    '',
  ])('%s is refused', (vatNumber) => expect(isVatNumber(vatNumber)).toBe(false))

  it('ties a number to its SIREN', () => {
    expect(normaliseVatNumber(' fr 44 732.829.320 ')).toBe('FR44732829320')
    expect(vatNumberBelongsTo('FR44732829320', '732829320')).toBe(true)
    expect(vatNumberBelongsTo('FR44732829320', '552100554')).toBe(false)
    expect(vatNumberBelongsTo('FR45732829320', '732829320')).toBe(false)
    // Eleven digits in Italy too: what follows the first two is nobody's SIREN.
    expect(vatNumberBelongsTo('IT44732829320', '732829320')).toBe(false)
    expect(vatNumberBelongsTo('DE123456789', '123456789')).toBe(false)
  })

  it('makes numbers that it accepts, with one numeric key each', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (number) => {
        const siren = String(number).padStart(9, '0')
        const keys = Array.from({ length: 100 }, (_, key) => `FR${String(key).padStart(2, '0')}${siren}`).filter(isVatNumber)
        expect(keys).toEqual([frenchVatNumber(siren)])
      }),
    )
  })
})
