import { plainText } from '../../../rules/plain-text.ts'
import { isSiren, isSiret, siretBelongsTo } from './siren.ts'

/** Scheme of the French electronic invoicing addresses in the Electronic Address Scheme list. */
export const einvoicingScheme = '0225'

/** Without spaces and without the scheme that people may have copied along (`0225:`). */
export const normaliseEinvoicingAddress = (text: string): string =>
  plainText(text)
    .replace(/\s/g, '')
    .replace(/^0225:/, '')

/**
 * Is this an address of the French directory, without its scheme: `SIREN`, `SIREN_SIRET`, `SIREN_SIRET_routing` or `SIREN_suffix`?
 * The SIRET must be one of that SIREN.
 */
export const isEinvoicingAddress = (address: string): boolean => {
  if (address.length > 100) return false
  const [siren = '', second, ...rest] = address.split('_')
  if (!isSiren(siren)) return false
  if (second === undefined) return true
  const suffix = [second, ...rest].join('_')
  if (!/^[A-Za-z0-9][A-Za-z0-9._/+-]*$/.test(suffix) || suffix.endsWith('_')) return false
  return /^\d{14}$/.test(second) ? isSiret(second) && siretBelongsTo(second, siren) : true
}
