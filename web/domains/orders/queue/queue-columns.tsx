import type { QueueRow } from '#contract/delivery'
import * as delivery from '#messages/delivery'
import * as m from '#messages/orders'
import { formatDay, formatInstant, formatNumber } from '../../../platform/format.ts'
import { words } from '../../../platform/words.ts'
import type { DataColumn } from '../../../ui/data-list/data-list-types.ts'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { OrderStateBadge } from '../order/order-title.tsx'
import { actorLabel, orderKindLabel } from '../order-labels.ts'
import classes from '../orders.module.css'
import type { QueueTab } from './queue-views.ts'

const StepCell = ({ row }: { readonly row: QueueRow }) => {
  const { step, stepsDone, stepsTotal } = row
  if (!step)
    return stepsTotal === 0 ? null : (
      <span className={classes.small}>{delivery.delivery_steps_done({ done: stepsDone, total: stepsTotal })}</span>
    )
  return (
    <span className={classes.two}>
      <span className={classes.inline}>
        {words(step.label)}
        {step.isBlocked ? (
          <StateBadge tone="warning" label={m.orders_blocked_short({ actor: actorLabel(row.blockedBy ?? step.actor) })} />
        ) : null}
      </span>
      <span className={classes.small}>
        {[actorLabel(step.actor), delivery.delivery_steps_done({ done: stepsDone, total: stepsTotal })].join(' · ')}
      </span>
    </span>
  )
}

/** Columns of the queue; the ones that steer the day first. */
export const queueColumns = (tab: QueueTab): readonly DataColumn<QueueRow>[] => [
  { key: 'reference', header: m.orders_reference(), cell: ({ reference }) => reference, sort: true },
  {
    key: 'company',
    header: m.orders_company(),
    cell: ({ company, site }) => (
      <span className={`${classes.two} ${classes.wide}`}>
        <span>{company.name}</span>
        <span className={classes.small}>{site.city || site.name}</span>
      </span>
    ),
    sort: true,
  },
  {
    key: 'offer',
    header: m.orders_offer(),
    cell: ({ offer, kind }) => (
      <span className={`${classes.two} ${classes.wide}`}>
        <span>{offer.name}</span>
        <span className={classes.small}>{orderKindLabel(kind)}</span>
      </span>
    ),
    sort: true,
  },
  { key: 'state', header: m.orders_state(), cell: ({ state }) => <OrderStateBadge state={state} />, hidden: tab !== 'all' },
  { key: 'step', header: delivery.delivery_next_step(), cell: (row) => <StepCell row={row} /> },
  {
    key: 'planned',
    header: m.orders_planned_on(),
    cell: ({ plannedOn, isLate }) => (
      <span className={classes.inline}>
        {plannedOn ? formatDay(plannedOn) : <span className={classes.small}>{delivery.delivery_no_day()}</span>}
        {isLate ? <StateBadge tone="danger" label={m.orders_late()} /> : null}
      </span>
    ),
    sort: true,
  },
  {
    key: 'open',
    header: delivery.delivery_open(),
    cell: ({ openDays, isAtRisk }) => (
      <span className={classes.inline}>
        {m.orders_days({ count: openDays })}
        {isAtRisk ? <StateBadge tone="warning" label={m.orders_at_risk()} /> : null}
      </span>
    ),
    sort: true,
  },
  {
    key: 'stepDay',
    header: delivery.delivery_step_day(),
    cell: ({ step }) => formatDay(step?.plannedOn),
    hidden: true,
  },
  { key: 'pilot', header: m.orders_pilot(), cell: ({ pilot }) => <span className={classes.unbroken}>{pilot ?? m.orders_no_pilot()}</span> },
  { key: 'wished', header: m.orders_wished_on(), cell: ({ wishedOn }) => formatDay(wishedOn), sort: true, hidden: true },
  { key: 'placed', header: m.orders_placed_at(), cell: ({ placedAt }) => formatInstant(placedAt), sort: true, hidden: true },
  { key: 'contract', header: m.orders_contract(), cell: ({ subscription }) => subscription, hidden: true },
  { key: 'steps', header: delivery.delivery_steps(), cell: ({ stepsTotal }) => formatNumber(stepsTotal), align: 'end', hidden: true },
]
