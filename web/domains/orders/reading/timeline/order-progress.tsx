import type { OrderState } from '#api/subscriptions/rules/operations'
import * as m from '#messages/orders'
import classes from './timeline.module.css'
import { endOf, type Progress } from './timeline-order.ts'

/** How many steps are settled, as a bar and in words. */
export const OrderProgress = ({ progress, state }: { readonly progress: Progress; readonly state: OrderState }) => {
  const text = m.orders_progress({ count: progress.done, total: progress.total })
  return (
    <div className={classes.progress} data-end={endOf(state)}>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label={m.orders_timeline()}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={progress.percent}
        aria-valuetext={text}
      >
        <span style={{ inlineSize: `${progress.percent}%` }} />
      </div>
      <span className={classes.progressText}>{text}</span>
    </div>
  )
}
