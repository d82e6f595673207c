import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { pages } from '#api/pages'
import { listPurchaseRequests, type PurchaseRequestRow, purchaseRequestStates } from '#api/shop/requests/purchase-requests'
import { requestWords } from '#api/shop/words'
import type { Universe } from '#api/universes'
import * as shell from '#messages/shell'
import * as m from '#messages/shop'
import { StatePill } from '../../../app/look/state-pill.tsx'
import { formatInstant } from '../../../platform/format.ts'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { words } from '../../../platform/words.ts'
import { DataList } from '../../../ui/data-list/data-list.tsx'
import { InstantLines } from '../../../ui/data-list/instant-lines.tsx'
import { type ListSearch, listSearch } from '../../../ui/data-list/list-search.ts'
import { TwoLines } from '../../../ui/data-list/two-lines.tsx'
import { ButtonLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import { offersText, requestStateLabel } from '../shop-labels.ts'

const route = getRouteApi(pages.requests)

type Search = ListSearch<typeof listPurchaseRequests>
const requests = (universe: Universe, search: Search) => read(listPurchaseRequests, { params: { universe }, query: search })

export const address = listSearch(listPurchaseRequests)
export const reads = ({ universe, search }: Place<object, Search>) => [requests(universe, search)]

/** « Demandes »: what an operator's clients ask it for; « Mes demandes » for such a client. */
export const RequestsPage = () => {
  const { universe } = route.useParams()
  const search = route.useSearch()
  const query = useQuery(requests(universe, search))
  const isOperator = universe === 'operator'
  const title = isOperator ? shell.entry_purchase_requests() : words(requestWords.title)
  return (
    <Page title={title} breadcrumb={[{ label: shell.entry_shop(), to: pages.shop }]}>
      <DataList
        endpoint={listPurchaseRequests}
        params={{ universe }}
        asked={search}
        label={title}
        query={query}
        rowKey={({ id }) => id}
        rowLabel={(row) => [offersText(row), formatInstant(row.requestedAt)].join(', ')}
        rowLink={({ id }) => ({ to: pages.request, params: { universe, request: id } })}
        columns={[
          {
            key: 'offers',
            header: words(requestWords.offers),
            cell: (row) => <TwoLines first={offersText(row)} second={row.sites.join(', ')} />,
            wide: true,
          },
          {
            key: 'state',
            header: words(requestWords.state),
            cell: ({ state }) => <StatePill of="request" state={state} label={requestStateLabel(state)} />,
            fixed: true,
            headline: true,
          },
          ...(isOperator
            ? [
                {
                  key: 'company',
                  header: words(requestWords.company),
                  cell: ({ company }: PurchaseRequestRow) => company.name,
                  fixed: true,
                  clip: true as const,
                },
              ]
            : []),
          {
            key: 'requestedAt',
            header: words(requestWords.requestedAt),
            cell: ({ requestedAt }) => <InstantLines at={requestedAt} />,
            corner: true,
          },
          { key: 'excerpt', header: words(requestWords.message), cell: ({ excerpt }) => excerpt, clip: true },
          { key: 'requestedBy', header: words(requestWords.requestedBy), cell: ({ requestedBy }) => requestedBy, clip: true },
          { key: 'answeredAt', header: words(requestWords.answeredAt), cell: ({ answeredAt }) => <InstantLines at={answeredAt} /> },
          {
            key: 'sites',
            header: words(requestWords.sites),
            cell: ({ sites }) => sites.join(', '),
            clip: true,
            hidden: true,
            tableOnly: true,
          },
        ]}
        filters={[
          {
            kind: 'segments',
            key: 'state',
            label: words(requestWords.state),
            options: purchaseRequestStates.map((value) => ({ value, label: requestStateLabel(value) })),
          },
        ]}
        empty={{
          title: isOperator ? m.shop_no_requests_operator() : m.shop_no_requests(),
          description: isOperator ? m.shop_no_requests_operator_hint() : m.shop_no_requests_hint(),
          action: isOperator ? null : (
            <ButtonLink to={pages.shop} params={{ universe }}>
              {m.shop_browse()}
            </ButtonLink>
          ),
        }}
      />
    </Page>
  )
}
