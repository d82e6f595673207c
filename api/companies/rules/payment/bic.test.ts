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
  ])('%s with %s: %s', (bic, iban, matches) => expect(bicMatchesIban(bic, iban)).toBe(matches))
  it('is normalised', () => expect(normaliseBic(' agri frpp ')).toBe('AGRIFRPP'))
})
