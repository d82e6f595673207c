import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { UserRow } from '#api/identity/users/users'
import * as m from '#messages/users'
import { sheetCrumbs } from '../../../../app/company/company-crumbs.ts'
import { useCompanyPlace } from '../../../../app/company/company-place.ts'
import { DataList } from '../../../../ui/data-list/data-list.tsx'
import { ButtonLink } from '../../../../ui/links.tsx'
import { Page } from '../../../../ui/page.tsx'
import { usersQuery } from '../users.queries.ts'
import { userColumns, userFilters } from './user-columns.tsx'
import { type UserSearch, userSearch } from './user-search.ts'

/** « Mes utilisateurs », or those of the client that the address names. */
export const UsersPage = () => {
  const place = useCompanyPlace()
  const { universe, company, own, link } = place
  const search = useSearch({ strict: false }) as UserSearch
  const query = useQuery(usersQuery(universe, company, userSearch(search)))
  const invite = query.data?.abilities.invite ? (
    <ButtonLink {...link('newUser')} leftSection={<IconUserPlus size={16} aria-hidden />}>
      {m.users_invite()}
    </ButtonLink>
  ) : null
  return (
    <Page
      title={own ? m.users_title() : m.users_title_of({ company: query.data?.company.name ?? company })}
      breadcrumb={sheetCrumbs(place, query.data?.company.name)}
      actions={invite}
    >
      <DataList<UserRow>
        id="users"
        label={m.users_title()}
        query={query}
        rowKey={(user) => user.login}
        rowLabel={(user) => user.name}
        rowLink={(user) => link('user', { login: user.login })}
        columns={userColumns(false)}
        filters={userFilters()}
        empty={{ title: m.users_empty(), description: invite ? m.users_empty_description() : m.users_empty_limited(), action: invite }}
      />
    </Page>
  )
}
