import type { SubscriptionState } from '#api/subscriptions/list/subscription-list'

/** Where a contracted offer may go from each state. Abandoned and terminated are ends. */
const next: Readonly<Record<SubscriptionState, readonly SubscriptionState[]>> = {
  creating: ['active', 'abandoned'],
  active: ['termination_requested'],
  termination_requested: ['active', 'terminated'],
  terminated: [],
  abandoned: [],
}

export const mayBecome = (from: SubscriptionState, to: SubscriptionState): boolean => next[from].includes(to)
