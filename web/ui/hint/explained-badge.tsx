import classes from '../state-badge.module.css'
import { StateBadge, type StateTone } from '../state-badge.tsx'
import { Hint } from './hint.tsx'

interface ExplainedBadgeProps {
  readonly tone: StateTone
  readonly label: string
  /** Shown on hover, focus or touch. */
  readonly why: string | null
}

/** A state that says why. */
export const ExplainedBadge = ({ tone, label, why }: ExplainedBadgeProps) =>
  why === null ? (
    <StateBadge tone={tone} label={label} />
  ) : (
    <Hint label={why} maw={300} delayMilliseconds={100}>
      <button type="button" className={classes.badge} data-tone={tone} data-explained>
        {label}
      </button>
    </Hint>
  )
