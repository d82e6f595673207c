import type { UserState } from '#api/companies/contacts/user-states'
import * as m from '#messages/users'
import { StateBadge, type StateTone } from '../../../ui/state-badge.tsx'

const tones: Readonly<Record<UserState, StateTone>> = { invited: 'info', active: 'success', suspended: 'danger' }

export const userStateLabel = (state: UserState): string => m[`users_state_${state}`]()

export const UserStateBadge = ({ state }: { readonly state: UserState }) => <StateBadge tone={tones[state]} label={userStateLabel(state)} />
