import { plainText } from '../../../rules/plain-text.ts'

// Lengths by country of the SEPA area (EPC409): the only accounts that a SEPA direct debit reaches.
const lengths: Readonly<Record<string, number>> = {
  AD: 24,
  AL: 28,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GI: 23,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  RS: 22,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  VA: 22,
}

/** Remainder by 97 of an alphanumeric text, letters counting from A = 10 (ISO 7064). */
export const mod97 = (text: string): number => {
  let remainder = 0
  for (const character of text) {
    const value = Number.parseInt(character, 36)
    remainder = (value > 9 ? remainder * 100 + value : remainder * 10 + value) % 97
  }
  return remainder
}

// Letters of a French account number count 1 to 9 from A, again from J, and 2 to 9 from S.
const ribDigit = (character: string): string => {
  const index = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(character)
  if (index < 0) return character
  return String(index < 18 ? (index % 9) + 1 : index - 16)
}

const hasRibKey = (iban: string): boolean => {
  const match = /^[A-Z]{2}\d{2}(\d{5})(\d{5})([0-9A-Z]{11})(\d{2})$/.exec(iban)
  if (!match) return false
  const account = Number([...(match[3] ?? '')].map(ribDigit).join(''))
  return Number(match[4]) === 97 - ((89 * Number(match[1]) + 15 * Number(match[2]) + 3 * account) % 97)
}

/** Upper case, without spaces, dots and hyphens, nor the word copied along (« IBAN : »). */
export const normaliseIban = (text: string): string =>
  plainText(text)
    .toUpperCase()
    .replace(/^IBAN\s*:?/, '')
    .replace(/[\s.\p{Pd}]/gu, '')

/** Is this the account of a SEPA country, in canonical form: length, key by 97, and for France and Monaco the RIB key too? */
export const isIban = (iban: string): boolean => {
  const country = iban.slice(0, 2)
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]+$/.test(iban) || lengths[country] !== iban.length) return false
  if (mod97(iban.slice(4) + iban.slice(0, 4)) !== 1) return false
  return country === 'FR' || country === 'MC' ? hasRibKey(iban) : true
}

/** By groups of four: `FR76 3000 6000 0112 3456 7890 189`. */
export const formatIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ')

/** What may be shown to somebody who only has to recognise the account: `FR76 •••• •••• •••• 0189`. */
export const maskIban = (iban: string): string => `${iban.slice(0, 4)} •••• •••• •••• ${iban.slice(-4)}`
