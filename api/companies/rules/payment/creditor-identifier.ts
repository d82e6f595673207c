import { plainText } from '../../../rules/plain-text.ts'
import { mod97 } from './iban.ts'

/** Upper case, without spaces, nor the word copied along (« ICS : »). */
export const normaliseCreditorIdentifier = (text: string): string =>
  plainText(text)
    .toUpperCase()
    .replace(/^ICS[\s:]+/, '')
    .replace(/\s/g, '')

/**
 * SEPA creditor identifier (ICS in France, `FR72ZZZ123456`), in canonical form: two letters, two check digits, a business code of three
 * characters left out of the check, and the national part (six characters in France).
 */
export const isCreditorIdentifier = (identifier: string): boolean => {
  const match = /^([A-Z]{2})(\d{2})([0-9A-Z]{3})([0-9A-Z]{1,28})$/.exec(identifier)
  if (!match) return false
  const [, country = '', check, , national = ''] = match
  if (country === 'FR' && national.length !== 6) return false
  return Number(check) === 98 - mod97(`${national}${country}00`)
}
