import type { Order } from '#api/orders/reading/orders'
import { StatePill } from '../../../../app/look/state-pill.tsx'
import { nameOf } from '../../../../platform/words.ts'
import { LateBadge } from '../../../subscriptions/late-badge.tsx'
import { orderKindLabel, orderStateLabel } from '../../../subscriptions/order-labels.ts'
import { RiskBadge } from './flag-badges.tsx'

export const OrderStateBadge = ({ state }: Pick<Order, 'state'>) => <StatePill of="order" state={state} label={orderStateLabel(state)} />

/** State, and what stands out about an order. */
export const OrderBadges = ({ order }: { readonly order: Order }) => (
  <>
    <OrderStateBadge state={order.state} />
    <LateBadge when={order.when} />
    {order.risk?.atRisk ? <RiskBadge {...order.risk} /> : null}
  </>
)

/** « Création · FIBRE OPTIQUE ENTREPRISE · Ma Société, Agence de Bordeaux ». */
export const orderSubtitle = (order: Order): string =>
  [orderKindLabel(order.kind), nameOf(order.offer), [order.company.name, order.site.name].filter(Boolean).join(', ')].join(' · ')
