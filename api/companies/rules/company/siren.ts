import { plainText } from '../../../rules/plain-text.ts'

const laPoste = '356000000'

const luhn = (digits: string): boolean => {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index])
    const weighted = index % 2 === 0 ? digit : digit * 2
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return sum % 10 === 0
}

const digitSum = (digits: string): number => [...digits].reduce((sum, digit) => sum + Number(digit), 0)

/** Drops the spaces, dots and hyphens that people type in company numbers, and the word copied along (« SIREN : »). */
export const normaliseCompanyNumber = (text: string): string =>
  plainText(text)
    .replace(/^(?:n[°º]\s*)?(?:siren|siret)\s*:?/i, '')
    .replace(/[\s.\p{Pd}]/gu, '')

/** Nine digits with a right Luhn key, without separators. */
export const isSiren = (siren: string): boolean => /^\d{9}$/.test(siren) && siren !== '000000000' && luhn(siren)

/**
 * Fourteen digits, a right SIREN and a right Luhn key over the whole, without separators. La Poste ran out of Luhn numbers: its establishments
 * are right too when the sum of their digits is a multiple of 5.
 */
export const isSiret = (siret: string): boolean => {
  if (!/^\d{14}$/.test(siret) || !isSiren(siret.slice(0, 9))) return false
  return luhn(siret) || (siret.startsWith(laPoste) && digitSum(siret) % 5 === 0)
}

/** Is this establishment one of that company? */
export const siretBelongsTo = (siret: string, siren: string): boolean => siret.length === 14 && siret.slice(0, 9) === siren

/** `732829320` → `732 829 320`. */
export const formatSiren = (siren: string): string => siren.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3')

/** `73282932000074` → `732 829 320 00074`. */
export const formatSiret = (siret: string): string => siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4')
