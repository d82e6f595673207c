import { plainText } from './plain-text.ts'

/** Business references: a prefix and a number padded with zeros; a number that outgrows the padding is simply longer. */

const maximum = 999_999_999_999

const write = (prefix: string, width: number, number: number): string => {
  if (!Number.isSafeInteger(number) || number < 1 || number > maximum) throw new RangeError(`Not a reference number: ${number}`)
  return `${prefix}-${String(number).padStart(width, '0')}`
}

const readNumber = (prefix: string, text: string): number | null => {
  const bare = plainText(text)
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
  if (!bare.startsWith(prefix)) return null
  const digits = bare.slice(prefix.length)
  if (!/^\d{1,20}$/.test(digits)) return null
  const number = Number(digits)
  return number >= 1 && number <= maximum ? number : null
}

/** `2` → `OIP-00000002`. Throws RangeError below 1. */
export const companyReference = (number: number): string => write('OIP', 8, number)

/** The number in a company reference typed in any case, with or without spaces, hyphen and zeros; null when it is none. */
export const companyNumber = (text: string): number | null => readNumber('OIP', text)

/** The canonical company reference for what was typed (`oip 2` → `OIP-00000002`), or null. */
export const parseCompanyReference = (text: string): string | null => {
  const number = companyNumber(text)
  return number === null ? null : companyReference(number)
}

/** `4` → `E-000000004`. Throws RangeError below 1. */
export const loginReference = (number: number): string => write('E', 9, number)

/** The number in a login typed in any case, with or without spaces, hyphen and zeros; null when it is none. */
export const loginNumber = (text: string): number | null => readNumber('E', text)

/** The canonical login for what was typed (`e-4` → `E-000000004`), or null. */
export const parseLogin = (text: string): string | null => {
  const number = loginNumber(text)
  return number === null ? null : loginReference(number)
}
