import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { OrderRow } from '#api/orders/reading/orders'
import { listOrders } from '#api/orders/reading/orders'
import { orderWords } from '#api/orders/words'
import { pages } from '#api/pages'
import { orderKinds, orderStates } from '#api/subscriptions/rules/operations'
import type { Universe } from '#api/universes'
import * as m from '#messages/orders'
import * as shell from '#messages/shell'
import { formatDay } from '../../../../platform/format.ts'
import type { Place } from '../../../../platform/reading/place.ts'
import { read } from '../../../../platform/reading/read.ts'
import { nameOf, words } from '../../../../platform/words.ts'
import { DataList } from '../../../../ui/data-list/data-list.tsx'
import { type ListSearch, listSearch } from '../../../../ui/data-list/list-search.ts'
import { TwoLines } from '../../../../ui/data-list/two-lines.tsx'
import { Page } from '../../../../ui/page.tsx'
import { StateBadge } from '../../../../ui/state-badge.tsx'
import { actorLabel, orderKindLabel, orderStateLabel } from '../../../subscriptions/order-labels.ts'
import { WhenLines } from '../../../subscriptions/when.tsx'
import { OrderStateBadge } from '../order/order-title.tsx'

const route = getRouteApi(pages.orders)

type Search = ListSearch<typeof listOrders>
const orders = (universe: Universe, search: Search) => read(listOrders, { params: { universe }, query: search })

export const address = listSearch(listOrders)
export const reads = ({ universe, search }: Place<object, Search>) => [orders(universe, search)]

/** « Commandes »: every order that the reader may see, running ones first to hand by their filter. */
export const OrdersPage = () => {
  const { universe } = route.useParams()
  const search = route.useSearch()
  const query = useQuery(orders(universe, search))
  return (
    <Page title={words(orderWords.title)} breadcrumb={[{ label: shell.module_catalog() }]}>
      <DataList
        endpoint={listOrders}
        params={{ universe }}
        asked={search}
        label={words(orderWords.title)}
        query={query}
        rowKey={({ reference }) => reference}
        rowLabel={({ reference }) => reference}
        rowLink={({ reference }) => ({ to: pages.order, params: { universe, order: reference } })}
        columns={[
          {
            key: 'offer',
            header: words(orderWords.offer),
            cell: ({ offer, reference, site }) => <TwoLines first={nameOf(offer)} second={`${reference} · ${site.name}`} />,
            primary: true,
            wide: true,
          },
          {
            key: 'state',
            header: words(orderWords.state),
            cell: ({ state, blockedBy }) => (
              <TwoLines
                first={<OrderStateBadge state={state} />}
                second={blockedBy ? <StateBadge tone="warning" label={m.orders_blocked_short({ actor: actorLabel(blockedBy) })} /> : null}
              />
            ),
            fixed: true,
            headline: true,
          },
          ...(universe === 'client'
            ? []
            : [{ key: 'company', header: words(orderWords.company), cell: ({ company }: OrderRow) => company.name, clip: true as const }]),
          {
            key: 'reference',
            header: words(orderWords.reference),
            cell: ({ reference }) => reference,
            sort: true,
            hidden: true,
            tableOnly: true,
          },
          { key: 'site', header: words(orderWords.site), cell: ({ site }) => site.name, hidden: true },
          { key: 'city', header: words(orderWords.city), cell: ({ site }) => site.city, hidden: true },
          {
            key: 'contract',
            header: `${words(orderWords.contract)} · ${words(orderWords.kind)}`,
            cell: ({ subscription, kind }) => <TwoLines first={subscription} second={orderKindLabel(kind)} />,
            tableOnly: true,
          },
          { key: 'kind', header: words(orderWords.kind), cell: ({ kind }) => orderKindLabel(kind), hidden: true },
          { key: 'purchaseOrder', header: words(orderWords.purchaseOrder), cell: ({ purchaseOrder }) => purchaseOrder, hidden: true },
          {
            key: 'placedAt',
            header: `${words(orderWords.placedAt)} · ${words(orderWords.pilot)}`,
            cell: ({ placedAt, pilot }) => <TwoLines first={formatDay(placedAt)} second={pilot} />,
            sort: 'placed',
            roomy: true,
            tableOnly: true,
          },
          { key: 'pilot', header: words(orderWords.pilot), cell: ({ pilot }) => pilot ?? words(orderWords.noPilot), hidden: true },
          {
            key: 'wishedOn',
            header: words(orderWords.wishedOn),
            cell: ({ wishedOn }) => formatDay(wishedOn),
            sort: 'wished',
            hidden: true,
          },
          {
            key: 'deliveredOn',
            header: words(orderWords.deliveredOn),
            cell: ({ when }) => <WhenLines when={when} />,
            corner: true,
          },
        ]}
        filters={[
          { kind: 'search', placeholder: m.orders_search() },
          {
            kind: 'select',
            key: 'state',
            label: words(orderWords.state),
            options: [
              { value: 'running', label: m.orders_running() },
              ...orderStates.map((value) => ({ value, label: orderStateLabel(value) })),
            ],
          },
          {
            kind: 'select',
            key: 'kind',
            label: words(orderWords.kind),
            options: orderKinds.map((value) => ({ value, label: orderKindLabel(value) })),
          },
          { kind: 'text', key: 'purchaseOrder', label: words(orderWords.purchaseOrder) },
        ]}
        empty={{ title: m.orders_empty(), description: m.orders_empty_hint() }}
      />
    </Page>
  )
}
