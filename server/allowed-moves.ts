import { orderActors, orderAfter, orderVerbs } from '#api/orders/rules/order-lifecycle'
import { stepAfter, stepVerbs } from '#api/orders/rules/step-lifecycle'
import { subscriptionStates } from '#api/subscriptions/list/subscription-list'
import { orderKinds, orderStates, stepStates } from '#api/subscriptions/rules/operations'
import { terminationAfter, terminationVerbs, writtenTerminationStates } from './domains/orders/termination/termination-lifecycle.ts'
import { subscriptionAfter, subscriptionVerbs } from './domains/subscriptions/subscription-lifecycle.ts'
import type { AllowedMove } from './platform/db/allowed-moves.ts'

type After<S, V> = (state: S, verb: V, actor: AllowedMove['actor']) => S | null

/** Every move that some verb makes, once. */
const movesOf = <S extends string, V extends string>(
  table_name: string,
  states: readonly S[],
  verbs: readonly V[],
  after: After<S, V>,
  kind = '',
): AllowedMove[] =>
  orderActors.flatMap((actor) =>
    states.flatMap((from_state) => {
      const reached = new Set(verbs.map((verb) => after(from_state, verb, actor)))
      return states
        .filter((to_state) => to_state !== from_state && reached.has(to_state))
        .map((to_state) => ({ table_name, actor, from_state, to_state, kind }))
    }),
  )

/** The lifecycles of the domains, as the database keeps to them. Steps are the carrier's, while their order is in its hands. */
export const portalMoves: readonly AllowedMove[] = [
  ...movesOf('subscriptions', subscriptionStates, subscriptionVerbs, subscriptionAfter),
  ...orderKinds.flatMap((kind) =>
    movesOf('orders', orderStates, orderVerbs, (state, verb, actor) => orderAfter({ kind, state }, verb, actor), kind),
  ),
  ...movesOf('order_steps', stepStates, stepVerbs, (state, verb, actor) =>
    actor === 'carrier' ? stepAfter(state, verb, 'in_delivery') : null,
  ),
  ...movesOf('terminations', writtenTerminationStates, terminationVerbs, terminationAfter),
]
