import * as m from '#messages/when'
import { formatDay } from '../../platform/format.ts'
import { useUniverse } from '../../platform/session.ts'
import { ExplainedBadge } from '../../ui/explained-badge.tsx'
import { latenessLabel, type WhenProps } from './when.tsx'

const causes = { planned: m.when_late_planned, wished: m.when_late_wished, step: m.when_late_step }

/** « 4 j de retard, à réaliser par vous », with the day that went by; nothing unless late. */
export const LateBadge = ({ when }: WhenProps) => {
  const universe = useUniverse()
  const label = latenessLabel(when, universe)
  return when.late && label ? (
    <ExplainedBadge tone="danger" label={label} why={causes[when.late.what]({ day: formatDay(when.late.since) })} />
  ) : null
}
