import type { Order } from '#contract/orders'
import * as m from '#messages/orders'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { orderKindLabel, orderStateLabel, orderStateTones } from '../order-labels.ts'

export const OrderStateBadge = ({ state }: Pick<Order, 'state'>) => (
  <StateBadge tone={orderStateTones[state]} label={orderStateLabel(state)} />
)

/** State, and what stands out about an order. */
export const OrderBadges = ({ order }: { readonly order: Order }) => (
  <>
    <OrderStateBadge state={order.state} />
    {order.isLate ? <StateBadge tone="danger" label={m.orders_late()} /> : null}
    {order.risk?.atRisk ? <StateBadge tone="warning" label={m.orders_at_risk()} /> : null}
  </>
)

/** « Création · FIBRE OPTIQUE ENTREPRISE · Ma Société, Agence de Bordeaux ». */
export const orderSubtitle = (order: Order): string =>
  [orderKindLabel(order.kind), order.offer.name, [order.company.name, order.site.name].filter(Boolean).join(', ')].join(' · ')
