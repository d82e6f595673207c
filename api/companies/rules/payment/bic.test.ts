import { describe, expect, it } from 'vitest'
import { bicMatchesIban, isBic, normaliseBic } from './bic.ts'

describe('BIC', () => {
  it.each([
    ['AGRIFRPP', true],
    ['BNPAFRPPXXX', true],
    ['DEUTDEFF500', true],
    ['AGRIFRP', false],
    ['AGRIFRPP1', false],
    ['AGR1FRPP', false],
    ['agrifrpp', false],
    ['1AGRIFRPP', false],
    ['AGRIFRPPXX1Z', false],
    ['AGRIFR-P', false],
    ['AGRIFRPPX-X', false],
    ['', false],
  ])('%s: %s', (bic, right) => expect(isBic(bic)).toBe(right))
  it.each([
    ['AGRIFRPP', 'FR7630006000011234567890189', true],
    ['AGRIGPGX', 'FR7630006000011234567890189', true],
    ['DEUTDEFF', 'FR7630006000011234567890189', false],
    ['DEUTDEFF', 'DE89370400440532013000', true],
    // Between Monaco and France, whichever holds the account; and nowhere else.
    ['CMCIMCM1', 'FR7630006000011234567890189', true],
    ['AGRIFRPP', 'MC5811222000010123456789030', true],
    ['CMCIMCM1', 'DE89370400440532013000', false],
    ['AGRIFRPP', 'DE89370400440532013000', false],
    ['DEUTDEFF', 'MC5811222000010123456789030', false],
    ['MIDLJEHX', 'GB29NWBK60161331926819', true],
    ['MIDLJEHX', 'FR7630006000011234567890189', false],
  ])('%s with %s: %s', (bic, iban, matches) => expect(bicMatchesIban(bic, iban)).toBe(matches))
  it.each(['GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'MF', 'BL', 'NC', 'PF', 'WF'])('a bank of %s holds French accounts', (territory) => {
    expect(bicMatchesIban(`AGRI${territory}PP`, 'FR7630006000011234567890189')).toBe(true)
    expect(bicMatchesIban(`AGRI${territory}PP`, 'GB29NWBK60161331926819')).toBe(false)
  })
  it.each(['JE', 'GG', 'IM'])('a bank of %s holds British accounts', (island) => {
    expect(bicMatchesIban(`MIDL${island}HX`, 'GB29NWBK60161331926819')).toBe(true)
    expect(bicMatchesIban(`MIDL${island}HX`, 'FR7630006000011234567890189')).toBe(false)
  })
  it.each([
    ['BIC : AGRIFRPP', 'AGRIFRPP'],
    ['swift: agrifrpp', 'AGRIFRPP'],
    ['BIC/SWIFT : AGRI FR PP', 'AGRIFRPP'],
    ['BIC / SWIFT AGRIFRPP', 'AGRIFRPP'],
    // A code that begins with these letters is not cut.
    ['BICIFRPP', 'BICIFRPP'],
    ['SWIFTRPP', 'SWIFTRPP'],
    ['AGRIBIC FRPP', 'AGRIBICFRPP'],
  ])('%s is kept as %s', (typed, kept) => expect(normaliseBic(typed)).toBe(kept))
  it('is normalised', () => expect(normaliseBic(' agri frpp ')).toBe('AGRIFRPP'))
})
