import * as m from '#messages/orders'
import { ExplainedBadge } from '../../../../ui/explained-badge.tsx'

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
