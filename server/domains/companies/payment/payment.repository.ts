import { sql } from 'kysely'
import { db, type RowsOf, raw } from '../../../platform/db/query.ts'
import type { SecretColumn } from '../../../platform/secrets/rotate-secrets.ts'

/** What an account is sealed for: it opens in its own row only. */
export const ibanContext = (id: string): string => `payment_details.iban_sealed:${id}`

/** For the rotation of SECRET_KEY. */
export const paymentSecrets: SecretColumn = { table: 'payment_details', column: 'iban_sealed', context: ibanContext }

export const payingCompany = (reference: string) =>
  db.selectFrom('companies').where('reference', '=', reference).select(['id', 'reference', 'name', 'siren', 'operator_id'])
export type PayingCompanyRow = RowsOf<ReturnType<typeof payingCompany>>[number]

const visible = (reference: string) =>
  db
    .selectFrom('payment_details as d')
    .innerJoin('companies as c', 'c.id', 'd.company_id')
    .leftJoin('sites as s', 's.id', 'd.site_id')
    .where('c.reference', '=', reference)
    // Named one by one: partners have no right to the sealed account.
    .select(['d.id', 'd.company_id', 'd.site_id', 'd.holder_name', 'd.iban_masked', 'd.bic', 'd.billing_name', 'd.billing_street'])
    .select(['d.billing_complement', 'd.billing_postcode', 'd.billing_city', 'd.billing_country', 'd.billing_email', 'd.mandate_reference'])
    .select(['d.mandate_scheme', 'd.mandate_state', 'd.mandate_signed_on', 'd.mandate_made_at', 'd.created_at', 'd.version'])
    .select(['c.operator_id as company_operator_id', 's.name as site_name'])

/** The payment coordinates of a company, its own first. */
export const payments = (reference: string) =>
  visible(reference)
    .orderBy('d.site_id', (order) => order.asc().nullsFirst())
    .orderBy('d.id')
    .limit(500)

export const payment = (reference: string, id: string) => visible(reference).where('d.id', '=', id)
export type PaymentRow = RowsOf<ReturnType<typeof payment>>[number]

export const sealedIban = (id: string) => db.selectFrom('payment_details').where('id', '=', id).select('iban_sealed')

export const existing = (companyId: string, siteId: string | null) =>
  db
    .selectFrom('payment_details')
    .where('company_id', '=', companyId)
    .where('site_id', siteId === null ? 'is' : '=', siteId)
    .select('id')

/** Number of the next mandate: never given twice, gaps do not matter. */
export const nextMandateNumber = raw(sql<{ number: number }>`select nextval('mandate_number_seq')::int as number`)
