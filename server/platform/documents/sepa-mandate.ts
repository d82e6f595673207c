import type { PrintedDocument } from './document-renderer.ts'

/** Data of the mandate to sign; texts are ready to print, days are `YYYY-MM-DD`. */
export interface SepaMandateDocument extends PrintedDocument {
  /** RUM. */
  readonly reference: string
  readonly scheme: 'core' | 'b2b'
  readonly recurrent: boolean
  readonly issuedOn: string
  readonly creditor: {
    readonly name: string
    readonly address: readonly string[]
    /** Small lines under the address: SIREN, VAT number. */
    readonly small: readonly string[]
    readonly ics: string
    /** Where the signed mandate goes: an e-mail or postal address. */
    readonly returnTo: string
    /** Foot of the page: legal form, capital, registration. */
    readonly legalLine: string
  }
  readonly debtor: { readonly name: string; readonly address: readonly string[]; readonly small: readonly string[] }
  readonly holder: string
  readonly iban: string
  readonly bic: string | null
  /** Filled when they are known beforehand. */
  readonly signedAt?: string
  readonly signatory?: string
}
