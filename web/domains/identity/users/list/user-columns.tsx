import { Text } from '@mantine/core'
import { userStates } from '#api/companies/contacts/user-states'
import type { listUsers, UserRow } from '#api/identity/users/users'
import { userWords } from '#api/identity/words'
import * as m from '#messages/users'
import { universeRoleLabel } from '../../../../app/universe-labels.ts'
import { formatAgo, formatDay } from '../../../../platform/format.ts'
import { shownAddress } from '../../../../platform/shown-address.ts'
import { words } from '../../../../platform/words.ts'
import type { DataColumn, FilterOf } from '../../../../ui/data-list/data-list-types.ts'
import { InstantLines } from '../../../../ui/data-list/instant-lines.tsx'
import { TwoLines } from '../../../../ui/data-list/two-lines.tsx'
import { UserStateBadge, userStateLabel } from '../../../companies/contacts/user-state-badge.tsx'
import { ResendButton } from './resend-button.tsx'

const RightNames = ({ user }: { readonly user: UserRow }) =>
  user.rights.length === 0 ? <Text c="dimmed">{words(userWords.noRight)}</Text> : user.rights.map((right) => right.name).join(', ')

const State = ({ state, invitedAt }: UserRow) => (
  <TwoLines first={<UserStateBadge state={state} />} second={invitedAt ? formatAgo(invitedAt) : null} />
)

const companyColumn = (): DataColumn<UserRow> => ({
  key: 'company',
  header: words(userWords.company),
  cell: ({ company }) => <TwoLines first={company.name} second={company.reference} />,
  clip: true,
})

/** Columns of a list of users; across companies, theirs comes third. */
export const userColumns = (across: boolean): DataColumn<UserRow>[] => [
  {
    key: 'name',
    header: words(userWords.name),
    cell: ({ name, login }) => <TwoLines first={name} second={login} />,
    sort: true,
    wide: true,
  },
  { key: 'state', header: words(userWords.state), cell: State, fixed: true, headline: true },
  ...(across ? [companyColumn()] : []),
  { key: 'email', header: words(userWords.email), cell: (user) => shownAddress(user.email), clip: true },
  {
    key: 'rights',
    header: words(userWords.rights),
    cell: (user) => <RightNames user={user} />,
    clip: true,
    ...(across ? { roomy: true } : {}),
  },
  {
    key: 'lastSignIn',
    header: words(userWords.lastSignIn),
    cell: (user) =>
      user.abilities.resend ? (
        <ResendButton user={user} />
      ) : user.lastSignInAt ? (
        <InstantLines at={user.lastSignInAt} />
      ) : (
        <Text c="dimmed">{words(userWords.never)}</Text>
      ),
    sort: true,
  },
  {
    key: 'universes',
    header: words(userWords.universes),
    cell: (user) => user.universes.map(universeRoleLabel).join(', '),
    hidden: across,
    clip: true,
    roomy: true,
  },
  { key: 'login', header: words(userWords.login), cell: ({ login }) => login, sort: true, hidden: true, tableOnly: true },
  { key: 'site', header: words(userWords.site), cell: (user) => user.site?.name ?? '', hidden: true },
  { key: 'created', header: words(userWords.created), cell: (user) => formatDay(user.createdAt), hidden: true },
]

export const userFilters = (): FilterOf<typeof listUsers>[] => [
  { kind: 'search', placeholder: m.users_search() },
  {
    kind: 'select',
    key: 'state',
    label: words(userWords.state),
    options: userStates.map((state) => ({ value: state, label: userStateLabel(state) })),
  },
  {
    kind: 'select',
    key: 'neverSignedIn',
    label: m.users_sign_in_filter(),
    feminine: true,
    options: [{ value: 'true', label: words(userWords.never) }],
  },
]
