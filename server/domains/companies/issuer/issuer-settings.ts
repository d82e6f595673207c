import { db, type RowsOf, type Transaction } from '../../../platform/db/query.ts'
import type { PrintedLogo } from '../../../platform/documents/document-renderer.ts'

/** Context under which the issuer's IBAN is sealed. */
export const issuerIbanContext = (companyId: string): string => `issuer_settings.iban_sealed:${companyId}`

/** Everything but the sealed IBAN: readable in every universe, since it is printed on what customers receive. */
export const issuerSettingsQuery = db
  .selectFrom('issuer_settings')
  .select([
    'company_id',
    'legal_name',
    'legal_form',
    'capital_cents',
    'rcs_city',
    'siren',
    'vat_number',
    'creditor_identifier',
    'iban_masked',
    'bic',
    'street',
    'complement',
    'postcode',
    'city',
    'country',
    'phone',
    'website',
    'sender_name',
    'sender_email',
    'terms_of_sale_version',
    'terms_of_sale',
    'logo',
    'logo_type',
    'updated_at',
    'version',
  ])
  .limit(1)
export type IssuerSettings = RowsOf<typeof issuerSettingsQuery>[number]

/** Who issues mandates, invoices and mails; undefined until the carrier filled its settings. */
export const issuerSettings = (tx: Transaction): Promise<IssuerSettings | undefined> => tx.first(issuerSettingsQuery)

/** What documents print at their head. */
export const printedLogo = (issuer: IssuerSettings | undefined): PrintedLogo | null =>
  issuer?.logo
    ? { bytes: issuer.logo, type: issuer.logo_type === 'image/jpeg' ? 'image/jpeg' : 'image/png', name: issuer.legal_name }
    : null
