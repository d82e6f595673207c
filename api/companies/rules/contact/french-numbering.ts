/**
 * French numbering plan by prefix (Arcep decision 2018-0881). `shared` = « banalisé », charged like a call to a geographic number;
 * `premium` = « majoré », with a charge for the service. A range need not be assigned yet to be accepted: plans grow faster than tables.
 */
export type FrenchKind = 'fixed' | 'mobile' | 'non_geographic' | 'toll_free' | 'shared' | 'premium' | 'm2m'

// First match wins; on the national form, ten digits from 0 (fourteen for machine-to-machine).
const prefixes: readonly (readonly [RegExp, FrenchKind])[] = [
  [/^0700\d{10}$/, 'm2m'],
  [/^0[1-5]\d{8}$/, 'fixed'],
  [/^0[67]\d{8}$/, 'mobile'],
  [/^080[0-5]\d{6}$/, 'toll_free'],
  [/^080[6-9]\d{6}$/, 'shared'],
  [/^08[1-9]\d{7}$/, 'premium'],
  [/^09\d{8}$/, 'non_geographic'],
]

/** What a national French number is, or null when it is none. */
export const frenchKind = (national: string): FrenchKind | null => prefixes.find(([shape]) => shape.test(national))?.[1] ?? null

// Overseas departments have country codes of their own, though France dials them like one of its numbers.
const overseas: readonly (readonly [RegExp, string, 'fixed' | 'mobile'])[] = [
  [/^0590/, '590', 'fixed'],
  [/^069[01]/, '590', 'mobile'],
  [/^0594/, '594', 'fixed'],
  [/^0694/, '594', 'mobile'],
  [/^0596/, '596', 'fixed'],
  [/^069[67]/, '596', 'mobile'],
  [/^026[239]/, '262', 'fixed'],
  // 06 39 98 is kept for works of fiction, on the mainland.
  [/^(?:0639(?!98)|069[23])/, '262', 'mobile'],
]

/** Country codes of the French overseas territories that share the national numbering plan. */
export const overseasCallingCodes: readonly string[] = ['262', '590', '594', '596']

/** The country code and kind of a ten-digit national number of an overseas department; null for one of mainland France. */
export const overseasRange = (national: string): { readonly callingCode: string; readonly kind: 'fixed' | 'mobile' } | null => {
  if (!/^0\d{9}$/.test(national)) return null
  const found = overseas.find(([prefix]) => prefix.test(national))
  return found ? { callingCode: found[1], kind: found[2] } : null
}

/** Numbers that must always be reachable and never appear on an invoice (Arcep list; CPCE D98-8). */
export const emergencyNumbers: readonly string[] = [
  '15',
  '17',
  '18',
  '112',
  '114',
  '115',
  '119',
  '191',
  '196',
  '197',
  '116000',
  '116111',
  '116117',
]

/** Short numbers: 10YT, 3BPQ, 116xxx, 118xyz. */
export const isShortNumber = (digits: string): boolean => /^(?:10\d{2}|3\d{3}|11[68]\d{3})$/.test(digits)
