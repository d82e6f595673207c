import type { Payment } from '#api/companies/payment/payment'
import type { Scope } from '../../../platform/context.ts'
import { paymentAbilities } from './payment.policy.ts'
import type { PaymentRow } from './payment.repository.ts'

export const presentPayment = (scope: Scope, row: PaymentRow): Payment => ({
  id: row.id,
  site: row.site_id !== null && row.site_name !== null ? { id: row.site_id, name: row.site_name } : null,
  holderName: row.holder_name,
  ibanMasked: row.iban_masked,
  bic: row.bic,
  billingName: row.billing_name,
  billingStreet: row.billing_street,
  billingComplement: row.billing_complement,
  billingPostcode: row.billing_postcode,
  billingCity: row.billing_city,
  billingCountry: row.billing_country,
  billingEmail: row.billing_email,
  mandate: {
    reference: row.mandate_reference,
    scheme: row.mandate_scheme,
    state: row.mandate_state,
    signedOn: row.mandate_signed_on,
  },
  createdAt: row.created_at.toISOString(),
  version: row.version,
  abilities: paymentAbilities(scope, { id: row.company_id, operator_id: row.company_operator_id }, row.mandate_state),
})

/** What the history keeps of payment coordinates: the account masked, never in clear. */
export const historyOf = ({ mandate, abilities: _, id: _id, createdAt: _at, version: _version, site: _site, ...fields }: Payment) => ({
  ...fields,
  mandateReference: mandate.reference,
  mandateScheme: mandate.scheme,
  mandateState: mandate.state,
  mandateSignedOn: mandate.signedOn,
})
