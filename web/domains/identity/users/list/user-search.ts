import { type UserState, userStates } from '#api/companies/contacts/user-states'
import { parseCompanyReference } from '#api/rules/references'

export type UserSearch = { readonly [name in 'q' | 'sort' | 'cursor' | 'state' | 'neverSignedIn' | 'company']?: string }

/** The address as the contract reads it: what it does not know is left out. */
export const userSearch = ({ state, neverSignedIn, q, sort, cursor }: UserSearch) => ({
  ...(q ? { q } : {}),
  ...(sort ? { sort } : {}),
  ...(cursor ? { cursor } : {}),
  ...(userStates.some((one) => one === state) ? { state: state as UserState } : {}),
  ...(neverSignedIn === 'true' ? { neverSignedIn: 'true' as const } : {}),
})

/** The same across companies, of one of them when the address names it. */
export const allUsersSearch = (search: UserSearch) => ({
  ...userSearch(search),
  ...(search.company ? { company: parseCompanyReference(search.company) ?? search.company } : {}),
})
