import type { TerminationOrigin, TerminationRefusal } from '#api/orders/termination/terminations'
import { isRunning, type OrderState } from '#api/subscriptions/rules/operations'
import { holds, type Scope } from '../../../platform/context.ts'

/** What decides whether a contract may be terminated, and by whom. */
export interface TerminableContract {
  readonly state: string
  readonly site_ids: readonly string[]
  readonly last_order_kind: string | null
  readonly last_order_state: OrderState | null
}

/** Enters letters, port-outs and the carrier's own decisions. */
export const mayEnterTermination = (scope: Scope): boolean =>
  !scope.readOnly && scope.universe === 'carrier' && (holds(scope, 'carrier.pilot') || holds(scope, 'carrier.administer'))

/** What an ambassador asks to end waits for its client, like what it orders. */
export const awaitsClient = (scope: Scope): boolean => scope.universe === 'ambassador'

/** Why this reader may not ask, whatever the contract; null when it may. An operator's client leaves it to its operator, who pays. */
const refusalOfReader = (scope: Scope, contract: TerminableContract): TerminationRefusal | null => {
  if (scope.universe === 'carrier') return mayEnterTermination(scope) ? null : 'no_right'
  if (scope.isEndClient) return 'operator_only'
  if (scope.readOnly || !holds(scope, 'orders.terminate')) return 'no_right'
  return contract.site_ids.every((siteId) => holds(scope, 'orders.terminate', siteId)) ? null : 'other_sites'
}

/** Why the contract cannot be terminated now, whoever asks; null when it can. A running addition must be finished or cancelled first. */
export const refusalOfContract = (contract: TerminableContract): TerminationRefusal | null => {
  if (contract.state === 'terminated') return 'terminated'
  if (contract.state === 'termination_requested') return 'already_requested'
  if (contract.state !== 'active') return 'not_active'
  return contract.last_order_state !== null && isRunning(contract.last_order_state) ? 'running_order' : null
}

export const terminationRefusal = (scope: Scope, contract: TerminableContract): TerminationRefusal | null =>
  refusalOfContract(contract) ?? refusalOfReader(scope, contract)

export const mayAskTermination = (scope: Scope, contract: TerminableContract): boolean => refusalOfReader(scope, contract) === null

/** Until its effective day, by whoever may ask for one; a port-out is decided elsewhere and stays. */
export const mayWithdraw = (
  scope: Scope,
  contract: TerminableContract,
  termination: { readonly state: string; readonly origin: TerminationOrigin; readonly effectiveOn: string },
  today: string,
): boolean =>
  termination.state === 'pending' &&
  termination.origin !== 'port_out' &&
  today < termination.effectiveOn &&
  refusalOfReader(scope, contract) === null
