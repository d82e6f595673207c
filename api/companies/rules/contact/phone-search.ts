import { plainText } from '../../../rules/plain-text.ts'
import { overseasRange } from './french-numbering.ts'
import { parsePhone } from './phone-number.ts'

/** What was typed, without what people put between digits; null when there is more in it than a number. */
const typedNumber = (text: string): string | null => {
  const bare = plainText(text)
    .replace(/^tel:/i, '')
    .replace(/\(0\)/g, '')
    .replace(/[\s./()·•\u2212\p{Pd}]/gu, '')
  return /^\+?\d{2,18}$/.test(bare) ? bare : null
}

/**
 * The digits that a kept number (E.164) holds when it is the one that was typed, whatever the writing, or when that was a part of it: `05 36 49`,
 * `+33 5 36` and `536.49` all find `+33536490007`. Null when no number was typed.
 */
export const searchedDigits = (text: string): string | null => {
  const bare = typedNumber(text)
  if (bare === null) return null
  const digits = parsePhone(text)?.canonical.replace('+', '') ?? bare.replace(/^(?:\+|00?)/, '')
  return digits.length < 2 ? null : digits
}

/** A national number that has only begun (`0690 33`), completed far enough to say of which department it would be. */
const overseasCode = (national: string): string | undefined => overseasRange(national.padEnd(10, '0'))?.callingCode

/**
 * A number, whole or begun, as the index of the header search writes it: French ones from 0, others from their country code without the `+`.
 * Null when no number was typed, or one that could be something else.
 */
export const indexedNumber = (text: string): string | null => {
  const bare = typedNumber(text)
  // Old SIREN numbers begin with two zeros too.
  if (bare === null || /^00\d{0,7}$/.test(bare)) return null
  const whole = parsePhone(text)?.e164
  if (whole) return whole.replace(/^\+33/, '0').replace('+', '')
  if (/^(?:\+|00)\d/.test(bare)) return bare.replace(/^(?:\+|00)/, '').replace(/^33(?=\d)/, '0')
  const code = /^0\d{5,9}$/.test(bare) ? overseasCode(bare) : undefined
  return code ? `${code}${bare.slice(1)}` : null
}
