import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { OrderRow } from '#api/orders/reading/orders'
import { pages } from '#api/pages'
import { orderKinds, orderStates } from '#api/subscriptions/rules/operations'
import * as m from '#messages/orders'
import * as shell from '#messages/shell'
import { formatDay } from '../../../../platform/format.ts'
import { nameOf } from '../../../../platform/words.ts'
import { DataList } from '../../../../ui/data-list/data-list.tsx'
import { Page } from '../../../../ui/page.tsx'
import { StateBadge } from '../../../../ui/state-badge.tsx'
import { actorLabel, deliveryDay, orderKindLabel, orderStateLabel } from '../../../subscriptions/order-labels.ts'
import classes from '../../orders.module.css'
import { ordersQuery } from '../../orders.queries.ts'
import { OrderStateBadge } from '../order/order-title.tsx'

const route = getRouteApi(pages.orders)

/** « Commandes »: every order that the reader may see, running ones first to hand by their filter. */
export const OrdersPage = () => {
  const { universe } = route.useParams()
  const query = useQuery(ordersQuery(universe, route.useSearch()))
  return (
    <Page title={m.orders_list()} breadcrumb={[{ label: shell.module_catalog() }]}>
      <DataList<OrderRow>
        id="orders"
        label={m.orders_list()}
        query={query}
        rowKey={({ reference }) => reference}
        rowLabel={({ reference }) => reference}
        rowLink={({ reference }) => ({ to: pages.order, params: { universe, order: reference } })}
        savedViews="orders"
        columns={[
          { key: 'reference', header: m.orders_reference(), cell: ({ reference }) => reference, sort: true },
          {
            key: 'state',
            header: m.orders_state(),
            cell: ({ state, blockedBy }) => (
              <span className={classes.inline}>
                <OrderStateBadge state={state} />
                {blockedBy ? <StateBadge tone="warning" label={m.orders_blocked_short({ actor: actorLabel(blockedBy) })} /> : null}
              </span>
            ),
            fixed: true,
            headline: true,
          },
          { key: 'kind', header: m.orders_kind(), cell: ({ kind }) => orderKindLabel(kind) },
          { key: 'offer', header: m.orders_offer(), cell: ({ offer }) => nameOf(offer), clip: 4 },
          ...(universe === 'client'
            ? []
            : [{ key: 'company', header: m.orders_company(), cell: ({ company }: OrderRow) => company.name, clip: 3 }]),
          { key: 'site', header: m.orders_site(), cell: ({ site }) => site.name, hidden: universe !== 'client', clip: 3 },
          { key: 'city', header: m.orders_city(), cell: ({ site }) => site.city, hidden: true, clip: 2 },
          { key: 'contract', header: m.orders_contract(), cell: ({ subscription }) => subscription },
          {
            key: 'pilot',
            header: m.orders_pilot(),
            cell: ({ pilot }) => <span className={classes.unbroken}>{pilot ?? m.orders_no_pilot()}</span>,
          },
          { key: 'placedAt', header: m.orders_placed_at(), cell: ({ placedAt }) => formatDay(placedAt), sort: 'placed' },
          { key: 'wishedOn', header: m.orders_wished_on(), cell: ({ wishedOn }) => formatDay(wishedOn), sort: 'wished', hidden: true },
          { key: 'plannedOn', header: m.orders_planned_on(), cell: ({ plannedOn }) => formatDay(plannedOn), hidden: true },
          {
            key: 'deliveredOn',
            header: m.orders_delivered_on(),
            cell: ({ deliveredOn, state }) => deliveryDay(deliveredOn, state),
          },
        ]}
        filters={[
          { kind: 'search', placeholder: m.orders_search() },
          {
            kind: 'select',
            key: 'state',
            label: m.orders_state(),
            options: [
              { value: 'running', label: m.orders_running() },
              ...orderStates.map((value) => ({ value, label: orderStateLabel(value) })),
            ],
          },
          {
            kind: 'select',
            key: 'kind',
            label: m.orders_kind(),
            options: orderKinds.map((value) => ({ value, label: orderKindLabel(value) })),
          },
        ]}
        empty={{ title: m.orders_empty(), description: m.orders_empty_hint() }}
      />
    </Page>
  )
}
