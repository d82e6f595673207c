import { holds, type Scope } from '../../../platform/context.ts'

/** Partners name the accountcodes of their clients; the carrier those of everybody. */
export const mayEditAccountcodes = (scope: Scope): boolean => {
  if (scope.readOnly) return false
  if (scope.universe === 'carrier')
    return holds(scope, 'carrier.pilot') || holds(scope, 'carrier.billing') || holds(scope, 'carrier.administer')
  return (scope.universe === 'ambassador' || scope.universe === 'operator') && holds(scope, 'orders.manage')
}
