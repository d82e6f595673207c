import type { UserState } from '#api/companies/contacts/user-states'
import { userStateWords } from '#api/companies/words'
import { StatePill } from '../../../app/look/state-pill.tsx'
import { words } from '../../../platform/words.ts'

export const userStateLabel = (state: UserState): string => words(userStateWords[state])

export const UserStateBadge = ({ state }: { readonly state: UserState }) => (
  <StatePill of="user" state={state} label={userStateLabel(state)} />
)
