import { plainText } from './plain-text.ts'

/** References of commerce: letters and a number of any width. `oc 87`, `OC00087` and `87` are the same contract. */

const numberAfter = (letters: string, text: string): number | null => {
  const bare = plainText(text)
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
  const digits = bare.startsWith(letters) ? bare.slice(letters.length) : bare
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null
}

/** The number of a contracted offer (`OC00087`), or null. */
export const subscriptionNumber = (text: string): number | null => numberAfter('OC', text)
/** The number of an order (`COM00025`), or null. */
export const orderNumber = (text: string): number | null => numberAfter('COM', text)
/** The number of a service (`FPC001000`), or null. */
export const serviceNumber = (text: string): number | null => numberAfter('FPC', text)
/** The number of a company, with or without its letters, or null. */
export const companyNumberIn = (text: string): number | null => numberAfter('OIP', text)

/** True when the letters of the reference were typed: nothing else is meant. */
export const isTyped = (letters: 'OC' | 'COM' | 'FPC' | 'OIP', text: string): boolean =>
  new RegExp(`^\\s*${letters}[\\s\\p{Pd}]*\\d+\\s*$`, 'iu').test(plainText(text))
