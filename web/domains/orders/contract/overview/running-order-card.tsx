import type { Subscription } from '#api/orders/contract/contract'
import { pages } from '#api/pages'
import * as m from '#messages/subscriptions'
import { StatePill } from '../../../../app/look/state-pill.tsx'
import { useUniverse } from '../../../../platform/session.ts'
import { today } from '../../../../ui/date-field/today.ts'
import { DatedRail } from '../../../../ui/dated-rail/dated-rail.tsx'
import { AnchorLink } from '../../../../ui/links.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { actorLabel, orderKindLabel, orderStateLabel } from '../../../subscriptions/order-labels.ts'
import { railSteps } from '../../reading/timeline/rail-steps.ts'
import classes from './overview.module.css'

/** What is being delivered on the contract: where it stands on its days, and why it stands still. */
export const RunningOrderCard = ({ contract }: { readonly contract: Subscription }) => {
  const universe = useUniverse()
  const { runningOrder: order, operations } = contract
  if (!order) return null
  const placedAt = operations.find(({ reference }) => reference === order.reference)?.placedAt ?? contract.createdAt
  const steps = order.steps.map((step) => ({ ...step, by: step.blocked?.by ?? step.actor }))
  const blocked = order.steps.find((step) => step.blocked)?.blocked
  return (
    <SectionCard
      title={m.subscriptions_running_order({ kind: orderKindLabel(order.kind) })}
      description={
        <AnchorLink to={pages.order} params={{ universe, order: order.reference }}>
          {order.reference}
        </AnchorLink>
      }
      actions={<StatePill of="order" state={order.state} label={orderStateLabel(order.state)} />}
    >
      <DatedRail
        label={m.subscriptions_rail({ reference: order.reference })}
        steps={railSteps({ ...order, placedAt, steps }, universe)}
        today={today()}
        unfolds
      />
      {blocked ? (
        <p className={classes.blocked}>{m.subscriptions_blocked({ actor: actorLabel(blocked.by), cause: blocked.cause })}</p>
      ) : null}
    </SectionCard>
  )
}
