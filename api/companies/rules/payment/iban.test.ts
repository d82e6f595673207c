import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatIban, isIban, maskIban, mod97, normaliseIban } from './iban.ts'

const french = ['FR7630006000011234567890189', 'FR1420041010050500013M02606', 'FR7630001007941234567890185']

const key = (country: string, bban: string): string => String(98 - mod97(`${bban}${country}00`)).padStart(2, '0')

const ribValue: Readonly<Record<string, number>> = { A: 1, I: 9, J: 1, R: 9, S: 2, Z: 9, B: 2, H: 8, K: 2, Q: 8, T: 3, Y: 8 }
/** A French account with those letters in its number, and both of its keys. */
const withRibKey = (letters: string): string => {
  const account = `00000${letters}`
  const digits = Number([...account].map((character) => ribValue[character] ?? character).join(''))
  const bban = `3000600001${account}${String(97 - ((89 * 30_006 + 15 * 1 + 3 * digits) % 97)).padStart(2, '0')}`
  return `FR${key('FR', bban)}${bban}`
}
const wrongRib = (country: string, bban: string): string => `${country}${key(country, bban)}${bban}`

describe('IBAN', () => {
  it.each([
    ...french,
    'DE89370400440532013000',
    'GB29NWBK60161331926819',
    'BE68539007547034',
    'NL91ABNA0417164300',
    'CH9300762011623852957',
    'MC5811222000010123456789030',
    // Letters of French accounts count as digits: the three rows of the table, and their ends.
    ...['AJSBKT', 'IRZHQY', '0A1J2S'].map(withRibKey),
  ])('%s is right', (iban) => expect(isIban(iban)).toBe(true))
  it.each([
    'FR7630006000011234567890188',
    'FR763000600001123456789018',
    'DE88370400440532013000',
    'AE070331234567890123456',
    'xFR763000600001123456789018',
    'D889370400440532013000',
    'DE8937040044053201300.',
    // The IBAN's key is right, and the account is none of France or Monaco.
    wrongRib('MC', '11222000010123456789031'),
    wrongRib('FR', 'A0006000011234567890189'),
    wrongRib('FR', '300060000112345678901A9'),
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
