import * as m from '#messages/orders'
import { formatDay } from '../../../../platform/format.ts'
import { ExplainedBadge } from '../../../../ui/explained-badge.tsx'
import { type LateOrder, lateReason } from '../../life/changes/late-reason.ts'

const texts = { planned: m.orders_late_planned, wished: m.orders_late_wished, step: m.orders_late_step }

/** « En retard », with the day that passed. */
export const LateBadge = ({ order }: { readonly order: LateOrder }) => {
  const late = lateReason(order)
  return <ExplainedBadge tone="danger" label={m.orders_late()} why={late ? texts[late.reason]({ day: formatDay(late.day) }) : null} />
}

interface RiskBadgeProps {
  readonly openDays: number
  readonly usualDays: number | null
}

/** « Risque de retard », with how long such orders take. */
export const RiskBadge = ({ openDays, usualDays }: RiskBadgeProps) => (
  <ExplainedBadge
    tone="warning"
    label={m.orders_at_risk()}
    why={
      usualDays === null
        ? null
        : m.orders_risk_why({ open: m.orders_days({ count: openDays }), usual: m.orders_days({ count: usualDays }) })
    }
  />
)
