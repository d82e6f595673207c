import type { SubscriptionState } from '#api/subscriptions/list/subscription-list'

export const subscriptionVerbs = ['activate', 'abandon', 'request_termination', 'withdraw_termination', 'terminate'] as const
export type SubscriptionVerb = (typeof subscriptionVerbs)[number]

interface Transition {
  readonly from: SubscriptionState
  readonly to: SubscriptionState
  /** Delivering and ending are the carrier's; the rest is also its customers'. */
  readonly carrierOnly: boolean
}

/** How a contracted offer moves. Abandoned and terminated are ends. */
const transitions: Readonly<Record<SubscriptionVerb, Transition>> = {
  activate: { from: 'creating', to: 'active', carrierOnly: true },
  abandon: { from: 'creating', to: 'abandoned', carrierOnly: false },
  request_termination: { from: 'active', to: 'termination_requested', carrierOnly: false },
  withdraw_termination: { from: 'termination_requested', to: 'active', carrierOnly: false },
  terminate: { from: 'termination_requested', to: 'terminated', carrierOnly: true },
}

/** State of a contract after a verb, or null when it is not possible. */
export const subscriptionAfter = (
  state: SubscriptionState,
  verb: SubscriptionVerb,
  actor: 'customer' | 'carrier',
): SubscriptionState | null => {
  const { from, to, carrierOnly } = transitions[verb]
  return state === from && (actor === 'carrier' || !carrierOnly) ? to : null
}
