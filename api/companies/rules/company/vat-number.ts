import { plainText } from '../../../rules/plain-text.ts'

// Shapes of the numbers after the country code. Keys of other countries are not checked: the VIES service is the judge.
const shapes: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  // The Swiss number is that of the company, with the tax in the language of the canton.
  CH: /^E\d{9}(?:TVA|MWST|IVA)?$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  GB: /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  NO: /^\d{9}(?:MVA)?$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
}

const frenchKey = (siren: string): string => String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0')

/** The French VAT number of a company: `732829320` → `FR44732829320`. The SIREN must be nine digits. */
export const frenchVatNumber = (siren: string): string => `FR${frenchKey(siren)}${siren}`

/**
 * Upper case, without spaces, dots and hyphens, nor the word copied along (« TVA : »). Greece is EL in VAT numbers (directive 2006/112/EC,
 * art. 215), whoever writes GR.
 */
export const normaliseVatNumber = (text: string): string =>
  plainText(text)
    .toUpperCase()
    .replace(/^(?:N[°º]\s*)?(?:TVA|VAT)[\s:]+/, '')
    .replace(/[\s.\p{Pd}]/gu, '')
    .replace(/^GR(?=\d)/, 'EL')

/**
 * Is this a VAT number of the European Union, of Northern Ireland, or of a neighbour (Switzerland, Great Britain, Norway), in canonical form? French keys made of digits must follow the formula;
 * keys with a letter (never I nor O) are taken as they are. Monaco's numbers look French and hold no SIREN, so no Luhn key is asked for.
 */
export const isVatNumber = (vatNumber: string): boolean => {
  const [country, rest] = [vatNumber.slice(0, 2), vatNumber.slice(2)]
  if (country !== 'FR') return shapes[country]?.test(rest) ?? false
  if (!/^[0-9A-HJ-NP-Z]{2}\d{9}$/.test(rest)) return false
  return /^\d{2}/.test(rest) ? rest.slice(0, 2) === frenchKey(rest.slice(2)) : true
}

/** Does this VAT number belong to that SIREN? Foreign numbers have none to compare with and answer false. */
export const vatNumberBelongsTo = (vatNumber: string, siren: string): boolean =>
  vatNumber.startsWith('FR') && isVatNumber(vatNumber) && vatNumber.slice(4) === siren
