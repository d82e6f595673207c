import type { Company } from '#api/companies/company/company'
import { holds, type Scope } from '../../../platform/context.ts'

/** The sheet, and what belongs to no site, need the right on all sites. */
export const mayEditCompany = (scope: Scope): boolean => !scope.readOnly && holds(scope, 'company.write', null)

/** Only administrators decide how everybody signs in: the company's own, or the carrier's. A partner has no say in it. */
export const mayRequireSecondFactor = (scope: Scope, companyId: string): boolean =>
  mayEditCompany(scope) && scope.isAdministrator && (scope.companyId === companyId || scope.universe === 'carrier')

/** The company's own administrators: neither its partner, nor the carrier, which has the sheet of its standing. */
export const mayChangeIdentity = (scope: Scope, companyId: string): boolean =>
  scope.universe !== 'carrier' && scope.companyId === companyId && scope.isAdministrator && mayEditCompany(scope)

export const companyAbilities = (scope: Scope, companyId: string): Company['abilities'] => ({
  edit: mayEditCompany(scope),
  changeIdentity: mayChangeIdentity(scope, companyId),
  propose: scope.universe !== 'carrier' && mayEditCompany(scope),
  administer: scope.universe === 'carrier' && !scope.readOnly && holds(scope, 'carrier.administer', null),
  requireSecondFactor: mayRequireSecondFactor(scope, companyId),
  createSite: mayEditCompany(scope),
  createContact: !scope.readOnly && holds(scope, 'company.write'),
})
