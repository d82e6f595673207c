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
  it('is normalised', () => expect(normaliseBic(' agri frpp ')).toBe('AGRIFRPP'))
})
