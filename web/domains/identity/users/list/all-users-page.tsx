import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { UserRow } from '#api/identity/users/users'
import * as shell from '#messages/shell'
import * as m from '#messages/users'
import { companyLinks } from '../../../../app/company/company-place.ts'
import { useSession, useUniverse } from '../../../../platform/session.ts'
import { DataList } from '../../../../ui/data-list/data-list.tsx'
import { Page } from '../../../../ui/page.tsx'
import { allUsersQuery } from '../users.queries.ts'
import { userColumns, userFilters } from './user-columns.tsx'
import { allUsersSearch, type UserSearch } from './user-search.ts'

/** Users across companies: every one for the carrier, those of its clients for a partner. */
export const AllUsersPage = () => {
  const universe = useUniverse()
  const session = useSession()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as UserSearch
  const [typed, setTyped] = useState(search.company ?? '')
  const query = useQuery(allUsersQuery(universe, allUsersSearch(search)))
  const title = universe === 'carrier' ? m.users_all_title() : m.users_clients_title()
  const filterCompany = (value: string) => {
    const { cursor: _, company: __, ...rest } = search
    void navigate({ to: '.', search: value === '' ? rest : { ...rest, company: value } })
  }
  return (
    <Page title={title} breadcrumb={[{ label: shell.module_company() }]}>
      <DataList<UserRow>
        id="all-users"
        label={title}
        query={query}
        rowKey={(user) => user.login}
        rowLabel={(user) => user.name}
        rowLink={(user) =>
          companyLinks(
            universe,
            user.company.reference,
            user.company.reference === session.company.reference,
          )('user', { login: user.login })
        }
        columns={userColumns(true)}
        filters={userFilters()}
        tools={
          <TextInput
            label={m.users_company()}
            placeholder="OIP-00000002"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => filterCompany(typed.trim())}
            onKeyDown={(event) => event.key === 'Enter' && filterCompany(typed.trim())}
          />
        }
        empty={{ title: m.users_empty() }}
      />
    </Page>
  )
}
