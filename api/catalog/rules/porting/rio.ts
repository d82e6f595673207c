import { parsePhone } from '../../../companies/rules/contact/phone-number.ts'

/** The relevé d'identité opérateur (Arcep decisions 2009-0239 and 2013-0830): operator, quality, reference, then a key computed over them and the number. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+'
const shape = /^[A-Z0-9]{3}[A-Z0-9+]{6}[A-Z0-9+]{3}$/

/** As it is kept: capitals, without the spaces and hyphens of its printed form. */
export const normaliseRio = (text: string): string => text.replace(/[\s\p{Pd}]/gu, '').toUpperCase()

/** The three characters that end the RIO of a number; `body` is the nine before them, `national` the number as dialled in France. */
export const rioKey = (body: string, national: string): string => {
  let [sum, double, quadruple] = [0, 0, 0]
  for (const character of body + national) {
    const value = alphabet.indexOf(character)
    sum = (sum + value) % alphabet.length
    double = (2 * double + value) % alphabet.length
    quadruple = (4 * quadruple + value) % alphabet.length
  }
  return [sum, double, quadruple].map((at) => alphabet.charAt(at)).join('')
}

/** Whether a RIO, as `normaliseRio` writes it, is one of that number. */
export const isRioOf = (rio: string, phone: string): boolean => {
  const number = parsePhone(phone)
  return number !== null && shape.test(rio) && rioKey(rio.slice(0, 9), number.national) === rio.slice(9)
}
