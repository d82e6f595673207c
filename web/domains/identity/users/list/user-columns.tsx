import { Text } from '@mantine/core'
import { userStates } from '#api/companies/contacts/user-states'
import type { UserRow } from '#api/identity/users/users'
import * as m from '#messages/users'
import { universeRoleLabel } from '../../../../app/universe-labels.ts'
import { formatDay, formatInstant } from '../../../../platform/format.ts'
import type { DataColumn, DataFilter } from '../../../../ui/data-list/data-list-types.ts'
import { UserStateBadge, userStateLabel } from '../../../companies/contacts/user-state-badge.tsx'
import classes from '../users.module.css'

const RightNames = ({ user }: { readonly user: UserRow }) =>
  user.rights.length === 0 ? <Text c="dimmed">{m.users_no_right()}</Text> : user.rights.map((right) => right.name).join(', ')

const companyColumn = (): DataColumn<UserRow> => ({
  key: 'company',
  header: m.users_company(),
  cell: (user) => (
    <>
      {user.company.name}
      <Text c="dimmed" fz="sm" className={classes.oneLine}>
        {user.company.reference}
      </Text>
    </>
  ),
})

/** Columns of a list of users; across companies, theirs comes third. */
export const userColumns = (across: boolean): DataColumn<UserRow>[] => [
  { key: 'name', header: m.users_name(), cell: (user) => user.name, sort: true },
  { key: 'state', header: m.users_state(), cell: (user) => <UserStateBadge state={user.state} />, fixed: true },
  ...(across ? [companyColumn()] : []),
  { key: 'login', header: m.users_login(), cell: (user) => <span className={`tabular ${classes.oneLine}`}>{user.login}</span>, sort: true },
  { key: 'email', header: m.users_email(), cell: (user) => user.email },
  { key: 'rights', header: m.users_rights(), cell: (user) => <RightNames user={user} /> },
  {
    key: 'lastSignIn',
    header: m.users_last_sign_in(),
    cell: (user) => (user.lastSignInAt ? formatInstant(user.lastSignInAt) : m.users_never()),
    sort: true,
  },
  { key: 'universes', header: m.users_universes(), cell: (user) => user.universes.map(universeRoleLabel).join(', '), hidden: across },
  { key: 'site', header: m.users_site(), cell: (user) => user.site?.name ?? '', hidden: true },
  { key: 'created', header: m.users_created(), cell: (user) => formatDay(user.createdAt), hidden: true },
]

export const userFilters = (): DataFilter[] => [
  { kind: 'search', placeholder: m.users_search() },
  {
    kind: 'select',
    key: 'state',
    label: m.users_state(),
    options: userStates.map((state) => ({ value: state, label: userStateLabel(state) })),
  },
  {
    kind: 'select',
    key: 'neverSignedIn',
    label: m.users_sign_in_filter(),
    feminine: true,
    options: [{ value: 'true', label: m.users_never() }],
  },
]
