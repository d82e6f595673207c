import { holds, type Scope } from '../../../../platform/context.ts'

/** Partners create their own clients; the carrier's administrators any company. Never under a right limited to sites. */
export const mayCreateClient = (scope: Scope): boolean =>
  !scope.readOnly && scope.grants['company.write'] === 'all' && scope.universe !== 'client'

/** State, guarantees, universes, partner, identity of a company. */
export const mayAdministerCompanies = (scope: Scope): boolean => !scope.readOnly && holds(scope, 'carrier.administer')

export const mayAnnotateCompanies = (scope: Scope): boolean =>
  !scope.readOnly &&
  (['carrier.administer', 'carrier.support', 'carrier.pilot', 'carrier.billing'] as const).some((template) => holds(scope, template))
