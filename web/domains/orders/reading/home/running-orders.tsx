import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { QueueRow } from '#api/orders/delivery/delivery'
import type { OrderRow } from '#api/orders/reading/orders'
import { pages } from '#api/pages'
import type { Universe } from '#api/universes'
import * as m from '#messages/order-labels'
import { nameOf } from '../../../../platform/words.ts'
import { AnchorLink } from '../../../../ui/links.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { StateBadge } from '../../../../ui/state-badge.tsx'
import { isOwnTurn, orderKindLabel, orderStateLabel, orderStateTones } from '../../../subscriptions/order-labels.ts'
import { WhenLine } from '../../../subscriptions/when.tsx'
import { homeOrdersQuery, homeQueueQuery } from '../../orders.queries.ts'
import classes from './running-orders.module.css'

const shown = 5

/** Waiting for the reader's own side: to be validated, or blocked until they act. */
const awaitsReader = (order: OrderRow, universe: Universe): boolean =>
  (order.state === 'awaiting_client' && universe === 'client') || (order.blockedBy !== null && isOwnTurn(order.blockedBy, universe))

/** First what waits for the reader, then in the order of the list. */
const sorted = (orders: readonly OrderRow[], universe: Universe): readonly OrderRow[] => [
  ...orders.filter((order) => awaitsReader(order, universe)),
  ...orders.filter((order) => !awaitsReader(order, universe)),
]

const RunningOrder = ({ order, universe }: { readonly order: OrderRow | QueueRow; readonly universe: Universe }) => {
  const where = universe === 'client' ? order.site.name : [order.company.name, order.site.city].filter(Boolean).join(', ')
  return (
    <li className={classes.order}>
      <div className={classes.what}>
        <Link
          to={universe === 'carrier' ? pages.delivery : pages.order}
          params={{ universe, order: order.reference }}
          className={classes.name}
        >
          {nameOf(order.offer)}
        </Link>
        <span className={classes.small}>{[order.reference, orderKindLabel(order.kind), where].filter(Boolean).join(' · ')}</span>
      </div>
      <div className={classes.state}>
        {awaitsReader(order, universe) && order.state !== 'awaiting_client' ? (
          <StateBadge tone="warning" label={m.orders_home_your_turn()} />
        ) : null}
        <StateBadge tone={orderStateTones[order.state]} label={orderStateLabel(order.state)} />
      </div>
      <span className={classes.day}>
        <WhenLine when={order.when} />
      </span>
    </li>
  )
}

/** « Commandes en cours » on the home page; a pilot's own deliveries for the carrier. Nothing when nothing runs. */
export const RunningOrders = ({ universe }: { readonly universe: Universe }) => {
  const isCarrier = universe === 'carrier'
  const orders = useQuery({ ...homeOrdersQuery(universe), enabled: !isCarrier })
  const queue = useQuery({ ...homeQueueQuery(), enabled: isCarrier })
  const rows: readonly (OrderRow | QueueRow)[] = (isCarrier ? queue.data?.items : orders.data?.items) ?? []
  if (rows.length === 0) return null
  return (
    <SectionCard
      title={isCarrier ? m.orders_home_mine() : m.orders_home_running()}
      actions={
        isCarrier ? (
          <AnchorLink to={pages.queue} params={{ universe }}>
            {m.orders_home_queue()}
          </AnchorLink>
        ) : (
          <AnchorLink to={pages.orders} params={{ universe }} search={{ state: 'running' }}>
            {m.orders_home_all()}
          </AnchorLink>
        )
      }
    >
      <ul className={classes.orders}>
        {sorted(rows, universe)
          .slice(0, shown)
          .map((order) => (
            <RunningOrder key={order.reference} order={order} universe={universe} />
          ))}
      </ul>
    </SectionCard>
  )
}
