import { plainText } from '../../rules/plain-text.ts'

/** Letters that begin a reference: company, order, service, contracted offer, login. */
const prefixes = ['OIP', 'COM', 'FPC', 'OC', 'E'] as const
export type ReferenceLetters = (typeof prefixes)[number]

export interface MeantReference {
  readonly letters: ReferenceLetters
  readonly number: number
}

/** What the eye takes for something else: 0 and O are one sign, and so are 1, I and l. */
const alike = (text: string): string => text.replaceAll('0', 'O').replaceAll(/[1L]/g, 'I')
const asDigits = (text: string): string => text.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
const digitsIn = (text: string): number => text.replaceAll(/\D/g, '').length

/** Zeros in front count for nothing, as O or as 0; in the rest there is a digit. After one letter half of it has to be: « ELI 2 » is a name. */
const numberAfter = (letters: ReferenceLetters, text: string): number | null => {
  if (!/^[\dOIL]{1,15}$/.test(text)) return null
  const rest = text.replace(/^[0O]+/, '')
  const digits = digitsIn(rest)
  return digits > 0 && (letters.length > 1 || digits * 2 >= rest.length) ? Number(asDigits(rest)) : null
}

const bare = (text: string): string =>
  plainText(text)
    .toUpperCase()
    .replaceAll(/[\s.\p{Pd}]/gu, '')

/**
 * The reference that somebody meant: `0C40482` is OC40482, `c0m 25` is COM00025, `OlP-OOOOOOO2` is OIP-00000002. Case, spaces, hyphens and zeros in
 * front do not matter. Null when it is none.
 */
export const meantReference = (text: string): MeantReference | null => {
  const typed = bare(text)
  for (const letters of prefixes) {
    if (alike(typed.slice(0, letters.length)) !== alike(letters)) continue
    const number = numberAfter(letters, typed.slice(letters.length))
    if (number !== null) return { letters, number }
  }
  return null
}

/** The digits that somebody meant by a number typed with letters in it: `O6 39 98 l2 34` is `0639981234`. Null when it is none, or had no letter. */
export const meantDigits = (text: string): string | null => {
  const typed = bare(text)
  return /^[\dOIL]{4,20}$/.test(typed) && /[OIL]/.test(typed) && digitsIn(typed) * 2 >= typed.length ? asDigits(typed) : null
}
