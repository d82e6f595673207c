import { holds, type Scope } from '../../platform/context.ts'

/** The history names people and addresses: it is for administrators, and at the carrier for who administers or supports. */
export const mayReadActivity = (scope: Scope): boolean =>
  scope.universe === 'carrier' ? holds(scope, 'carrier.administer') || holds(scope, 'carrier.support') : scope.isAdministrator
