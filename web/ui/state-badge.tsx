import classes from './state-badge.module.css'

export type StateTone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

/** A state in words: tinted where somebody must act, else plain beside a dot; never cut, never colour alone. */
export const StateBadge = ({ tone, label }: { readonly tone: StateTone; readonly label: string }) => (
  <span className={classes.badge} data-tone={tone}>
    {label}
  </span>
)
