import { Tooltip } from '@mantine/core'
import classes from './state-badge.module.css'
import { StateBadge, type StateTone } from './state-badge.tsx'

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
    <Tooltip label={why} multiline maw={300} openDelay={100}>
      <button type="button" className={classes.badge} data-tone={tone} data-explained>
        {label}
      </button>
    </Tooltip>
  )
