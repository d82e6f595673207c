import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatIban, isIban, maskIban, mod97, normaliseIban } from './iban.ts'

const french = ['FR7630006000011234567890189', 'FR1420041010050500013M02606', 'FR7630001007941234567890185']

const key = (country: string, bban: string): string => String(98 - mod97(`${bban}${country}00`)).padStart(2, '0')

describe('IBAN', () => {
  it.each([
    ...french,
    'DE89370400440532013000',
    'GB29NWBK60161331926819',
    'BE68539007547034',
    'NL91ABNA0417164300',
    'CH9300762011623852957',
  ])('%s is right', (iban) => expect(isIban(iban)).toBe(true))
  it.each([
    'FR7630006000011234567890188',
    'FR763000600001123456789018',
    'DE88370400440532013000',
    'AE070331234567890123456',
    'fr7630006000011234567890189',
    'FR76 3000 6000 0112 3456 7890 189',
    '',
  ])('%s is wrong', (iban) => expect(isIban(iban)).toBe(false))

  it('wants the RIB key of a French account too', () => {
    const bban = '30006000011234567890188'
    expect(mod97(`${bban}FR${key('FR', bban)}`)).toBe(1)
    expect(isIban(`FR${key('FR', bban)}${bban}`)).toBe(false)
  })

  it('is typed, shown and masked', () => {
    expect(normaliseIban(' fr76 3000-6000 0112 3456 7890 189 ')).toBe(french[0])
    expect(formatIban('FR7630006000011234567890189')).toBe('FR76 3000 6000 0112 3456 7890 189')
    expect(maskIban('FR7630006000011234567890189')).toBe('FR76 •••• •••• •••• 0189')
  })

  it('notices any wrong digit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...french), fc.integer({ min: 2, max: 26 }), fc.integer({ min: 1, max: 9 }), (iban, position, shift) => {
        const digit = iban[position] ?? ''
        fc.pre(/\d/.test(digit))
        expect(isIban(iban.slice(0, position) + String((Number(digit) + shift) % 10) + iban.slice(position + 1))).toBe(false)
      }),
    )
  })
})
