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

  // The shortest first, the longest last.
  it.each([
    ['AT', ['U12345678']],
    ['BE', ['0123456789', '1123456789']],
    ['BG', ['123456789', '1234567890']],
    ['CH', ['E123456789', 'E123456789IVA', 'E123456789MWST', 'E123456789TVA']],
    ['CY', ['12345678X']],
    ['CZ', ['12345678', '123456789', '1234567890']],
    ['DE', ['123456789']],
    ['DK', ['12345678']],
    ['EE', ['123456789']],
    ['EL', ['123456789']],
    ['ES', ['B12345678', 'X1234567L', '12345678Z']],
    ['FI', ['12345678']],
    ['GB', ['GD123', 'HA599', '123456789', '123456789012']],
    ['HR', ['12345678901']],
    ['HU', ['12345678']],
    ['IE', ['1234567W', '1A23456W', '1+23456W', '1234567WI']],
    ['IT', ['12345678901']],
    ['LT', ['123456789', '123456789012']],
    ['LU', ['12345678']],
    ['LV', ['12345678901']],
    ['MT', ['12345678']],
    ['NL', ['123456789B01']],
    ['NO', ['123456789', '123456789MVA']],
    ['PL', ['1234567890']],
    ['PT', ['123456789']],
    ['RO', ['12', '1234567890']],
    ['SE', ['123456789012']],
    ['SI', ['12345678']],
    ['SK', ['1234567890']],
    ['XI', ['GD123', 'HA599', '123456789', '123456789012']],
  ])('%s: as long as it is there, each sign in its place', (country, numbers) => {
    for (const number of numbers) {
      expect(isVatNumber(`${country}${number}`)).toBe(true)
      for (const around of [`Q${number}`, `${number}Q`]) expect(isVatNumber(`${country}${around}`)).toBe(false)
      for (const place of number.split('').keys())
        expect(isVatNumber(`${country}${number.slice(0, place)}-${number.slice(place + 1)}`)).toBe(false)
    }
    expect(isVatNumber(`${country}${numbers[0]?.slice(1)}`)).toBe(false)
    expect(isVatNumber(`${country}${numbers[0]?.slice(0, -1)}`)).toBe(false)
    expect(isVatNumber(`${country}${numbers.at(-1)}0`)).toBe(false)
  })

  it.each([
    ['TVA : FR 44 732 829 320', 'FR44732829320'],
    ['N° TVA FR44732829320', 'FR44732829320'],
    ['Nº VAT: be 0403.170.701', 'BE0403170701'],
    ['CHE-123.456.788 TVA', 'CHE123456788TVA'],
    ['GR 123456789', 'EL123456789'],
    ['GRX', 'GRX'],
    ['VATEL12', 'VATEL12'],
  ])('%s is written %s', (typed, kept) => expect(normaliseVatNumber(typed)).toBe(kept))

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
