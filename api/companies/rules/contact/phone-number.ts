import { plainText } from '../../../rules/plain-text.ts'
import { callingCodeOf } from './calling-codes.ts'
import { emergencyNumbers, type FrenchKind, frenchKind, isShortNumber, overseasCallingCodes, overseasRange } from './french-numbering.ts'

export type PhoneKind = FrenchKind | 'short' | 'emergency' | 'international'

export interface PhoneNumber {
  /** `+33184787880`; null for short and emergency numbers, which exist only inside France. */
  readonly e164: string | null
  /** What is stored and compared: the E.164 form, or the digits of a short number. */
  readonly canonical: string
  /** `33`, `590`, `44`; null for short and emergency numbers. */
  readonly callingCode: string | null
  /** National form with its 0 for the French plans (`0184787880`), the digits after the country code elsewhere. */
  readonly national: string
  readonly kind: PhoneKind
}

const international = (callingCode: string, national: string, kind: PhoneKind): PhoneNumber => {
  const significant = kind === 'international' ? national : national.slice(1)
  const e164 = `+${callingCode}${significant}`
  return { e164, canonical: e164, callingCode, national, kind }
}

const frenchNational = (national: string): PhoneNumber | null => {
  // Saint-Pierre-et-Miquelon: six digits behind +508, dialled 0508 and those six from France.
  if (/^0508\d{6}$/.test(national)) return international('508', national.slice(4), 'international')
  const range = overseasRange(national)
  if (range) return international(range.callingCode, national, range.kind)
  const kind = frenchKind(national)
  return kind && international('33', national, kind)
}

const overseasNational = (callingCode: string, national: string): PhoneNumber | null => {
  const range = overseasRange(national)
  if (range) return range.callingCode === callingCode ? international(callingCode, national, range.kind) : null
  // The 8 and 9 ranges, and mobile ranges newer than the table, exist behind each overseas code.
  const kind = /^0[6-9]\d{8}$/.test(national) ? frenchKind(national) : null
  return kind && international(callingCode, national, kind)
}

const worldwide = (digits: string): PhoneNumber | null => {
  const callingCode = callingCodeOf(digits)
  if (!callingCode || digits.length < 7 || digits.length > 15) return null
  const rest = digits.slice(callingCode.length)
  if (callingCode === '33') return frenchNational(`0${rest.replace(/^0/, '')}`)
  if (overseasCallingCodes.includes(callingCode)) return overseasNational(callingCode, `0${rest.replace(/^0/, '')}`)
  if (callingCode === '1' && !/^[2-9]\d{2}[2-9]\d{6}$/.test(rest)) return null
  return international(callingCode, rest, 'international')
}

/**
 * Reads a number as people write it (spaces, dots, hyphens, slashes, `(0)`, `+` or `00` before the country), from France when no country is
 * said; null when it is no number. What a paste brings along (`tel:` too) is dropped. Possible is enough: ranges that are not assigned yet are accepted.
 */
export const parsePhone = (text: string): PhoneNumber | null => {
  const typed = plainText(text).replace(/^tel:/i, '')
  if (typed.length > 40) return null
  const bare = typed.replace(/\(0\)/g, '').replace(/[\s./()·•\u2212\p{Pd}]/gu, '')
  if (!/^\+?\d{2,18}$/.test(bare)) return null
  if (bare.startsWith('+')) return worldwide(bare.slice(1))
  if (bare.startsWith('00')) return worldwide(bare.slice(2))
  // Spreadsheets drop the `+`; no French number has eleven digits.
  if (/^33[1-9]\d{8}$/.test(bare)) return worldwide(bare)
  if (bare.startsWith('0')) return frenchNational(bare)
  if (emergencyNumbers.includes(bare)) return { e164: null, canonical: bare, callingCode: null, national: bare, kind: 'emergency' }
  return isShortNumber(bare) ? { e164: null, canonical: bare, callingCode: null, national: bare, kind: 'short' } : null
}

/** The E.164 form of what was typed; null when it is no number that can be dialled from anywhere (short numbers included). */
export const normalisePhone = (text: string): string | null => parsePhone(text)?.e164 ?? null

// A number is one word: it is never cut at the end of a line.
const space = '\u00a0'

const groupsOf = (digits: string): readonly number[] => {
  const length = digits.length
  if (length === 9) return [3, 3, 3]
  if (length <= 4) return [length]
  const groups = length % 4 === 0 ? [] : [length % 4]
  if (groups[0] === 1) groups[0] = 5
  const used = groups[0] ?? 0
  return [...groups, ...Array.from({ length: (length - used) / 4 }, () => 4)]
}

const grouped = (digits: string, groups: readonly number[]): string => {
  let from = 0
  return groups
    .map((size) => {
      const group = digits.slice(from, from + size)
      from += size
      return group
    })
    .join(space)
}

/**
 * How a number is shown: French ones in national form by pairs (`01 84 78 78 80`), overseas ones by their area (`0590 12 34 56`), others behind
 * their country (`+44 20 7183 8750`), with no-break spaces. What is no number comes back as it is, none as an empty text.
 */
export const formatPhone = (number: string | null | undefined): string => {
  if (!number) return ''
  const parsed = parsePhone(number)
  if (!parsed) return number
  const { callingCode, kind, national } = parsed
  if (kind === 'short') return national.length === 4 ? grouped(national, [2, 2]) : grouped(national, [3, 3])
  if (callingCode === null) return national
  if (kind === 'international') return `+${callingCode}${space}${grouped(national, callingCode === '1' ? [3, 3, 4] : groupsOf(national))}`
  if (callingCode !== '33') {
    const rest = national.slice(4).replace(/(\d{2})(?=\d)/g, `$1${space}`)
    // Outside the ranges known to be of one department, the national form would not say which.
    return overseasRange(national)
      ? `${national.slice(0, 4)}${space}${rest}`
      : `+${callingCode}${space}${national.slice(1, 4)}${space}${rest}`
  }
  if (/^080|^08[1-9]/.test(national)) return grouped(national, [4, 3, 3])
  return national.replace(/(\d{2})(?=\d)/g, `$1${space}`)
}
