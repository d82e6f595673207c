import { legalFormLabel } from '#contract/rules/company/legal-forms'
import { formatSiren } from '#contract/rules/company/siren'
import type { IssuerSettings } from './issuer-settings.ts'

export interface Postal {
  readonly street: string
  readonly complement: string | null
  readonly postcode: string
  readonly city: string
  readonly country: string
}

const countryName = (code: string): string[] =>
  code === 'FR' ? [] : [new Intl.DisplayNames('fr', { type: 'region' }).of(code)?.toUpperCase() ?? code]

/** An address as documents print it; the country only abroad. */
export const addressLines = (address: Postal): string[] =>
  [address.street, address.complement ?? '', `${address.postcode} ${address.city}`.trim(), ...countryName(address.country)].filter(
    (line) => line !== '',
  )

const euros = (cents: number): string =>
  new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(cents / 100)

/** « SAS au capital de 50 000 € · RCS Nanterre 732 829 320 » */
export const legalLine = (issuer: IssuerSettings): string => {
  const form = issuer.legal_form === null ? null : legalFormLabel(issuer.legal_form)
  const capital = issuer.capital_cents === null ? null : `au capital de ${euros(issuer.capital_cents)}`
  const register = issuer.rcs_city && issuer.siren ? `RCS ${issuer.rcs_city} ${formatSiren(issuer.siren)}` : null
  return [[form, capital].filter(Boolean).join(' '), register].filter(Boolean).join(' · ')
}

/** Small lines under a company: SIREN, VAT number. */
export const identityLines = (company: { readonly siren: string | null; readonly vat_number: string | null }): string[] =>
  [company.siren && `SIREN ${formatSiren(company.siren)}`, company.vat_number && `TVA ${company.vat_number}`].filter(
    (line): line is string => Boolean(line),
  )
