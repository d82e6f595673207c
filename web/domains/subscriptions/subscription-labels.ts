import type { DisplayedState, SubscriptionRow, SubscriptionState } from '#api/subscriptions/list/subscription-list'
import { isTerminationCalledOff } from '#api/subscriptions/rules/operations'
import { contractStateWords } from '#api/subscriptions/words'
import type { Universe } from '#api/universes'
import { toneOf } from '../../app/look/state-tones.ts'
import { nameOf, words } from '../../platform/words.ts'
import type { StateTone } from '../../ui/state-badge.tsx'
import { orderStateLabel } from './order-labels.ts'

/** « Résiliée », else the state of the last order. */
export const displayedStateLabel = (state: DisplayedState): string =>
  state === 'terminated' ? words(contractStateWords.terminated) : orderStateLabel(state)

/** The contract's own life, beside what its last order says. */
export const contractStateLabel = (state: SubscriptionState): string => words(contractStateWords[state])

type Shown = Pick<SubscriptionRow, 'state' | 'displayedState' | 'lastOrder'>
interface Badge {
  readonly tone: StateTone
  readonly label: string
}

const displayedBadge = (contract: Shown, reader: Universe): Badge => ({
  tone:
    contract.displayedState === 'terminated' ? toneOf('contract', 'terminated', reader) : toneOf('order', contract.displayedState, reader),
  label: displayedStateLabel(contract.displayedState),
})
const ownBadge = ({ state }: Shown, reader: Universe): Badge => ({
  tone: toneOf('contract', state, reader),
  label: contractStateLabel(state),
})

/** « État » of the list: what its filter and the export call it, and what that means for the contract's end. */
export const rowBadges = (contract: Shown, reader: Universe): readonly Badge[] => {
  // It lives on; what was called off is in its history.
  if (isTerminationCalledOff(contract)) return [ownBadge(contract, reader)]
  return contract.state === 'termination_requested'
    ? [displayedBadge(contract, reader), ownBadge(contract, reader)]
    : [displayedBadge(contract, reader)]
}

/** The state of a contract, once: its order's as long as it is being created, then its own. */
export const contractBadge = (contract: Shown, reader: Universe): Badge =>
  contract.state === 'creating' || contract.state === 'abandoned' ? displayedBadge(contract, reader) : ownBadge(contract, reader)

/** « Accès Internet ADSL / VDSL [OC00087] ». */
export const contractTitle = (contract: Pick<SubscriptionRow, 'name' | 'nameEn' | 'reference'>): string =>
  `${nameOf(contract)} [${contract.reference}]`
