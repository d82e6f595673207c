import type { DisplayedState, SubscriptionRow, SubscriptionState } from '#contract/subscription-list'
import * as m from '#messages/subscriptions'
import { nameOf } from '../../platform/words.ts'
import type { StateTone } from '../../ui/state-badge.tsx'
import { orderStateLabel, orderStateTones } from '../orders/order-labels.ts'

/** « Résiliée », else the state of the last order. */
export const displayedStateLabel = (state: DisplayedState): string =>
  state === 'terminated' ? m.subscriptions_state_terminated() : orderStateLabel(state)
export const displayedStateTone = (state: DisplayedState): StateTone => (state === 'terminated' ? 'warning' : orderStateTones[state])

/** The contract's own life, beside what its last order says. */
export const contractStateLabel = (state: SubscriptionState): string => m[`subscriptions_state_${state}`]()
export const contractStateTones: Readonly<Record<SubscriptionState, StateTone>> = {
  creating: 'info',
  active: 'success',
  termination_requested: 'warning',
  terminated: 'warning',
  abandoned: 'neutral',
}

/** « Accès Internet ADSL / VDSL [OC00087] ». */
export const contractTitle = (contract: Pick<SubscriptionRow, 'name' | 'nameEn' | 'reference'>): string =>
  `${nameOf(contract)} [${contract.reference}]`
