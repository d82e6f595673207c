import type { Order, OrderStep } from '#api/orders/reading/orders'
import { type OrderVerb, orderAfter } from '#api/orders/rules/order-lifecycle'
import { isOpenStep, type StepVerb, stepAfter } from '#api/orders/rules/step-lifecycle'
import type { OrderKind, OrderState, StepState } from '#api/subscriptions/rules/operations'
import { holds, type Scope } from '../../../platform/context.ts'

/** What decides who may act on an order. */
export interface OrderFacts {
  readonly kind: OrderKind
  readonly state: OrderState
  readonly payerId: string
  readonly siteIds: readonly string[]
  readonly pilotUserId: string | null
}

/** Delivers: the carrier's pilots and administrators. */
export const mayPilot = (scope: Scope): boolean =>
  !scope.readOnly && scope.universe === 'carrier' && (holds(scope, 'carrier.pilot') || holds(scope, 'carrier.administer'))

/** Acts for the customer: itself or its partner, on every site of the order. An operator's client leaves it to its operator, who pays. */
export const mayManageOrder = (scope: Scope, { siteIds }: Pick<OrderFacts, 'siteIds'>): boolean =>
  !scope.readOnly && scope.universe !== 'carrier' && !scope.isEndClient && siteIds.every((siteId) => holds(scope, 'orders.manage', siteId))

/** Decides on an order that waits: who pays for it, in its own universe. */
export const mayDecide = (scope: Scope, order: Pick<OrderFacts, 'siteIds' | 'payerId'>): boolean =>
  mayManageOrder(scope, order) && (scope.universe === 'client' || scope.universe === 'operator') && scope.companyId === order.payerId

/** Whoever reads an order may answer on it, the carrier's support too. */
export const mayComment = (scope: Scope): boolean =>
  !scope.readOnly && (scope.universe === 'carrier' ? mayPilot(scope) || holds(scope, 'carrier.support') : holds(scope, 'orders.manage'))

export const orderAbilities = (scope: Scope, order: OrderFacts): Order['abilities'] => {
  const pilots = mayPilot(scope)
  const customer = mayManageOrder(scope, order)
  const can = (verb: OrderVerb) => pilots && orderAfter(order, verb, 'carrier') !== null
  const asks = (verb: OrderVerb) => orderAfter(order, verb, 'customer') !== null
  return {
    validate: mayDecide(scope, order) && asks('validate'),
    cancel: (customer && asks('cancel')) || can('cancel'),
    cancelWithReason: can('cancel'),
    comment: mayComment(scope),
    note: pilots,
    takeOver: can('take_over') && order.pilotUserId !== scope.userId,
    handOver: can('take_over'),
    start: can('start'),
    plan: can('plan'),
    amend: can('amend'),
    deliver: can('deliver'),
    declareImpossible: can('declare_impossible'),
    attach: pilots,
  }
}

export const stepAbilities = (scope: Scope, order: Pick<OrderFacts, 'state' | 'kind'>, state: StepState): OrderStep['abilities'] => {
  const pilots = mayPilot(scope)
  const can = (verb: StepVerb) => pilots && stepAfter(state, verb, order.state) !== null
  const plans = pilots && orderAfter(order, 'plan', 'carrier') !== null
  return {
    start: can('start'),
    block: can('block'),
    unblock: can('unblock'),
    complete: can('complete'),
    skip: can('skip'),
    reopen: can('reopen'),
    plan: plans && isOpenStep(state),
    remove: plans && state === 'to_do',
  }
}
