import type { DisplayedState, SubscriptionRow, SubscriptionState } from '#api/subscriptions/list/subscription-list'
import { isTerminationCalledOff } from '#api/subscriptions/rules/operations'
import { contractStateWords } from '#api/subscriptions/words'
import { nameOf, words } from '../../platform/words.ts'
import type { StateTone } from '../../ui/state-badge.tsx'
import { orderStateLabel, orderStateTones } from './order-labels.ts'

/** « Résiliée », else the state of the last order. */
export const displayedStateLabel = (state: DisplayedState): string =>
  state === 'terminated' ? words(contractStateWords.terminated) : orderStateLabel(state)

/** The contract's own life, beside what its last order says. */
export const contractStateLabel = (state: SubscriptionState): string => words(contractStateWords[state])
const contractStateTones: Readonly<Record<SubscriptionState, StateTone>> = {
  creating: 'info',
  active: 'success',
  termination_requested: 'warning',
  terminated: 'neutral',
  abandoned: 'neutral',
}

type Shown = Pick<SubscriptionRow, 'state' | 'displayedState' | 'lastOrder'>
interface Badge {
  readonly tone: StateTone
  readonly label: string
}

const displayedBadge = (contract: Shown): Badge => ({
  tone: contract.displayedState === 'terminated' ? 'neutral' : orderStateTones[contract.displayedState],
  label: displayedStateLabel(contract.displayedState),
})
const ownBadge = ({ state }: Shown): Badge => ({ tone: contractStateTones[state], label: contractStateLabel(state) })

/** « État » of the list: what its filter and the export call it, and what that means for the contract's end. */
export const rowBadges = (contract: Shown): readonly Badge[] => {
  // It lives on; what was called off is in its history.
  if (isTerminationCalledOff(contract)) return [ownBadge(contract)]
  return contract.state === 'termination_requested' ? [displayedBadge(contract), ownBadge(contract)] : [displayedBadge(contract)]
}

/** The state of a contract, once: its order's as long as it is being created, then its own. */
export const contractBadge = (contract: Shown): Badge =>
  contract.state === 'creating' || contract.state === 'abandoned' ? displayedBadge(contract) : ownBadge(contract)

/** « Accès Internet ADSL / VDSL [OC00087] ». */
export const contractTitle = (contract: Pick<SubscriptionRow, 'name' | 'nameEn' | 'reference'>): string =>
  `${nameOf(contract)} [${contract.reference}]`
