import type { Scope } from '../../../platform/context.ts'

/**
 * Administrators edit the subscriptions of others and the company's addresses; those of a partner or of the carrier, also their clients'
 * (decision 22). Which companies exist for the caller is row security's business.
 */
export const mayEditCompany = (scope: Scope, companyId: string): boolean =>
  !scope.readOnly && scope.isAdministrator && (scope.universe !== 'client' || scope.companyId === companyId)

/** Everybody edits their own. */
export const mayEditSubscriber = (scope: Scope, contact: { readonly company_id: string; readonly user_id: string | null }): boolean =>
  !scope.readOnly && (contact.user_id === scope.userId || mayEditCompany(scope, contact.company_id))
