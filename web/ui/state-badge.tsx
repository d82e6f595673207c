import classes from './state-badge.module.css'

export type StateTone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

/** A state in words on a quiet colour; never cut, never colour alone. */
export const StateBadge = ({ tone, label }: { readonly tone: StateTone; readonly label: string }) => (
  <span className={classes.badge} data-tone={tone}>
    {label}
  </span>
)
