import { Link } from '@tanstack/react-router'
import type { Home, HomeOrder } from '#api/home/home'
import { pages } from '#api/pages'
import * as m from '#messages/home'
import { useUniverse } from '../../platform/session.ts'
import { nameOf } from '../../platform/words.ts'
import { DatedRail } from '../../ui/dated-rail/dated-rail.tsx'
import { AnchorLink } from '../../ui/links.tsx'
import { railSteps } from '../orders/reading/timeline/rail-steps.ts'
import { orderKindLabel } from '../subscriptions/order-labels.ts'
import { WhenLines } from '../subscriptions/when.tsx'
import classes from './home.module.css'
import { HomeCard } from './home-card.tsx'

const Delivery = ({ order, today }: { readonly order: HomeOrder; readonly today: string }) => {
  const universe = useUniverse()
  const kind = order.kind === 'creation' ? null : orderKindLabel(order.kind)
  return (
    <li className={classes.delivery}>
      <span className={classes.what}>
        <Link to={pages.order} params={{ universe, order: order.reference }} className={classes.name}>
          {nameOf(order.offer)}
        </Link>
        <span className={classes.about}>
          {[kind, order.reference, universe === 'client' ? order.site : order.company.name].filter(Boolean).join(' · ')}
        </span>
      </span>
      <DatedRail label={m.home_rail({ reference: order.reference })} steps={railSteps(order, universe)} today={today} />
      <span className={classes.when}>
        <WhenLines when={order.when} />
      </span>
    </li>
  )
}

interface DeliveriesCardProps {
  readonly running: NonNullable<Home['running']>
  readonly today: string
}

/** « Livraisons en cours »: where each stands on its days, and when it ends. */
export const DeliveriesCard = ({ running: { orders }, today }: DeliveriesCardProps) => {
  const universe = useUniverse()
  if (orders.length === 0) return null
  return (
    <HomeCard
      title={m.home_running()}
      beside={<span className={classes.hint}>{m.home_running_hint()}</span>}
      end={
        <AnchorLink to={pages.orders} params={{ universe }} search={{ state: 'running' }}>
          {m.home_all_orders()}
        </AnchorLink>
      }
      isBare
    >
      <ul className={classes.lines}>
        {orders.map((order) => (
          <Delivery key={order.reference} order={order} today={today} />
        ))}
      </ul>
    </HomeCard>
  )
}
