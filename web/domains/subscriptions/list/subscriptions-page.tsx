import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { pages } from '#api/pages'
import { listSubscriptions } from '#api/subscriptions/list/subscription-list'
import { contractWords } from '#api/subscriptions/words'
import type { Universe } from '#api/universes'
import * as shell from '#messages/shell'
import * as m from '#messages/subscriptions'
import { modulesFor } from '../../../app/modules.ts'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { useSession } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { DataList } from '../../../ui/data-list/data-list.tsx'
import { type ListSearch, listSearch } from '../../../ui/data-list/list-search.ts'
import { ButtonLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import { familiesQuery } from '../../catalog/families/families.queries.ts'
import { useFamilies } from '../../catalog/families/use-families.ts'
import { columnsFor } from './subscription-columns.tsx'
import { subscriptionFilterFields } from './subscription-filters.ts'

const route = getRouteApi(pages.subscriptions)

type Search = ListSearch<typeof listSubscriptions>
const contracts = (universe: Universe, search: Search) => read(listSubscriptions, { params: { universe }, query: search })

export const address = listSearch(listSubscriptions)
export const reads = ({ universe, search }: Place<object, Search>) => [contracts(universe, search), familiesQuery(universe)]

/** « Liste des offres contractées ». */
export const SubscriptionsPage = () => {
  const { universe } = route.useParams()
  const session = useSession()
  const search = route.useSearch()
  const query = useQuery(contracts(universe, search))
  const families = useFamilies()
  const shop = modulesFor(session, universe)
    .flatMap(({ entries }) => entries)
    .find(({ key }) => key === 'shop')
  const order = shop ? (
    <ButtonLink to={shop.to} params={{ universe }}>
      {m.subscriptions_new_order()}
    </ButtonLink>
  ) : null
  return (
    <Page title={words(contractWords.title)} breadcrumb={[{ label: shell.module_catalog() }]} actions={order}>
      <DataList
        endpoint={listSubscriptions}
        params={{ universe }}
        asked={search}
        label={words(contractWords.title)}
        query={query}
        rowKey={({ reference }) => reference}
        rowLabel={({ reference }) => reference}
        rowLink={({ reference }) => ({
          to: pages.subscription,
          params: { universe, subscription: reference },
        })}
        columns={columnsFor(universe, families)}
        filters={subscriptionFilterFields(families)}
        empty={{ title: m.subscriptions_empty(), description: m.subscriptions_empty_hint(), action: order }}
      />
    </Page>
  )
}
