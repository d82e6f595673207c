import type { OrderKind, OrderState } from '../../subscriptions/rules/operations.ts'

/** Who acts on an order: the customer's side (itself or the partner that orders for it) or the carrier's people and their worker. */
export const orderActors = ['customer', 'carrier'] as const
export type OrderActor = (typeof orderActors)[number]

export const orderVerbs = [
  'validate',
  'refuse',
  'cancel',
  'take_over',
  'plan',
  'start',
  'amend',
  'deliver',
  'declare_impossible',
  'withdraw',
  'take_effect',
] as const
export type OrderVerb = (typeof orderVerbs)[number]

interface Transition {
  readonly verb: OrderVerb
  readonly actor: OrderActor
  readonly from: readonly OrderState[]
  /** Absent: the state stays. */
  readonly to?: OrderState
  /** Once submitted, terminations are withdrawn until their day and take effect on it: nobody cancels, amends or delivers them by hand. */
  readonly kinds?: readonly OrderKind[]
}

const deliverable = ['creation', 'addition', 'modification'] as const
const inHands = ['submitted', 'in_delivery'] as const
const running = ['awaiting_client', 'submitted', 'in_delivery'] as const

const transitions: readonly Transition[] = [
  { verb: 'validate', actor: 'customer', from: ['awaiting_client'], to: 'submitted' },
  { verb: 'refuse', actor: 'customer', from: ['awaiting_client'], to: 'cancelled_by_client' },
  // Until delivery starts: afterwards work was done, and the carrier decides.
  { verb: 'cancel', actor: 'customer', from: ['awaiting_client', 'submitted'], to: 'cancelled_by_client', kinds: deliverable },
  { verb: 'cancel', actor: 'carrier', from: running, to: 'cancelled', kinds: deliverable },
  // A termination that waits for the client is a mere request.
  { verb: 'cancel', actor: 'customer', from: ['awaiting_client'], to: 'cancelled_by_client', kinds: ['termination'] },
  { verb: 'cancel', actor: 'carrier', from: ['awaiting_client'], to: 'cancelled', kinds: ['termination'] },
  { verb: 'take_over', actor: 'carrier', from: inHands },
  { verb: 'plan', actor: 'carrier', from: inHands },
  { verb: 'start', actor: 'carrier', from: ['submitted'], to: 'in_delivery' },
  { verb: 'amend', actor: 'carrier', from: running, kinds: deliverable },
  { verb: 'deliver', actor: 'carrier', from: inHands, to: 'delivered', kinds: deliverable },
  { verb: 'declare_impossible', actor: 'carrier', from: inHands, to: 'impossible', kinds: deliverable },
  { verb: 'withdraw', actor: 'customer', from: inHands, to: 'cancelled_by_client', kinds: ['termination'] },
  { verb: 'withdraw', actor: 'carrier', from: inHands, to: 'cancelled', kinds: ['termination'] },
  { verb: 'take_effect', actor: 'carrier', from: inHands, to: 'delivered', kinds: ['termination'] },
]

/**
 * State of an order after a verb, or null when it is not possible.
 * @example orderAfter({ kind: 'creation', state: 'submitted' }, 'start', 'carrier') // 'in_delivery'
 */
export const orderAfter = (
  order: { readonly kind: OrderKind; readonly state: OrderState },
  verb: OrderVerb,
  actor: OrderActor,
): OrderState | null => {
  const found = transitions.find(
    (transition) =>
      transition.verb === verb &&
      transition.actor === actor &&
      transition.from.includes(order.state) &&
      (!transition.kinds || transition.kinds.includes(order.kind)),
  )
  return found ? (found.to ?? order.state) : null
}
