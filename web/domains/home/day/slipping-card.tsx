import type { HomeOrder } from '#api/home/home'
import { pages } from '#api/pages'
import * as m from '#messages/home'
import { useUniverse } from '../../../platform/session.ts'
import { nameOf, words } from '../../../platform/words.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { AnchorLink, ButtonLink } from '../../../ui/links.tsx'
import { actorLabel } from '../../subscriptions/order-labels.ts'
import classes from '../home.module.css'
import { HomeCard } from '../home-card.tsx'
import own from './carrier.module.css'

const Slipping = ({ order, isFirst }: { readonly order: HomeOrder; readonly isFirst: boolean }) => {
  const universe = useUniverse()
  const { step, when, pilot } = order
  const waits = when.late && when.late.by !== 'carrier' ? m.home_slipping_waits({ actor: actorLabel(when.late.by) }) : null
  return (
    <li className={own.slipping}>
      <span className={classes.what}>
        <span className={classes.name}>{order.company.name}</span>
        <span className={classes.about}>{[order.reference, nameOf(order.offer), pilot ?? m.home_loads_nobody()].join(' · ')}</span>
      </span>
      <span className={classes.what}>
        <span>{step ? words(step.label) : null}</span>
        <span className={classes.about}>{step?.cause ?? waits}</span>
      </span>
      <span className={classes.late}>{m.home_slipping_days({ days: when.late?.days ?? 0 })}</span>
      <ButtonLink to={pages.delivery} params={{ universe, order: order.reference }} size="xs" variant={isFirst ? 'filled' : 'default'}>
        {m.home_slipping_steer()}
        <span className="visually-hidden"> {order.reference}</span>
      </ButtonLink>
    </li>
  )
}

interface SlippingCardProps {
  readonly orders: readonly HomeOrder[]
  readonly late: number
}

/** « Commandes qui glissent »: one's own first, what holds each, and the page where it is steered. */
export const SlippingCard = ({ orders, late }: SlippingCardProps) => {
  const universe = useUniverse()
  return (
    <HomeCard
      title={m.home_slipping()}
      beside={late > 0 ? <span className={classes.redCount}>{late}</span> : null}
      end={
        <AnchorLink to={pages.queue} params={{ universe }} search={{ tab: 'late' }}>
          {m.home_queue_link()}
        </AnchorLink>
      }
    >
      {orders.length === 0 ? (
        <EmptyState title={m.home_slipping_none()} />
      ) : (
        <ul className={classes.lines}>
          {orders.map((order, index) => (
            <Slipping key={order.reference} order={order} isFirst={index === 0} />
          ))}
        </ul>
      )}
    </HomeCard>
  )
}
