import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { listAllUsers } from '#api/identity/users/users'
import { userWords } from '#api/identity/words'
import * as shell from '#messages/shell'
import * as m from '#messages/users'
import { companyLinks } from '../../../../app/company/company-place.ts'
import type { Place } from '../../../../platform/reading/place.ts'
import { read } from '../../../../platform/reading/read.ts'
import { useHolds, useSession, useUniverse } from '../../../../platform/session.ts'
import { words } from '../../../../platform/words.ts'
import { DataList } from '../../../../ui/data-list/data-list.tsx'
import { type ListSearch, listSearch } from '../../../../ui/data-list/list-search.ts'
import { Page } from '../../../../ui/page.tsx'
import { allUserActs } from './user-acts.tsx'
import { userColumns, userFilters } from './user-columns.tsx'

export const address = listSearch(listAllUsers)
export const reads = ({ universe, search }: Place<object, ListSearch<typeof listAllUsers>>) => [
  read(listAllUsers, { params: { universe }, query: search }),
]

/** Users across companies: every one for the carrier, those of its clients for a partner. */
export const AllUsersPage = () => {
  const universe = useUniverse()
  const session = useSession()
  const holds = useHolds()
  const search = useSearch({ strict: false }) as ListSearch<typeof listAllUsers>
  const query = useQuery(read(listAllUsers, { params: { universe }, query: search }))
  const title = universe === 'carrier' ? m.users_all_title() : m.users_clients_title()
  return (
    <Page title={title} breadcrumb={[{ label: shell.module_company() }]}>
      <DataList
        endpoint={listAllUsers}
        params={{ universe }}
        asked={search}
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
        acts={holds('company.write') ? allUserActs() : []}
        filters={[...userFilters(), { kind: 'text', key: 'company', label: words(userWords.company), placeholder: 'OIP-00000002' }]}
        empty={{ title: m.users_empty() }}
      />
    </Page>
  )
}
