import { legalFormLabel } from '#api/companies/rules/company/legal-forms'
import { formatSiren } from '#api/companies/rules/company/siren'
import type { Language } from '#api/languages'
import { countryIn, eurosIn, sayIn } from '../../../platform/documents/words/words.ts'
import type { IssuerSettings } from './issuer-settings.ts'

export interface Postal {
  readonly street: string
  readonly complement: string | null
  readonly postcode: string
  readonly city: string
  readonly country: string
}

/** An address as documents print it; the country only abroad. */
export const addressLines = (address: Postal, language: Language): string[] =>
  [
    address.street,
    address.complement ?? '',
    `${address.postcode} ${address.city}`.trim(),
    countryIn(language, address.country) ?? '',
  ].filter((line) => line !== '')

/** « SAS au capital de 50 000 € · RCS Nanterre 732 829 320 »: the form and the register keep their French names, which is what they are. */
export const legalLine = (issuer: IssuerSettings, language: Language): string => {
  const form = issuer.legal_form === null ? null : legalFormLabel(issuer.legal_form)
  const capital = issuer.capital_cents === null ? null : sayIn(language)('capital', { amount: eurosIn(language, issuer.capital_cents) })
  const register = issuer.rcs_city && issuer.siren ? `RCS ${issuer.rcs_city} ${formatSiren(issuer.siren)}` : null
  return [[form, capital].filter(Boolean).join(' '), register].filter(Boolean).join(' · ')
}

/** Small lines under a company: SIREN, VAT number. */
export const identityLines = (
  company: { readonly siren: string | null; readonly vat_number: string | null },
  language: Language,
): string[] =>
  [
    company.siren && `SIREN ${formatSiren(company.siren)}`,
    company.vat_number && sayIn(language)('vatNumber', { number: company.vat_number }),
  ].filter((line): line is string => Boolean(line))
