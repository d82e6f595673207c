import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { listUsers } from '#api/identity/users/users'
import { userWords } from '#api/identity/words'
import * as m from '#messages/users'
import { sheetCrumbs } from '../../../../app/company/company-crumbs.ts'
import { companyAt, useCompanyPlace } from '../../../../app/company/company-place.ts'
import type { Place } from '../../../../platform/reading/place.ts'
import { read } from '../../../../platform/reading/read.ts'
import { words } from '../../../../platform/words.ts'
import { DataList } from '../../../../ui/data-list/data-list.tsx'
import { type ListSearch, listSearch } from '../../../../ui/data-list/list-search.ts'
import { ButtonLink } from '../../../../ui/links.tsx'
import { Page } from '../../../../ui/page.tsx'
import { userActs } from './user-acts.tsx'
import { userColumns, userFilters } from './user-columns.tsx'

export const address = listSearch(listUsers)
export const reads = (place: Place<{ readonly company?: string }, ListSearch<typeof listUsers>>) => [
  read(listUsers, { params: companyAt(place), query: place.search }),
]

/** « Mes utilisateurs », or those of the client that the address names. */
export const UsersPage = () => {
  const place = useCompanyPlace()
  const { universe, company, own, link } = place
  const search = useSearch({ strict: false }) as ListSearch<typeof listUsers>
  const query = useQuery(read(listUsers, { params: { universe, company }, query: search }))
  const invite = query.data?.abilities.invite ? (
    <ButtonLink {...link('newUser')} leftSection={<IconUserPlus size={16} aria-hidden />}>
      {m.users_invite()}
    </ButtonLink>
  ) : null
  return (
    <Page
      title={own ? words(userWords.title) : m.users_title_of({ company: query.data?.company.name ?? company })}
      breadcrumb={sheetCrumbs(place, query.data?.company.name)}
      actions={invite}
    >
      <DataList
        endpoint={listUsers}
        params={{ universe, company }}
        asked={search}
        label={words(userWords.title)}
        query={query}
        rowKey={(user) => user.login}
        rowLabel={(user) => user.name}
        rowLink={(user) => link('user', { login: user.login })}
        columns={userColumns(false)}
        acts={invite ? userActs() : []}
        filters={userFilters()}
        empty={{ title: m.users_empty(), description: invite ? m.users_empty_description() : m.users_empty_limited(), action: invite }}
      />
    </Page>
  )
}
