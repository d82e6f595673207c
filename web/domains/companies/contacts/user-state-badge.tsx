import type { UserState } from '#api/companies/contacts/user-states'
import { userStateWords } from '#api/companies/words'
import { words } from '../../../platform/words.ts'
import { StateBadge, type StateTone } from '../../../ui/state-badge.tsx'

const tones: Readonly<Record<UserState, StateTone>> = { invited: 'info', active: 'success', suspended: 'danger' }

export const userStateLabel = (state: UserState): string => words(userStateWords[state])

export const UserStateBadge = ({ state }: { readonly state: UserState }) => <StateBadge tone={tones[state]} label={userStateLabel(state)} />
