import { describe, expect, it } from 'vitest'
import { isCreditorIdentifier, normaliseCreditorIdentifier } from './creditor-identifier.ts'
import { mod97 } from './iban.ts'

/** With right check digits, whatever the length of the national part. */
const frenchOf = (national: string) => `FR${String(98 - mod97(`${national}FR00`)).padStart(2, '0')}ZZZ${national}`

describe('SEPA creditor identifiers', () => {
  it.each(['FR72ZZZ123456', 'FR72ABC123456', 'DE98ZZZ09999999999'])('%s is right', (identifier) =>
    expect(isCreditorIdentifier(identifier)).toBe(true),
  )
  it.each([
    'xFR72ZZZ123456',
    'DE98ZZZ09999999999.',
    frenchOf('12345'),
    frenchOf('1234567'),
    'FR73ZZZ123456',
    'FR72ZZZ12345',
    'FR72ZZZ1234567',
    'FR72ZZZ123457',
    'fr72ZZZ123456',
    '',
  ])('%s is wrong', (identifier) => expect(isCreditorIdentifier(identifier)).toBe(false))
  it('is normalised', () => expect(normaliseCreditorIdentifier('fr72 zzz 123456')).toBe('FR72ZZZ123456'))
})
