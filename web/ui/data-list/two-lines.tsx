import type { ReactNode } from 'react'
import classes from './data-list.module.css'

/** Two facts in one cell: the second, quieter, under the first. Each is cut where its column is (`clip`). */
export const TwoLines = ({ first, second }: { readonly first: ReactNode; readonly second: ReactNode }) => (
  <span className={classes.twoLines}>
    <span>{first}</span>
    {second ? <span className={classes.quiet}>{second}</span> : null}
  </span>
)
