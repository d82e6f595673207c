import type { Payment } from '#api/companies/payment/payment'
import { holds, type Scope } from '../../../platform/context.ts'

export interface PayingCompany {
  readonly id: string
  readonly operator_id: string | null
}

/** An operator's client is billed by its operator: the carrier debits nothing from it. */
const paysTheCarrier = (company: PayingCompany): boolean => company.operator_id === null || company.operator_id === company.id

/**
 * Money moves for the whole company, so the right must hold on all sites. The account is its owner's, under its client universe, and the
 * carrier's billing; partners never write it nor read it in clear.
 */
export const mayWritePayments = (scope: Scope, company: PayingCompany): boolean => {
  if (scope.readOnly || !paysTheCarrier(company)) return false
  const own = scope.companyId === company.id && holds(scope, 'company.write', null)
  if (scope.universe === 'client') return own
  return scope.universe === 'carrier' && (own || holds(scope, 'carrier.billing', null) || holds(scope, 'carrier.administer', null))
}

/** A right on some sites shows the accounts of these sites, and not that of the company: « none » would be untrue. */
export const readsAllPayments = (scope: Scope): boolean => holds(scope, 'company.read', null)

export const paymentAbilities = (scope: Scope, company: PayingCompany, mandateState: string): Payment['abilities'] => {
  const writes = mayWritePayments(scope, company)
  return {
    edit: writes,
    reveal: writes,
    sign: writes && mandateState === 'to_sign',
    revoke: writes && mandateState !== 'revoked',
    download: writes && mandateState !== 'revoked',
  }
}

/** Another account or scheme is another agreement; a revoked one is replaced as soon as an account is given. */
export const needsNewMandate = (
  current: { readonly iban: string; readonly scheme: string; readonly state: string },
  next: { readonly iban: string | null; readonly scheme: string },
): boolean => (next.iban !== null && (next.iban !== current.iban || current.state === 'revoked')) || next.scheme !== current.scheme
